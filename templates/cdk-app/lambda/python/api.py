import base64
import json

from deliver import deliver


def handler(event, context):
    """Called by the API for each request: passes the body on as one record. Yours to change."""
    body = event.get("body") or ""
    deliver([base64.b64decode(body).decode() if event.get("isBase64Encoded") else body])
    return {"statusCode": 202, "headers": {"content-type": "application/json"}, "body": json.dumps({"taken": True})}
