"""A Glue streaming job: takes what its streams bring, a window at a time, and writes it to every output of the design.

Inputs and outputs come as arguments, `--inputs` and `--outputs`, which the stack writes. Change `transform` to clean, join
or aggregate each window: it is Spark.
"""

import json
import sys

from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pipeline_io import iceberg_name, kafka_options, masked, parsed, read_files, secret, write
from pyspark.context import SparkContext
from pyspark.sql import functions as f

OPTIONAL = ("mask_columns",)
OPTIONS = getResolvedOptions(
    sys.argv,
    [
        *["JOB_NAME", "inputs", "outputs", "checkpoints", "window_seconds", "TempDir"],
        *[name for name in OPTIONAL if f"--{name}" in sys.argv],
    ],
)
glue = GlueContext(SparkContext.getOrCreate())
spark = glue.spark_session
INPUTS, OUTPUTS = json.loads(OPTIONS["inputs"]), json.loads(OPTIONS["outputs"])
STREAMS = [table for table in INPUTS if table["connector"] in ("kinesis", "kafka")]
HIDDEN = json.loads(OPTIONS.get("mask_columns", "[]"))


def transform(data_set, frame, lookups):
    """The work of the job, one window at a time. `lookups` holds the inputs that are no streams, to join with."""
    return frame


def stream_of(table):
    if table["connector"] == "kafka":
        raw = spark.readStream.format("kafka").options(**kafka_options(table)).load()
        return parsed(raw.select(f.col("value").cast("string").alias("text")), table)
    stream = {"typeOfData": "kinesis", "streamARN": table["arn"], "classification": "json"}
    return glue.create_data_frame.from_options(
        connection_type="kinesis",
        connection_options={**stream, "startingPosition": "TRIM_HORIZON", "inferSchema": "true"},
        transformation_ctx=f"read_{table['name']}",
    )


def lookup_of(table):
    if table["connector"] == "files":
        return read_files(spark, table)
    if table["connector"] == "iceberg":
        return spark.table(iceberg_name(table))
    if table["connector"] in ("jdbc", "redshift"):
        return glue.create_dynamic_frame.from_options(*database(table)).toDF()
    raise SystemExit(f"{table['name']}: read {table['connector']} in code of your own; it is told {sorted(table)}")


def database(table):
    options = {"useConnectionProperties": "true", "connectionName": table["connection"], "dbtable": table["table"]}
    if table["connector"] == "redshift":
        options["redshiftTmpDir"] = OPTIONS["TempDir"] + table["name"] + "/"
    # The driver of MySQL speaks to MariaDB.
    return "mysql" if table["engine"] == "mariadb" else table["engine"], options


def document_options(table):
    login = secret(table)
    return {
        "uri": f"mongodb://{table['host']}:{table['port']}",
        "database": table.get("database") or "pipeline",
        "collection": table["table"],
        "username": login["username"],
        "password": login["password"],
        "ssl": "true",
        "ssl.domain_match": "false",
        "retryWrites": "false",
    }


def write_table(frame, table):
    connector = table["connector"]
    if connector == "dynamodb":
        kind, options = "dynamodb", {"dynamodb.output.tableName": table["table"], "dynamodb.throughput.write.percent": "1.0"}
    elif connector == "mongodb":
        kind, options = "documentdb", document_options(table)
    elif connector in ("jdbc", "redshift"):
        kind, options = database(table)
    else:
        raise SystemExit(f"{table['name']}: write {connector} in code of your own; it is told {sorted(table)}")
    dynamic = DynamicFrame.fromDF(frame, glue, table["name"])
    glue.write_dynamic_frame.from_options(frame=dynamic, connection_type=kind, connection_options=options)


def window(table, lookups):
    def handle(frame, batch):
        if frame.rdd.isEmpty():
            return
        frame = masked(frame, HIDDEN).cache()
        for output in OUTPUTS:
            if output["name"] != table["name"] and len(STREAMS) > 1:
                continue
            result = transform(output["name"], frame, lookups)
            if not write(result, output):
                write_table(result, output)
        frame.unpersist()

    return handle


def main():
    job = Job(glue)
    job.init(OPTIONS["JOB_NAME"], OPTIONS)
    if not STREAMS:
        raise SystemExit("nothing to do: the job reads no stream")
    lookups = {table["name"]: lookup_of(table) for table in INPUTS if table not in STREAMS}
    queries = [
        stream_of(table)
        .writeStream.foreachBatch(window(table, lookups))
        .trigger(processingTime=f"{OPTIONS['window_seconds']} seconds")
        # How far the stream was read: a job that starts again goes on from there.
        .option("checkpointLocation", f"{OPTIONS['checkpoints']}{table['name']}/")
        .start()
        for table in STREAMS
    ]
    # The job ends, and with it fails, when one of its queries does.
    spark.streams.awaitAnyTermination()
    for query in queries:
        query.stop()
    job.commit()


main()
