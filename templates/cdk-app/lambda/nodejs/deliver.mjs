import { createHash } from 'node:crypto';

/**
 * Sends records to everything that the function feeds in the design. The stack names these in the environment:
 * DELIVER_TO_1=s3:<bucket>/<prefix>, firehose:<delivery stream>, kinesis:<stream>, opensearch:<host>/<index>,
 * collection:<host>/<index>, sqs:<queue URL>, sns:<topic ARN>, events:<bus>/<detail type>, dynamodb:<table>.
 */
const targets = Object.keys(process.env)
  .filter((key) => key.startsWith('DELIVER_TO_'))
  .sort()
  .map((key) => /^(\w+):([^/]+)\/?(.*)$/.exec(process.env[key]));

/** @param {string[]} records texts, one for each record */
export async function deliver(records) {
  if (records.length === 0) return;
  for (const [, kind, name, prefix] of targets) await senders[kind](name, records, prefix);
}

const senders = {
  async s3(Bucket, records, prefix) {
    const { S3Client, PutObjectCommand } = await import('@aws-sdk/client-s3');
    const Key = `${prefix}${new Date().toISOString().replaceAll(':', '-')}-${crypto.randomUUID()}.json`;
    await new S3Client({}).send(new PutObjectCommand({ Bucket, Key, Body: records.map((record) => `${record}\n`).join('') }));
  },
  async firehose(DeliveryStreamName, records) {
    const { FirehoseClient, PutRecordBatchCommand } = await import('@aws-sdk/client-firehose');
    const client = new FirehoseClient({});
    for (const part of parts(records, 500)) {
      const Records = part.map((record) => ({ Data: Buffer.from(`${record}\n`) }));
      const { FailedPutCount } = await client.send(new PutRecordBatchCommand({ DeliveryStreamName, Records }));
      if (FailedPutCount > 0) throw new Error(`${FailedPutCount} of ${part.length} records were refused by ${DeliveryStreamName}`);
    }
  },
  async kinesis(StreamName, records) {
    const { KinesisClient, PutRecordsCommand } = await import('@aws-sdk/client-kinesis');
    const client = new KinesisClient({});
    for (const part of parts(records, 500)) {
      const Records = part.map((record) => ({ Data: Buffer.from(record), PartitionKey: crypto.randomUUID() }));
      const { FailedRecordCount } = await client.send(new PutRecordsCommand({ StreamName, Records }));
      if (FailedRecordCount > 0) throw new Error(`${FailedRecordCount} of ${part.length} records were refused by ${StreamName}`);
    }
  },
  async sqs(scheme, records, rest) {
    const { SQSClient, SendMessageBatchCommand } = await import('@aws-sdk/client-sqs');
    const client = new SQSClient({});
    const QueueUrl = `${scheme}/${rest}`;
    for (const part of parts(records, 10, messageBytes)) {
      const Entries = part.map((record, index) => ({ Id: String(index), MessageBody: record, ...inOrder(QueueUrl, record) }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      if (Failed.length > 0) throw new Error(`${Failed.length} of ${part.length} messages were refused by ${QueueUrl}: ${Failed[0].Message}`);
    }
  },
  async sns(TopicArn, records) {
    const { SNSClient, PublishBatchCommand } = await import('@aws-sdk/client-sns');
    const client = new SNSClient({});
    for (const part of parts(records, 10, messageBytes)) {
      const PublishBatchRequestEntries = part.map((record, index) => ({ Id: String(index), Message: record, ...inOrder(TopicArn, record) }));
      const { Failed = [] } = await client.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }));
      if (Failed.length > 0) throw new Error(`${Failed.length} of ${part.length} messages were refused by ${TopicArn}: ${Failed[0].Message}`);
    }
  },
  async events(EventBusName, records, DetailType) {
    const { EventBridgeClient, PutEventsCommand } = await import('@aws-sdk/client-eventbridge');
    const client = new EventBridgeClient({});
    const Source = process.env.AWS_LAMBDA_FUNCTION_NAME;
    for (const part of parts(records, 10, messageBytes)) {
      const Entries = part.map((record) => ({ EventBusName, Source, DetailType, Detail: document(record) }));
      const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries }));
      if (FailedEntryCount > 0) throw new Error(`${FailedEntryCount} of ${part.length} events were refused by ${EventBusName}`);
    }
  },
  /** An item is a JSON object that has the key of the table. */
  async dynamodb(TableName, records) {
    const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
    const { DynamoDBDocumentClient, PutCommand } = await import('@aws-sdk/lib-dynamodb');
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    for (const record of records) await client.send(new PutCommand({ TableName, Item: JSON.parse(record) }));
  },
  opensearch: (host, records, index) => intoIndex('es', host, records, index),
  collection: (host, records, index) => intoIndex('aoss', host, records, index),
};

/** Documents of an OpenSearch domain or collection. A record that is no object becomes the field `message` of one. */
async function intoIndex(service, host, records, index) {
  const { signed } = await import('./sign.mjs');
  for (const part of parts(records, 500)) {
    const body = part.map((record) => `{"create":{}}\n${document(record)}\n`).join('');
    const path = `/${index}/_bulk`;
    const headers = signed({ service, host, path, body, headers: { 'content-type': 'application/x-ndjson' } });
    const answer = await fetch(`https://${host}${path}`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${host} answered ${answer.status}: ${await answer.text()}`);
    const { errors, items } = await answer.json();
    const refused = errors ? items.filter((item) => item.create.status >= 300) : [];
    if (refused.length > 0)
      throw new Error(`${refused.length} of ${part.length} records were refused by ${index}: ${JSON.stringify(refused[0])}`);
  }
}

function document(record) {
  try {
    const value = JSON.parse(record);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return JSON.stringify(value);
  } catch {
    // Text that is not JSON is a message.
  }
  return JSON.stringify({ message: record });
}

/** Bytes that one call of SQS, SNS and EventBridge takes at least. */
const messageBytes = 256_000;

/** FIFO queues and topics want a group, within which order holds, and an id by which they know what they have already. */
function inOrder(target, record) {
  if (!target.endsWith('.fifo')) return {};
  return { MessageGroupId: 'records', MessageDeduplicationId: createHash('sha256').update(record).digest('hex') };
}

/** Records in parts of so many, and of so many bytes where that counts. */
function* parts(records, size, bytes = Infinity) {
  let part = [];
  let length = 0;
  for (const record of records) {
    const own = Buffer.byteLength(record);
    if (part.length === size || (part.length > 0 && length + own > bytes)) {
      yield part;
      part = [];
      length = 0;
    }
    part.push(record);
    length += own;
  }
  if (part.length > 0) yield part;
}
