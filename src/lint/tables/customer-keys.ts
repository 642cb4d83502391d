import { defineFacts } from '../../kit/facts';

export const customerKeys = defineFacts({
  /** Kinds that are no stores and still keep records at rest under a key that can be the customer's own. */
  buffersWithKey: {
    value: ['kinesis-data-streams', 'firehose', 'msk', 'sqs', 'sns'],
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html',
    checked: '2026-11-20',
  },
});
