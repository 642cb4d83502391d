import base64
import json

from deliver import deliver


def handler(event, context):
    """Called with a batch of a data stream: passes the records on. Yours to change.

    What fails is tried again from the first failed record, so that no record is lost and order holds.
    """
    for record in event["Records"]:
        number = record["kinesis"]["sequenceNumber"]
        try:
            deliver([base64.b64decode(record["kinesis"]["data"]).decode()])
        except Exception as error:  # whatever it is, the record must not be lost
            print(json.dumps({"sequenceNumber": number, "error": str(error)}))
            return {"batchItemFailures": [{"itemIdentifier": number}]}
    return {"batchItemFailures": []}
