import json

from deliver import deliver


def handler(event, context):
    """Called with messages of a queue: passes them on. Yours to change.

    Those that failed stay in the queue, and all others are deleted from it. Of a FIFO queue everything after the first
    that failed stays as well, so that order holds.
    """
    failures = []
    for record in event["Records"]:
        number = record["messageId"]
        if failures and record["eventSourceARN"].endswith(".fifo"):
            failures.append({"itemIdentifier": number})
            continue
        try:
            deliver([record["body"]])
        except Exception as error:  # whatever it is, the message must not be lost
            print(json.dumps({"messageId": number, "error": str(error)}))
            failures.append({"itemIdentifier": number})
    return {"batchItemFailures": failures}
