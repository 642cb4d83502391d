"""What the Spark jobs of the design share: how files, tables, streams and indexes of the design are read and written.

Each store is described by a dictionary that the stack writes; `connector` says how it is reached.
"""

import hashlib
import json
import time
import urllib.parse
import urllib.request
import uuid

import boto3
import botocore.session
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

SPARK_FORMATS = {"json": "json", "jsonl": "json", "csv": "csv", "tsv": "csv", "parquet": "parquet", "orc": "orc", "avro": "avro", "text-log": "text"}


def secret(table):
    client = boto3.client("secretsmanager", region_name=table.get("region"))
    return json.loads(client.get_secret_value(SecretId=table["secret"])["SecretString"])


def text_options(table):
    if table["format"] == "tsv":
        return {"sep": "\t"}
    return {"quote": '"', "escape": '"'} if table["format"] == "csv" else {}


def iceberg_name(table):
    if "arn" not in table:
        return f"glue_catalog.`{table['database']}`.`{table['table']}`"
    account = table["arn"].split(":")[4]
    *catalogs, database, name = table["arn"].split(":table/")[-1].split("/")
    return f"{mounted(account, catalogs) if catalogs else 'glue_catalog'}.`{database}`.`{name}`"


def mounted(account, catalogs):
    """Spark's name of a catalog inside that of the account, such as a table bucket: the session knows it from then on."""
    name = "_".join(catalogs).replace("-", "_")
    settings = {
        "": "org.apache.iceberg.spark.SparkCatalog",
        ".catalog-impl": "org.apache.iceberg.aws.glue.GlueCatalog",
        ".io-impl": "org.apache.iceberg.aws.s3.S3FileIO",
        ".glue.id": f"{account}:{'/'.join(catalogs)}",
        ".warehouse": f"s3://{catalogs[-1]}/warehouse/",
    }
    for key, value in settings.items():
        SparkSession.getActiveSession().conf.set(f"spark.sql.catalog.{name}{key}", value)
    return name


def read_files(spark, table):
    form = SPARK_FORMATS.get(table["format"])
    if form is None:
        return spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(table["path"])
    return named(spark.read.options(**text_options(table)).format(form).load(table["path"]), table)


def named(frame, table):
    """Delimited files of the design have no header: their columns are called as it says."""
    columns = table.get("columns", [])
    if table["format"] in ("csv", "tsv") and len(frame.columns) == len(columns):
        return frame.toDF(*[name for name, _ in columns])
    return frame


def kafka_options(table):
    return {
        "kafka.bootstrap.servers": table["brokers"],
        "subscribe": table["topic"],
        "startingOffsets": "earliest",
        "kafka.group.id": table["group"],
        "kafka.security.protocol": "SASL_SSL",
        "kafka.sasl.mechanism": "AWS_MSK_IAM",
        "kafka.sasl.jaas.config": "software.amazon.msk.auth.iam.IAMLoginModule required;",
        "kafka.sasl.client.callback.handler.class": "software.amazon.msk.auth.iam.IAMClientCallbackHandler",
    }


def parsed(frame, table):
    """Records as columns, where the design knows them."""
    if not table.get("columns"):
        return frame
    schema = ", ".join(f"`{name}` {kind}" for name, kind in table["columns"])
    return frame.select(f.from_json("text", schema).alias("record")).select("record.*")


def masked(frame, columns):
    """Personal columns as their hashes: equal values stay equal, and nobody reads them."""
    for column in columns:
        if column in frame.columns:
            frame = frame.withColumn(column, f.sha2(f.col(column).cast("string"), 256))
    return frame


def write_files(frame, table):
    form = SPARK_FORMATS.get(table["format"], "json")
    partitions = [column for column in table.get("partitions", []) if column in frame.columns]
    writer = frame.write.mode("append").format(form).options(**text_options(table))
    if form == "text":
        writer = frame.select(f.to_json(f.struct(*frame.columns)).alias("value")).write.mode("append").format(form)
        partitions = []
    if partitions:
        writer = writer.partitionBy(*partitions)
    writer.save(table["path"])
    if partitions and "table" in table:
        register(frame.select(*partitions).distinct().collect(), partitions, table)


def register(rows, partitions, table):
    """Tells the catalog of partitions, so that engines find them."""
    client = boto3.client("glue")
    storage = client.get_table(DatabaseName=table["database"], Name=table["table"])["Table"]["StorageDescriptor"]
    inputs = []
    for row in rows:
        values = [str(row[column]) for column in partitions]
        folder = "/".join(f"{column}={value}" for column, value in zip(partitions, values))
        inputs.append({"Values": values, "StorageDescriptor": {**storage, "Location": f"{storage['Location'].rstrip('/')}/{folder}/"}})
    for start in range(0, len(inputs), 100):
        answer = client.batch_create_partition(
            DatabaseName=table["database"], TableName=table["table"], PartitionInputList=inputs[start : start + 100]
        )
        errors = [one for one in answer.get("Errors", []) if one["ErrorDetail"]["ErrorCode"] != "AlreadyExistsException"]
        if errors:
            raise SystemExit(f"{table['name']}: the catalog refused partitions: {errors}")


def write(frame, table):
    """Writes to what every engine reaches in the same way. Returns False for what the job itself has to know."""
    connector = table["connector"]
    if connector == "files":
        write_files(frame, table)
    elif connector == "iceberg":
        frame.writeTo(iceberg_name(table)).append()
    elif connector in SENDERS:
        as_json(frame).foreachPartition(SENDERS[connector](table))
    else:
        return False
    return True


def as_json(frame):
    return frame.select(f.to_json(f.struct(*frame.columns)).alias("json"))


def batches(rows, size):
    batch = []
    for row in rows:
        batch.append(row["json"])
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def kinesis_sender(table):
    stream, region = table["stream"], table["region"]

    def send(rows):
        client = boto3.client("kinesis", region_name=region)
        for batch in batches(rows, 500):
            records = [{"Data": record.encode(), "PartitionKey": uuid.uuid4().hex} for record in batch]
            for attempt in range(8):
                answer = client.put_records(StreamName=stream, Records=records)
                records = [one for one, result in zip(records, answer["Records"]) if "ErrorCode" in result]
                if not records:
                    break
                time.sleep(0.2 * 2**attempt)
            if records:
                raise RuntimeError(f"{len(records)} records were not taken by {stream}")

    return send


def signed(url, body, service, region, kind):
    headers = {"Content-Type": kind}
    if service == "aoss":
        headers["X-Amz-Content-SHA256"] = hashlib.sha256(body).hexdigest()
    request = AWSRequest("POST", url, data=body, headers=headers)
    SigV4Auth(botocore.session.get_session().get_credentials(), service, region).add_auth(request)
    with urllib.request.urlopen(urllib.request.Request(url, data=body, headers=dict(request.headers)), timeout=60) as answer:
        return answer.read()


def search_sender(table):
    url, index, service, region = table["url"].rstrip("/") + "/_bulk", table["index"], table["service"], table["region"]

    def send(rows):
        action = json.dumps({"index": {"_index": index}})
        for batch in batches(rows, 1000):
            body = "".join(f"{action}\n{record}\n" for record in batch).encode()
            answer = json.loads(signed(url, body, service, region, "application/x-ndjson"))
            if answer.get("errors"):
                refused = [item for item in answer["items"] if item["index"].get("error")]
                raise RuntimeError(f"{len(refused)} records were not taken by {index}: {refused[:1]}")

    return send


def neptune_sender(table):
    url = f"https://{table['host']}:{table['port']}/openCypher"
    label, region = "".join(letter for letter in table["table"] if letter.isalnum() or letter == "_"), table["region"]

    def send(rows):
        for batch in batches(rows, 200):
            parameters = json.dumps({"rows": [json.loads(record) for record in batch]})
            query = f"UNWIND $rows AS row CREATE (n:`{label}`) SET n = row"
            body = urllib.parse.urlencode({"query": query, "parameters": parameters}).encode()
            signed(url, body, "neptune-db", region, "application/x-www-form-urlencoded")

    return send


def dynamodb_sender(table):
    name, region = table["table"], table["region"]

    def send(rows):
        from decimal import Decimal

        target = boto3.resource("dynamodb", region_name=region).Table(name)
        with target.batch_writer() as batch:
            for row in rows:
                batch.put_item(Item=json.loads(row["json"], parse_float=Decimal))

    return send


def read_dynamodb(spark, table, segments=16):
    """Scans a table in parallel: each worker takes a segment of it."""
    name, region = table["table"], table["region"]

    def scan(numbers):
        client = boto3.resource("dynamodb", region_name=region).Table(name)
        for number in numbers:
            start = {}
            while True:
                page = client.scan(Segment=number, TotalSegments=segments, **start)
                for item in page["Items"]:
                    yield json.dumps(item, default=str)
                if "LastEvaluatedKey" not in page:
                    break
                start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}

    return spark.read.json(spark.sparkContext.parallelize(range(segments), segments).mapPartitions(scan))


JDBC_DRIVERS = {
    "mysql": "org.mariadb.jdbc.Driver",
    "mariadb": "org.mariadb.jdbc.Driver",
    "postgresql": "org.postgresql.Driver",
    "oracle": "oracle.jdbc.OracleDriver",
    "sqlserver": "com.microsoft.sqlserver.jdbc.SQLServerDriver",
    "db2": "com.ibm.db2.jcc.DB2Driver",
}


def jdbc_options(table):
    """Options of Spark for a database. Its driver has to be on the class path of the job."""
    login, engine, database = secret(table), table["engine"], table.get("database") or "pipeline"
    address = f"{table['host']}:{table['port']}"
    if engine == "oracle":
        url = f"jdbc:oracle:thin:@//{address}/{database}"
    elif engine == "sqlserver":
        url = f"jdbc:sqlserver://{address};databaseName={database};encrypt=true"
    else:
        url = f"jdbc:{'mariadb' if engine == 'mysql' else engine}://{address}/{database}"
    return {"url": url, "dbtable": table["table"], "driver": JDBC_DRIVERS[engine], "user": login["username"], "password": login["password"]}


def redshift_options(table, work):
    """Options of the Redshift connector of EMR: by IAM, staged in a bucket."""
    return {
        "url": f"jdbc:redshift:iam://{table['host']}:{table['port']}/{table.get('database') or 'dev'}",
        "dbtable": table["table"],
        "tempdir": f"{work}temporary/{table['name']}/",
        "forward_spark_s3_credentials": "true",
    }


REDSHIFT = "io.github.spark_redshift_community.spark.redshift"

SENDERS = {"kinesis": kinesis_sender, "search": search_sender, "neptune": neptune_sender}
