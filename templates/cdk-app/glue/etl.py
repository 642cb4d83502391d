"""A Glue job: reads every input of the design, and writes it to every output that carries the same data set.

Inputs and outputs come as arguments, `--inputs` and `--outputs`, which the stack writes. Change `transform` to clean, join
or aggregate: it is Spark.
"""

import json
import sys

from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pipeline_io import SPARK_FORMATS, iceberg_name, kafka_options, masked, named, parsed, read_files, secret, write
from pyspark.context import SparkContext
from pyspark.sql import functions as f

OPTIONAL = ("TempDir", "mask_columns", "quality_rules")
OPTIONS = getResolvedOptions(
    sys.argv, ["JOB_NAME", "inputs", "outputs", *[name for name in OPTIONAL if f"--{name}" in sys.argv]]
)
glue = GlueContext(SparkContext.getOrCreate())
spark = glue.spark_session


def transform(data_set, frame):
    """The work of the job, one data set at a time. Returns what is written."""
    return frame


def read(table):
    connector = table["connector"]
    # What an edge loads in full has no bookmark: each run reads all of it.
    bookmark = "" if table.get("full") else f"read_{table['name']}"
    if connector == "files":
        return read_new_files(table, bookmark)
    if connector == "iceberg":
        return spark.table(iceberg_name(table))
    if connector == "dynamodb":
        return source("dynamodb", {"dynamodb.input.tableName": table["table"], "dynamodb.throughput.read.percent": "0.5"})
    if connector in ("jdbc", "redshift"):
        return source(*database(table), bookmark)
    if connector == "mongodb":
        return source("documentdb", document_options(table))
    if connector == "kinesis":
        stream = {"typeOfData": "kinesis", "streamARN": table["arn"], "classification": "json"}
        return source("kinesis", {**stream, "startingPosition": "TRIM_HORIZON", "inferSchema": "true"}, bookmark)
    if connector == "kafka":
        raw = spark.read.format("kafka").options(**kafka_options(table)).load()
        return parsed(raw.select(f.col("value").cast("string").alias("text")), table)
    raise SystemExit(f"{table['name']}: read {connector} in code of your own; it is told {sorted(table)}")


def source(kind, options, bookmark=""):
    return glue.create_dynamic_frame.from_options(
        connection_type=kind, connection_options=options, transformation_ctx=bookmark
    ).toDF()


def read_new_files(table, bookmark):
    form = {"tsv": "csv"}.get(table["format"], SPARK_FORMATS.get(table["format"]))
    if not bookmark or form not in ("json", "csv", "parquet", "orc", "avro"):
        return read_files(spark, table)
    # Bookmarks follow files that Glue itself lists.
    frame = glue.create_dynamic_frame.from_options(
        connection_type="s3",
        connection_options={"paths": [table["path"]], "recurse": True},
        format=form,
        format_options={"separator": "\t"} if table["format"] == "tsv" else {},
        transformation_ctx=bookmark,
    )
    return named(frame.toDF(), table)


def database(table):
    """Kind and options of a database: its address and its password stand in the connection."""
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


def checked(name, frame):
    """Fails the run when a rule of quality does."""
    if "quality_rules" not in OPTIONS:
        return frame
    from awsgluedq.transforms import EvaluateDataQuality

    outcomes = EvaluateDataQuality.apply(
        frame=DynamicFrame.fromDF(frame, glue, name),
        ruleset=OPTIONS["quality_rules"],
        publishing_options={
            "dataQualityEvaluationContext": name,
            "enableDataQualityCloudWatchMetrics": False,
            "enableDataQualityResultsPublishing": False,
        },
    ).toDF()
    failed = outcomes.filter(f.col("Outcome") == "Failed").collect()
    for row in failed:
        print(f"{name}: {row['Rule']}: {row['FailureReason']}")
    if failed:
        raise SystemExit(f"{name}: {len(failed)} rules of quality failed")
    return frame


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


def main():
    job = Job(glue)
    job.init(OPTIONS["JOB_NAME"], OPTIONS)
    hidden = json.loads(OPTIONS.get("mask_columns", "[]"))
    frames = {}
    for table in json.loads(OPTIONS["inputs"]):
        name = table["name"]
        frame = masked(checked(name, read(table)), hidden)
        frames[name] = frames[name].unionByName(frame, True) if name in frames else frame
    for table in json.loads(OPTIONS["outputs"]):
        frame = frames.get(table["name"]) if len(frames) != 1 else next(iter(frames.values()))
        if frame is None:
            raise SystemExit(f"{table['name']}: no input carries it. Say in main() which of {sorted(frames)} it comes from")
        if not frame.columns:
            print(f"{table['name']}: nothing new")
            continue
        result = transform(table["name"], frame)
        if not write(result, table):
            write_table(result, table)
    # Bookmarks move on here, once everything is written.
    job.commit()


main()
