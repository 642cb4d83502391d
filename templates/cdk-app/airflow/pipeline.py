"""The DAG of the design: starts its jobs in order, waits for each, and tells how the run went.

The stack says in the setting `pipeline.tasks` what to run, so this file stays as it is when the design changes. Each task
calls the API of a service. Marks in the parameters of a call stand for what is known only when it runs:
{"$conf": "name"} a value that the run was started with, {"$conf": ""} all of them as JSON, {"$answer": "path"} a value of
what the start of the job answered, {"$text": "..."} text with its special characters escaped, {"$run": true} the id of the
run, {"$time": true} the time in seconds, {"$report": "..."} how the run went, as JSON.
"""

import json
import os
import time
from datetime import datetime, timedelta, timezone
from urllib.parse import unquote

from airflow import DAG

try:
    from airflow.providers.standard.operators.python import PythonOperator
except ImportError:  # Airflow 2
    from airflow.operators.python import PythonOperator

PIPELINE = json.loads(os.environ.get("AIRFLOW__PIPELINE__TASKS", '{"dag": "pipeline", "tasks": []}'))


def at(value, path):
    """The value at a path such as `JobRun.State` or `Records.0.Status`; None where there is none."""
    for part in path.split("."):
        if isinstance(value, list):
            value = value[int(part)] if int(part) < len(value) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value


def filled(value, answer, context):
    """Parameters with what their marks stand for."""
    if isinstance(value, list):
        return [filled(item, answer, context) for item in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        (mark, given), = value.items()
        run = context["dag_run"]
        conf = run.conf or {}
        if mark == "$conf":
            return json.dumps(conf) if given == "" else conf[given]
        if mark == "$answer":
            return at(answer, given)
        if mark == "$text":
            return unquote(given)
        if mark == "$run":
            return run.run_id
        if mark == "$time":
            return str(int(time.time()))
        if mark == "$report":
            return json.dumps({"dag": run.dag_id, "run": run.run_id, "status": given, "input": conf})
    return {key: filled(item, answer, context) for key, item in value.items()}


def run_calls(calls, **context):
    import boto3

    for call in calls:
        client = boto3.client(call["service"])
        method, parameters = call["start"]
        answer = getattr(client, method)(**filled(parameters, None, context))
        if answer.get("FunctionError"):
            raise RuntimeError(f"the function failed: {answer['Payload'].read().decode()}")
        until = call.get("until")
        while until:
            time.sleep(until["seconds"])
            method, parameters = until["ask"]
            state = at(getattr(client, method)(**filled(parameters, answer, context)), until["at"])
            if state in until["good"]:
                break
            if state in until["bad"]:
                raise RuntimeError(f"{call['service']} says that the job is {state}")


minutes = PIPELINE.get("everyMinutes")
limit = PIPELINE.get("timeoutMinutes")

with DAG(
    dag_id=PIPELINE["dag"],
    schedule=timedelta(minutes=minutes) if minutes else None,
    start_date=datetime(2025, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(minutes=limit) if limit else None,
    default_args={
        "retries": PIPELINE.get("retries", 0),
        "retry_delay": timedelta(seconds=PIPELINE.get("retrySeconds", 300)),
    },
) as dag:
    tasks = {}
    for task in PIPELINE["tasks"]:
        tasks[task["id"]] = PythonOperator(
            task_id=task["id"],
            python_callable=run_calls,
            op_kwargs={"calls": task["calls"]},
            trigger_rule=task.get("rule", "all_success"),
        )
        for earlier in task["after"]:
            tasks[earlier] >> tasks[task["id"]]
