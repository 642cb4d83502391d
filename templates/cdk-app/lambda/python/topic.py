from deliver import deliver


def handler(event, context):
    """Called with messages of a topic: passes them on. Yours to change."""
    deliver([record["Sns"]["Message"] for record in event["Records"]])
    return {"delivered": len(event["Records"])}
