import { defineFacts } from '../../kit/facts';

export const delivery = defineFacts({
  /** Kinds that may hand a record on twice. */
  atLeastOnce: {
    value: ['firehose', 'eventbridge', 'sns', 'iot-core'],
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html',
    checked: '2026-11-20',
  },
});
