"""A Spark job: reads every input of the design, and writes it to every output that carries the same data set.

Inputs and outputs come as arguments, which the stack writes. Change `transform` to clean, join or aggregate.
"""

import argparse
import json

from pipeline_io import (
    REDSHIFT,
    as_json,
    dynamodb_sender,
    iceberg_name,
    jdbc_options,
    kafka_options,
    masked,
    parsed,
    read_dynamodb,
    read_files,
    redshift_options,
    write,
)
from pyspark.sql import SparkSession
from pyspark.sql import functions as f


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--inputs", type=json.loads, default=[])
    parser.add_argument("--outputs", type=json.loads, default=[])
    parser.add_argument("--mask", type=json.loads, default=[])
    parser.add_argument("--work", default="")
    parser.add_argument("--window-seconds", type=int, default=60)
    return parser.parse_args()


OPTIONS = arguments()
spark = SparkSession.builder.appName("pipeline").enableHiveSupport().getOrCreate()
STREAMS = ("kinesis", "kafka")


def transform(data_set, frame):
    """The work of the job, one data set at a time; of a stream, one window at a time. Returns what is written."""
    return frame


def read(table):
    connector = table["connector"]
    if connector == "files":
        return read_files(spark, table)
    if connector == "iceberg":
        return spark.table(iceberg_name(table))
    if connector == "dynamodb":
        return read_dynamodb(spark, table)
    if connector == "jdbc":
        return spark.read.format("jdbc").options(**jdbc_options(table)).load()
    if connector == "redshift":
        return spark.read.format(REDSHIFT).options(**redshift_options(table, OPTIONS.work)).load()
    raise SystemExit(f"{table['name']}: read {connector} in code of your own; it is told {sorted(table)}")


def stream_of(table):
    if table["connector"] == "kafka":
        raw = spark.readStream.format("kafka").options(**kafka_options(table)).load()
        return parsed(raw.select(f.col("value").cast("string").alias("text")), table)
    raw = (
        spark.readStream.format("aws-kinesis")
        .option("kinesis.region", table["region"])
        .option("kinesis.streamName", table["stream"])
        .option("kinesis.consumerType", "GetRecords")
        .option("kinesis.endpointUrl", f"https://kinesis.{table['region']}.amazonaws.com")
        .option("kinesis.startingPosition", "TRIM_HORIZON")
        .load()
    )
    return parsed(raw.select(f.col("data").cast("string").alias("text")), table)


def deliver(name, frame, alone):
    """Writes what was read to the outputs of its data set; where it is all there is to read, to every output."""
    frame = masked(frame, OPTIONS.mask)
    wanted = [table for table in OPTIONS.outputs if alone or table["name"] == name]
    for table in wanted:
        result = transform(table["name"], frame)
        if table["connector"] == "dynamodb":
            as_json(result).foreachPartition(dynamodb_sender(table))
        elif table["connector"] == "jdbc":
            result.write.format("jdbc").options(**jdbc_options(table)).mode("append").save()
        elif table["connector"] == "redshift":
            result.write.format(REDSHIFT).options(**redshift_options(table, OPTIONS.work)).mode("append").save()
        elif not write(result, table):
            raise SystemExit(f"{table['name']}: write {table['connector']} in code of your own; it is told {sorted(table)}")
    if not wanted:
        print(f"{name}: no output carries it. Say in deliver() where it goes")


def main():
    alone = len({table["name"] for table in OPTIONS.inputs}) == 1
    streams = [table for table in OPTIONS.inputs if table["connector"] in STREAMS]
    for table in OPTIONS.inputs:
        if table not in streams:
            deliver(table["name"], read(table), alone)
    for table in streams:
        (
            stream_of(table)
            .writeStream.foreachBatch(lambda frame, _, name=table["name"]: deliver(name, frame, alone))
            .trigger(processingTime=f"{OPTIONS.window_seconds} seconds")
            # How far the stream was read: a job that starts again goes on from there.
            .option("checkpointLocation", f"{OPTIONS.work}checkpoints/{table['name']}/")
            .start()
        )
    if streams:
        spark.streams.awaitAnyTermination()


main()
