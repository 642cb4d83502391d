"""Sends records to everything that the function feeds in the design.

The stack names these in the environment: DELIVER_TO_1=s3:<bucket>/<prefix>, firehose:<delivery stream>, kinesis:<stream>,
opensearch:<host>/<index>, collection:<host>/<index>, sqs:<queue URL>, sns:<topic ARN>, events:<bus>/<detail type>,
dynamodb:<table>.
"""

import hashlib
import json
import os
import uuid
from datetime import datetime, timezone
from decimal import Decimal
from urllib.request import Request, urlopen

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest

# Bytes that one call of SQS, SNS and EventBridge takes at least.
MESSAGE_BYTES = 256_000
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


def _to_queue(url, records):
    client = boto3.client("sqs")
    for part in _parts(records, 10, MESSAGE_BYTES):
        entries = [{"Id": str(index), "MessageBody": record, **_in_order(url, record)} for index, record in enumerate(part)]
        answer = client.send_message_batch(QueueUrl=url, Entries=entries)
        _refuse(url, part, len(answer.get("Failed", [])))


def _to_topic(topic, records):
    client = boto3.client("sns")
    for part in _parts(records, 10, MESSAGE_BYTES):
        entries = [{"Id": str(index), "Message": record, **_in_order(topic, record)} for index, record in enumerate(part)]
        answer = client.publish_batch(TopicArn=topic, PublishBatchRequestEntries=entries)
        _refuse(topic, part, len(answer.get("Failed", [])))


def _to_bus(place, records):
    bus, _, detail_type = place.partition("/")
    base = {"EventBusName": bus, "Source": os.environ["AWS_LAMBDA_FUNCTION_NAME"], "DetailType": detail_type}
    client = boto3.client("events")
    for part in _parts(records, 10, MESSAGE_BYTES):
        answer = client.put_events(Entries=[{**base, "Detail": _document(record)} for record in part])
        _refuse(bus, part, answer["FailedEntryCount"])


def _in_order(target, record):
    """FIFO queues and topics want a group, within which order holds, and an id by which they know what they have already."""
    if not target.endswith(".fifo"):
        return {}
    return {"MessageGroupId": "records", "MessageDeduplicationId": hashlib.sha256(record.encode()).hexdigest()}


def _to_table(name, records):
    """An item is a JSON object that has the key of the table."""
    table = boto3.resource("dynamodb").Table(name)
    for record in records:
        table.put_item(Item=json.loads(record, parse_float=Decimal))


def _to_domain(place, records):
    _into_index("es", place, records)


def _to_collection(place, records):
    _into_index("aoss", place, records)


def _into_index(service, place, records):
    host, _, index = place.partition("/")
    url = f"https://{host}/{index}/_bulk"
    session = boto3.Session()
    for part in _parts(records):
        body = "".join(f'{{"create":{{}}}}\n{_document(record)}\n' for record in part).encode()
        headers = {"content-type": "application/x-ndjson", "x-amz-content-sha256": hashlib.sha256(body).hexdigest()}
        request = AWSRequest("POST", url, data=body, headers=headers)
        SigV4Auth(session.get_credentials(), service, session.region_name).add_auth(request)
        with urlopen(Request(url, data=body, headers=dict(request.headers.items()), method="POST"), timeout=30) as answer:
            items = json.load(answer)["items"]
        _refuse(index, part, sum(item["create"]["status"] >= 300 for item in items))


def _document(record):
    """A record that is no JSON object becomes the field `message` of one. One line: the bulk format ends documents by lines."""
    try:
        value = json.loads(record)
    except ValueError:
        value = record
    return json.dumps(value if isinstance(value, dict) else {"message": record})


def _refuse(name, part, failed):
    if failed:
        raise RuntimeError(f"{failed} of {len(part)} records were refused by {name}")


def _parts(records, size=500, size_bytes=None):
    """Records in parts of so many, and of so many bytes where that counts."""
    part, length = [], 0
    for record in records:
        own = len(record.encode())
        if len(part) == size or (part and size_bytes is not None and length + own > size_bytes):
            yield part
            part, length = [], 0
        part.append(record)
        length += own
    if part:
        yield part


SENDERS = {
    "s3": _to_s3,
    "dynamodb": _to_table,
    "firehose": _to_firehose,
    "kinesis": _to_kinesis,
    "opensearch": _to_domain,
    "collection": _to_collection,
    "sqs": _to_queue,
    "sns": _to_topic,
    "events": _to_bus,
}
