import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';
const batching = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 3 },
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-pipes-cmkey.html',
    checked,
  },
  batchMax: { value: 10_000, unit: 'record', source: batching, checked },
  /** Of queues, where no window is set; a FIFO queue takes no larger ones at all. */
  queueBatchMax: { value: 10, unit: 'message', source: batching, checked },
  batchDefault: { value: { records: 100, messages: 10 }, unit: 'record', source: batching, checked },
  /** What targets take at once; those not named take what the source gives. */
  targetBatchMax: {
    value: { firehose: 500, 'kinesis-data-streams': 500, redshift: 1, 'redshift-serverless': 1 },
    unit: 'record',
    source: batching,
    checked,
  },
  windowMaxSeconds: {
    value: 300,
    unit: 'second',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceKinesisStreamParameters.html',
    checked,
  },
  retriesMax: {
    value: 10_000,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceKinesisStreamParameters.html',
    checked,
  },
  parallelMax: {
    value: 10,
    unit: 'batch',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceKinesisStreamParameters.html',
    checked,
  },
});
