import base64
import json

from deliver import deliver


def handler(event, context):
    """Called by a pipe with a batch: passes its records on, and gives them back, for a pipe that has them enriched on the
    way to its target. Yours to change.
    """
    records = [_record_of(wrapped) for wrapped in event]
    deliver([record if isinstance(record, str) else json.dumps(record) for record in records])
    return records


def _record_of(event):
    """What the source wraps: of a stream, a topic and a queue as they were sent, of a table the change."""
    source = event.get("eventSource")
    if source == "aws:kinesis":
        return _parsed(base64.b64decode(event["data"]).decode())
    if source == "aws:kafka":
        return _parsed(base64.b64decode(event.get("value") or "").decode())
    if source == "aws:sqs":
        return _parsed(event["body"])
    if source == "aws:dynamodb":
        return {"change": event["eventName"], **event["dynamodb"]}
    return event


def _parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return text
