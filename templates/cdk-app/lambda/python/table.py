import json

from boto3.dynamodb.types import TypeDeserializer

from deliver import deliver

DESERIALIZER = TypeDeserializer()


def handler(event, context):
    """Called with changes of a DynamoDB table: passes each on with its kind, its keys and the item as it is now.

    Yours to change. What fails is tried again from the first failed change, so that no change is lost and order holds.
    """
    for record in event["Records"]:
        change = record["dynamodb"]
        try:
            item = _plain(change["NewImage"]) if "NewImage" in change else None
            record = {"change": record["eventName"], "keys": _plain(change["Keys"]), "item": item}
            deliver([json.dumps(record, default=_json)])
        except Exception as error:  # whatever it is, the change must not be lost
            number = change["SequenceNumber"]
            print(json.dumps({"sequenceNumber": number, "error": str(error)}))
            return {"batchItemFailures": [{"itemIdentifier": number}]}
    return {"batchItemFailures": []}


def _plain(image):
    return {name: DESERIALIZER.deserialize(value) for name, value in image.items()}


def _json(value):
    """Sets, bytes and decimal numbers have no JSON of their own."""
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=str)
    if hasattr(value, "as_integer_ratio"):
        return int(value) if value == int(value) else float(value)
    return str(value)
