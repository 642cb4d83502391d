"""A Glue Ray job: reads every input of the design that lies in a bucket, and writes it to every output there.

Inputs and outputs come as arguments, `--inputs` and `--outputs`, which the stack writes. Change `transform`: it gets pandas
frames, a block of the data set at a time, on the workers.
"""

import json
import sys

import ray


def argument(name):
    flag = f"--{name}"
    return sys.argv[sys.argv.index(flag) + 1] if flag in sys.argv else "[]"


def transform(frame):
    """The work of the job, one block at a time."""
    return frame


READERS = {"csv": "read_csv", "parquet": "read_parquet", "json": "read_json", "jsonl": "read_json"}
WRITERS = {"csv": "write_csv", "parquet": "write_parquet", "json": "write_json", "jsonl": "write_json"}


def main():
    ray.init("auto")
    sets = {}
    for table in json.loads(argument("inputs")):
        if table["connector"] != "files":
            raise SystemExit(f"{table['name']}: read {table['connector']} in code of your own; it is told {sorted(table)}")
        sets[table["name"]] = getattr(ray.data, READERS.get(table["format"], "read_binary_files"))(table["path"])
    for table in json.loads(argument("outputs")):
        found = sets.get(table["name"]) if len(sets) != 1 else next(iter(sets.values()))
        if found is None or table["connector"] != "files":
            raise SystemExit(f"{table['name']}: write it in code of your own; it is told {sorted(table)}")
        result = found.map_batches(transform, batch_format="pandas")
        getattr(result, WRITERS.get(table["format"], "write_json"))(table["path"])


main()
