import { defineFacts } from '../../kit/facts';

const sns = 'https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html';
const checked = '2026-11-20';

export const failures = defineFacts({
  /** Kinds that call a function with an event and do not wait for the answer. */
  asynchronousCallers: {
    value: ['s3', 'sns', 'eventbridge', 'iot-core'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
    checked,
  },
  /** Kinds whose records a pipe reads in order. */
  pipedStreams: {
    value: ['kinesis-data-streams', 'dynamodb', 'msk', 'source.kafka'],
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html',
    checked,
  },
  /** How often a topic tries to hand a message to a subscriber: services of AWS, and endpoints of others. */
  topicAttempts: { value: { services: 100_015, endpoints: 3 }, source: sns, checked },
});
