import json

from deliver import deliver


def handler(event, context):
    """Called with any event: passes it on as one record. Yours to change."""
    deliver([json.dumps(event)])
    return {"delivered": 1}
