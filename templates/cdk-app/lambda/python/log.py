import base64
import gzip
import json

from deliver import deliver


def handler(event, context):
    """Called by a log subscription: passes the log events on. Yours to change."""
    message = json.loads(gzip.decompress(base64.b64decode(event["awslogs"]["data"])))
    if message["messageType"] == "CONTROL_MESSAGE":
        return {"delivered": 0}
    deliver([json.dumps(entry) for entry in message["logEvents"]])
    return {"delivered": len(message["logEvents"])}
