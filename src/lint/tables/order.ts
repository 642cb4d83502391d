import { defineFacts } from '../../kit/facts';

export const order = defineFacts({
  /** Kinds that hand records on in any order; a queue or topic of type "fifo" keeps it. */
  none: {
    value: ['firehose', 'eventbridge', 'sqs', 'sns'],
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html',
    checked: '2026-11-20',
  },
  /** Kinds that keep order within a key only. */
  perKey: {
    value: ['kinesis-data-streams', 'msk'],
    source: 'https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html',
    checked: '2026-11-20',
  },
});
