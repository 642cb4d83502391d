import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

/** Which stream service suits which need. */
export const streamNeeds = defineFacts({
  /** Kinds that speak nothing but Kafka: where one is joined, Kafka is needed. */
  kafkaKinds: {
    value: ['source.kafka', 'msk-connect'],
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/what-is-msk.html',
    checked,
  },
  /** From this age on a load every hour is soon enough. */
  batchFromSeconds: {
    value: 3600,
    unit: 's',
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
    checked,
  },
  /** Below this, records are handled one by one, not in micro-batches. */
  microBatchFromSeconds: {
    value: 1,
    unit: 's',
    source: 'https://docs.aws.amazon.com/managed-flink/latest/java/what-is.html',
    checked,
  },
  /** Kinds that take what is streamed, and are not made for pictures that move. */
  videoDetours: {
    value: ['kinesis-data-streams', 'firehose', 'msk', 's3'],
    source: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/what-is-kinesis-video.html',
    checked,
  },
  /** Kinds that would take records of devices only with AWS credentials on each device. */
  deviceDetours: {
    value: ['kinesis-data-streams', 'firehose', 'msk', 'api-gateway'],
    source: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-gs.html',
    checked,
  },
});
