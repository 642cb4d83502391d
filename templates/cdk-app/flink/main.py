"""A Flink application: reads every source of the design, and writes each record to every sink that has its columns.

The tables come from the property groups of the application, `source.<n>` and `sink.<n>`, which the stack writes. Change
`statements` to filter, join or aggregate: it is SQL over these tables.

Run it on your machine with IS_LOCAL=true and the property groups in application_properties.json beside this file.
"""

import json
import os

import pyflink.version
from pyflink.table import EnvironmentSettings, TableEnvironment

IS_LOCAL = os.environ.get("IS_LOCAL") == "true"
HERE = os.path.dirname(os.path.realpath(__file__))
PROPERTIES = os.path.join(HERE, "application_properties.json") if IS_LOCAL else "/etc/flink/application_properties.json"

LEGACY = tuple(int(part) for part in pyflink.version.__version__.split(".")[:2]) < (1, 19)

# Formats of Flink by the formats of the design. Sinks of files write the same.
FORMATS = {"json": "json", "jsonl": "json", "csv": "csv", "avro": "avro", "parquet": "parquet", "orc": "orc"}


def property_groups():
    with open(PROPERTIES, encoding="utf-8") as file:
        return {group["PropertyGroupId"]: group["PropertyMap"] for group in json.load(file)}


def options(properties, is_sink):
    """Options of the connector of a table; None for what Flink SQL has no connector for."""
    connector = properties["connector"]
    form = FORMATS.get(properties.get("format", "json"), "json")
    if connector == "kinesis":
        # Connectors of Flink 1.18 and before know streams by name.
        stream = {"stream": properties["stream.arn"].split("/")[-1]} if LEGACY else {"stream.arn": properties["stream.arn"]}
        start = {"scan.stream.initpos" if LEGACY else "source.init.position": "TRIM_HORIZON"}
        common = {"connector": "kinesis", **stream, "aws.region": properties["aws.region"], "format": form}
        return common if is_sink else {**common, **start}
    if connector == "kafka":
        common = {
            "connector": "kafka",
            "topic": properties["topic"],
            "properties.bootstrap.servers": properties["bootstrap.servers"],
            "properties.security.protocol": "SASL_SSL",
            "properties.sasl.mechanism": "AWS_MSK_IAM",
            "properties.sasl.jaas.config": "software.amazon.msk.auth.iam.IAMLoginModule required;",
            "properties.sasl.client.callback.handler.class": "software.amazon.msk.auth.iam.IAMClientCallbackHandler",
            "format": form,
        }
        if is_sink:
            return common
        return {**common, "properties.group.id": properties["group.id"], "scan.startup.mode": "group-offsets", "properties.auto.offset.reset": "earliest"}
    if connector == "firehose":
        return {"connector": "firehose", "delivery-stream": properties["delivery.stream"], "aws.region": properties["aws.region"], "format": form}
    if connector == "filesystem":
        return {"connector": "filesystem", "path": properties["path"], "format": form, "sink.rolling-policy.rollover-interval": "5 min"}
    if connector == "dynamodb":
        return {"connector": "dynamodb", "table-name": properties["table.name"], "aws.region": properties["aws.region"]}
    return None


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def create(environment, name, properties, is_sink):
    chosen = options(properties, is_sink)
    if chosen is None:
        print(f"{name}: write to {properties['connector']} in code of your own; its properties are {sorted(properties)}")
        return False
    columns = properties["columns"]
    time = "" if is_sink else ", `processed_at` AS PROCTIME()"
    pairs = ", ".join(f"{quoted(key)} = {quoted(value)}" for key, value in chosen.items())
    environment.execute_sql(f"CREATE TEMPORARY TABLE `{name}` ({columns}{time}) WITH ({pairs})")
    return True


def columns_of(environment, name):
    schema = environment.from_path(name).get_schema()
    return [column for column in schema.get_field_names() if column != "processed_at"]


def statements(environment, sources, sinks):
    """One statement for each pair of a source and a sink: the columns that both have."""
    for source in sources:
        given = columns_of(environment, source)
        for sink in sinks:
            wanted = columns_of(environment, sink)
            if all(column in given for column in wanted):
                names = ", ".join("`" + column.replace("`", "``") + "`" for column in wanted)
                yield f"INSERT INTO `{sink}` SELECT {names} FROM `{source}`"
            else:
                print(f"{source} has not all columns of {sink}: say in statements() where they come from")


def main():
    environment = TableEnvironment.create(EnvironmentSettings.in_streaming_mode())
    if IS_LOCAL:
        environment.get_config().set("pipeline.jars", f"file://{HERE}/lib/connectors.jar")
    sources, sinks = [], []
    for group, properties in sorted(property_groups().items()):
        way = group.split(".")[0]
        if way not in ("source", "sink"):
            continue
        name = group.replace(".", "_")
        if create(environment, name, properties, way == "sink"):
            (sinks if way == "sink" else sources).append(name)
    work = environment.create_statement_set()
    count = 0
    for statement in statements(environment, sources, sinks):
        work.add_insert_sql(statement)
        count += 1
    if count == 0:
        raise SystemExit("nothing to do: no source of the application has a sink")
    result = work.execute()
    if IS_LOCAL:
        result.wait()


if __name__ == "__main__":
    main()
