"""A Glue Python shell job: reads every input of the design, and writes it to every output that carries the same data set.

Inputs and outputs come as arguments, `--inputs` and `--outputs`, which the stack writes. Change `transform`: it is pandas,
in the memory of one machine.
"""

import hashlib
import json
import sys
import urllib.request
import uuid

import awswrangler as wr
import boto3
import pandas as pd
import sqlalchemy
from awsglue.utils import getResolvedOptions
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest

OPTIONAL = ("mask_columns",)
OPTIONS = getResolvedOptions(sys.argv, ["inputs", "outputs", *[name for name in OPTIONAL if f"--{name}" in sys.argv]])
DRIVERS = {"mysql": "mysql+pymysql", "mariadb": "mysql+pymysql", "postgresql": "postgresql+psycopg2"}


def transform(data_set, frame):
    """The work of the job, one data set at a time. Returns what is written."""
    return frame


def engine_of(table):
    """A connection to a database. For engines other than these, name a driver in the Python modules of the job."""
    login = json.loads(boto3.client("secretsmanager").get_secret_value(SecretId=table["secret"])["SecretString"])
    url = sqlalchemy.engine.URL.create(
        DRIVERS.get(table["engine"], table["engine"]),
        username=login["username"],
        password=login["password"],
        host=table["host"],
        port=int(table["port"]),
        database=table.get("database"),
    )
    return sqlalchemy.create_engine(url)


def read(table):
    connector, form = table["connector"], table.get("format")
    if connector == "files":
        names = [name for name, _ in table.get("columns", [])] or None
        if form in ("csv", "tsv"):
            return wr.s3.read_csv(table["path"], header=None if names else "infer", names=names, sep="\t" if form == "tsv" else ",")
        if form == "parquet":
            return wr.s3.read_parquet(table["path"], dataset=True)
        return wr.s3.read_json(table["path"], lines=True)
    if connector == "dynamodb":
        scanned, start = [], {}
        source = boto3.resource("dynamodb").Table(table["table"])
        while True:
            page = source.scan(**start)
            scanned += page["Items"]
            if "LastEvaluatedKey" not in page:
                return pd.DataFrame(scanned)
            start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
    if connector == "jdbc":
        return pd.read_sql_table(table["table"], engine_of(table))
    raise SystemExit(f"{table['name']}: read {connector} in code of your own; it is told {sorted(table)}")


def write(frame, table):
    connector, form = table["connector"], table.get("format")
    records = json.loads(frame.to_json(orient="records"))
    if connector == "files":
        path = f"{table['path']}{uuid.uuid4().hex}"
        if form in ("csv", "tsv"):
            wr.s3.to_csv(frame, f"{path}.{form}", index=False, header=False, sep="\t" if form == "tsv" else ",")
        elif form == "parquet":
            wr.s3.to_parquet(frame, f"{path}.parquet")
        else:
            wr.s3.to_json(frame, f"{path}.json", orient="records", lines=True)
    elif connector == "dynamodb":
        wr.dynamodb.put_df(frame, table["table"])
    elif connector == "jdbc":
        frame.to_sql(table["table"], engine_of(table), if_exists="append", index=False)
    elif connector == "kinesis":
        client = boto3.client("kinesis")
        for start in range(0, len(records), 500):
            entries = [{"Data": json.dumps(one).encode(), "PartitionKey": uuid.uuid4().hex} for one in records[start : start + 500]]
            answer = client.put_records(StreamName=table["stream"], Records=entries)
            if answer["FailedRecordCount"]:
                raise SystemExit(f"{answer['FailedRecordCount']} records were not taken by {table['stream']}")
    elif connector == "search":
        bulk(records, table)
    else:
        raise SystemExit(f"{table['name']}: write {connector} in code of your own; it is told {sorted(table)}")


def bulk(records, table):
    url, action = table["url"].rstrip("/") + "/_bulk", json.dumps({"index": {"_index": table["index"]}})
    for start in range(0, len(records), 1000):
        body = "".join(f"{action}\n{json.dumps(one)}\n" for one in records[start : start + 1000]).encode()
        headers = {"Content-Type": "application/x-ndjson", "X-Amz-Content-SHA256": hashlib.sha256(body).hexdigest()}
        request = AWSRequest("POST", url, data=body, headers=headers)
        SigV4Auth(boto3.Session().get_credentials(), table["service"], table["region"]).add_auth(request)
        with urllib.request.urlopen(urllib.request.Request(url, data=body, headers=dict(request.headers)), timeout=60) as answer:
            result = json.loads(answer.read())
        if result.get("errors"):
            raise SystemExit(f"records were not taken by {table['index']}: {result['items'][:1]}")


def main():
    frames = {}
    for table in json.loads(OPTIONS["inputs"]):
        frame = read(table)
        for column in json.loads(OPTIONS.get("mask_columns", "[]")):
            if column in frame.columns:
                frame[column] = frame[column].map(lambda value: hashlib.sha256(str(value).encode()).hexdigest())
        frames.setdefault(table["name"], []).append(frame)
    for table in json.loads(OPTIONS["outputs"]):
        found = frames.get(table["name"]) if len(frames) != 1 else next(iter(frames.values()))
        if found is None:
            raise SystemExit(f"{table['name']}: no input carries it. Say in main() which of {sorted(frames)} it comes from")
        write(transform(table["name"], pd.concat(found)), table)


main()
