"""Sends records to everything that the function feeds in the design.

The stack names these in the environment: DELIVER_TO_1=s3:<bucket>/<prefix>, firehose:<delivery stream>, kinesis:<stream>.
"""

import os
import uuid
from datetime import datetime, timezone

import boto3

TARGETS = [value.split(":", 1) for key, value in sorted(os.environ.items()) if key.startswith("DELIVER_TO_")]


def deliver(records):
    """records: texts, one for each record."""
    if not records:
        return
    for kind, name in TARGETS:
        SENDERS[kind](name, records)


def _to_s3(place, records):
    bucket, _, prefix = place.partition("/")
    key = f"{prefix}{datetime.now(timezone.utc):%Y-%m-%dT%H-%M-%S}-{uuid.uuid4()}.json"
    boto3.client("s3").put_object(Bucket=bucket, Key=key, Body="".join(f"{record}\n" for record in records).encode())


def _to_firehose(name, records):
    client = boto3.client("firehose")
    for part in _parts(records):
        answer = client.put_record_batch(DeliveryStreamName=name, Records=[{"Data": f"{record}\n".encode()} for record in part])
        _refuse(name, part, answer["FailedPutCount"])


def _to_kinesis(name, records):
    client = boto3.client("kinesis")
    for part in _parts(records):
        answer = client.put_records(StreamName=name, Records=[{"Data": record.encode(), "PartitionKey": str(uuid.uuid4())} for record in part])
        _refuse(name, part, answer["FailedRecordCount"])


def _refuse(name, part, failed):
    if failed:
        raise RuntimeError(f"{failed} of {len(part)} records were refused by {name}")


def _parts(records, size=500):
    return (records[start : start + size] for start in range(0, len(records), size))


SENDERS = {"s3": _to_s3, "firehose": _to_firehose, "kinesis": _to_kinesis}
