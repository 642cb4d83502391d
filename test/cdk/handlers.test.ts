import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Functions of an exported app start with these handlers: here they run as they are, against clients that only note calls. */

const templates = path.resolve(__dirname, '../../templates/cdk-app/lambda/nodejs');

/** A client as the AWS SDK has it: commands are noted, and answered by `answer`, a function of the command's input. */
const client = (name: string, commands: readonly string[], answer: string): string => `
export class ${name} { async send(command) { return (${answer})(command.input); } }
${commands
  .map(
    (command) =>
      `export class ${command} { constructor(input) { this.input = input; globalThis.calls.push({ command: '${command}', input }); } }`,
  )
  .join('\n')}`;

const accepts = '() => ({ FailedEntryCount: 0 })';
/** Refuses a batch with a message that says so. */
const refusesBad =
  "({ Entries }) => ({ Failed: Entries.filter(({ MessageBody }) => MessageBody.includes('bad')).map(() => ({ Message: 'no' })) })";

interface Call {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
}

function run(
  handler: string,
  event: unknown,
  environment: Readonly<Record<string, string>>,
): { readonly result: unknown; readonly calls: readonly Call[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'handler-'));
  try {
    cpSync(templates, folder, { recursive: true });
    const sdk = (name: string, source: string): void => {
      const place = path.join(folder, 'node_modules/@aws-sdk', name);
      mkdirSync(place, { recursive: true });
      writeFileSync(path.join(place, 'package.json'), '{"type": "module", "main": "index.js"}');
      writeFileSync(path.join(place, 'index.js'), source);
    };
    sdk('client-sqs', client('SQSClient', ['SendMessageBatchCommand'], refusesBad));
    sdk('client-sns', client('SNSClient', ['PublishBatchCommand'], accepts));
    sdk('client-eventbridge', client('EventBridgeClient', ['PutEventsCommand'], accepts));
    sdk(
      'util-dynamodb',
      'export const unmarshall = (item) => Object.fromEntries(Object.entries(item).map(([key, value]) => [key, value.SS ? new Set(value.SS) : Object.values(value)[0]]));',
    );
    writeFileSync(
      path.join(folder, 'main.mjs'),
      `globalThis.calls = [];
const { handler } = await import('./${handler}.mjs');
const result = await handler(${JSON.stringify(event)});
process.stdout.write(JSON.stringify({ result, calls }));`,
    );
    const printed = execFileSync(process.execPath, [path.join(folder, 'main.mjs')], {
      env: { AWS_LAMBDA_FUNCTION_NAME: 'worker', ...environment },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(printed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
const queue = 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders';
const message = (id: string, body: string, source = 'orders') => ({
  messageId: id,
  body,
  eventSourceARN: `arn:aws:sqs:eu-west-1:111122223333:${source}`,
});

it('a queue keeps the messages that failed, and no others', () => {
  const Records = [message('1', 'good'), message('2', 'bad'), message('3', 'good')];
  expect(run('queue', { Records }, { DELIVER_TO_1: `sqs:${queue}` }).result).toEqual({
    batchItemFailures: [{ itemIdentifier: '2' }],
  });
});

it('a FIFO queue keeps everything after the first message that failed', () => {
  const Records = ['good', 'bad', 'good'].map((body, index) => message(String(index + 1), body, 'orders.fifo'));
  const { result, calls } = run('queue', { Records }, { DELIVER_TO_1: `sqs:${queue}` });
  expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }] });
  expect(calls).toHaveLength(2);
});

it('messages go out in batches of ten, and of so many bytes', () => {
  const Records = Array.from({ length: 25 }, (_, index) => ({ Sns: { Message: `message ${index}` } }));
  const { calls } = run('topic', { Records }, { DELIVER_TO_1: `sqs:${queue}` });
  expect(calls.map(({ input }) => (input.Entries as unknown[]).length)).toEqual([10, 10, 5]);
  expect(calls[0]!.input.QueueUrl).toBe(queue);

  const large = Array.from({ length: 3 }, () => ({ Sns: { Message: 'x'.repeat(120_000) } }));
  const second = run('topic', { Records: large }, { DELIVER_TO_1: 'sns:arn:aws:sns:eu-west-1:111122223333:orders' });
  expect(second.calls.map(({ input }) => (input.PublishBatchRequestEntries as unknown[]).length)).toEqual([2, 1]);
});

it('FIFO targets get a group and an id', () => {
  const { calls } = run(
    'topic',
    { Records: [{ Sns: { Message: 'one' } }] },
    { DELIVER_TO_1: 'sns:arn:aws:sns:eu-west-1:111122223333:orders.fifo' },
  );
  expect(calls[0]!.input.PublishBatchRequestEntries).toEqual([
    {
      Id: '0',
      Message: 'one',
      MessageGroupId: 'records',
      MessageDeduplicationId: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
});

it('events name their type and who sent them', () => {
  const { calls } = run(
    'topic',
    { Records: [{ Sns: { Message: '{"n": 1}' } }, { Sns: { Message: 'plain' } }] },
    { DELIVER_TO_1: 'events:shop/orders' },
  );
  expect(calls[0]!.input.Entries).toEqual([
    { EventBusName: 'shop', Source: 'worker', DetailType: 'orders', Detail: '{"n":1}' },
    { EventBusName: 'shop', Source: 'worker', DetailType: 'orders', Detail: '{"message":"plain"}' },
  ]);
});

it('a pipe has back what its source wrapped', () => {
  const events = [
    { eventSource: 'aws:kinesis', data: base64({ n: 1 }) },
    { eventSource: 'aws:kafka', value: base64({ n: 2 }) },
    { eventSource: 'aws:sqs', body: 'plain' },
    { eventSource: 'aws:dynamodb', eventName: 'REMOVE', dynamodb: { Keys: { id: { S: 'a' } } } },
  ];
  expect(run('pipe', events, {}).result).toEqual([
    { n: 1 },
    { n: 2 },
    'plain',
    { change: 'REMOVE', Keys: { id: { S: 'a' } } },
  ]);
});

it('changes of a table are passed on as plain items', () => {
  const Records = [
    {
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: '1',
        Keys: { id: { S: 'a' } },
        NewImage: { id: { S: 'a' }, tags: { SS: ['x', 'y'] } },
      },
    },
    { eventName: 'REMOVE', dynamodb: { SequenceNumber: '2', Keys: { id: { S: 'bad' } } } },
    { eventName: 'REMOVE', dynamodb: { SequenceNumber: '3', Keys: { id: { S: 'c' } } } },
  ];
  const { result, calls } = run('table', { Records }, { DELIVER_TO_1: `sqs:${queue}` });
  const sent = calls.flatMap(({ input }) => input.Entries as { MessageBody: string }[]);
  expect(JSON.parse(sent[0]!.MessageBody)).toEqual({
    change: 'INSERT',
    keys: { id: 'a' },
    item: { id: 'a', tags: ['x', 'y'] },
  });
  // From the first that failed on, so that order holds.
  expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect(sent).toHaveLength(2);
});

it('records of a topic of Kafka are passed on by partition, without those that only delete a key', () => {
  const records = {
    'orders-0': [{ value: base64({ n: 1 }) }, { value: null }, { value: base64({ n: 2 }) }],
    'orders-1': [{ value: null }],
  };
  const { calls } = run('kafka', { records }, { DELIVER_TO_1: `sqs:${queue}` });
  const sent = calls.map(({ input }) => (input.Entries as { MessageBody: string }[]).map((entry) => entry.MessageBody));
  expect(sent).toEqual([['{"n":1}', '{"n":2}']]);
});
