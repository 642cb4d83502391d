import json


def handler(event, context):
    """Called by SQL with a batch of rows, each a list of arguments: gives one result a row, in order. Yours to change."""
    results = [row[0] if row else None for row in event["arguments"]]
    return json.dumps({"success": True, "num_records": len(results), "results": results})
