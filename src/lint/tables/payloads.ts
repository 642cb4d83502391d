import { defineFacts } from '../../kit/facts';
import { facts as apiGateway } from '../../services/api-gateway/facts';
import { facts as firehose } from '../../services/firehose/facts';
import { facts as lambda } from '../../services/lambda/facts';

const checked = '2026-11-20';

/** Largest record or message that a hop takes, in KB, for kinds whose own facts stand in no folder yet. */
const others = defineFacts({
  'iot-core': {
    value: 128,
    unit: 'KB',
    source: 'https://docs.aws.amazon.com/general/latest/gr/iot-core.html',
    checked,
  },
  sqs: {
    value: 1048.576,
    unit: 'KB',
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
    checked,
  },
  msk: {
    value: 1000,
    unit: 'KB',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/limits.html',
    checked,
  },
  'step-functions': {
    value: 262.144,
    unit: 'KB',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
    checked,
  },
  dynamodb: {
    value: 400,
    unit: 'KB',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html',
    checked,
  },
});

export const kbPerKiB = 1.024;
const kbPerMB = 1000;

/** Largest record a kind takes, in KB; that of a Kinesis data stream is a setting of the stream. */
export const payloadLimitKB: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(others).map(([kind, { value }]) => [kind, value])),
  firehose: firehose.recordMaxKiB.value * kbPerKiB,
  'api-gateway': apiGateway.payloadMaxMB.value * kbPerMB,
};

/** Kinds that call a function with the record itself and wait for the answer. */
export const syncCallers: ReadonlySet<string> = new Set(['api-gateway', 'firehose']);
export const lambdaLimitKB = lambda.syncPayloadMaxMB.value * kbPerMB;

export const payloadSources = [
  'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html',
  firehose.recordMaxKiB.source,
  apiGateway.payloadMaxMB.source,
  lambda.syncPayloadMaxMB.source,
  ...Object.values(others).map(({ source }) => source),
];
