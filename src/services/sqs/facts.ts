import { defineFacts } from '../../kit/facts';

const quotas = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-quotas.html';
const checked = '2026-11-20';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 3 },
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
    checked,
  },
  messageMaxKiB: { value: 1024, unit: 'KiB', source: quotas, checked },
  retentionMaxMinutes: { value: 20_160, unit: 'minute', source: quotas, checked },
  retentionDefaultMinutes: { value: 5760, unit: 'minute', source: quotas, checked },
  visibilityMaxSeconds: { value: 43_200, unit: 'second', source: quotas, checked },
  delayMaxSeconds: { value: 900, unit: 'second', source: quotas, checked },
  waitMaxSeconds: {
    value: 20,
    unit: 'second',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html',
    checked,
  },
  /** What the console of SQS proposes where a dead-letter queue is set up. */
  receivesBeforeDeadLetter: {
    value: { usual: 10, most: 1000 },
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    checked,
  },
  dataKeyReuseSeconds: {
    value: { least: 60, usual: 300, most: 86_400 },
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
    checked,
  },
});
