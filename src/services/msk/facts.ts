import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';
const quotas = 'https://docs.aws.amazon.com/msk/latest/developerguide/limits.html';
const sizes = 'https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-types.html';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-managed' },
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    checked,
  },
  /** With KRaft; 30 with ZooKeeper. */
  brokersMax: { value: 60, unit: 'broker', source: quotas, checked },
  volumeMaxGiB: { value: 16_384, unit: 'GiB', source: quotas, checked },
  /** What AWS keeps unless it is asked for more. */
  serverlessRetentionHours: { value: 24, unit: 'hour', source: quotas, checked },
  /** Zones and copies with which a cluster goes on while a broker is patched or lost. */
  faultTolerance: {
    value: { zonesMin: 2, zones: 3, copies: 3, inSync: 2 },
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html',
    checked,
  },
  /** Express brokers stand in three zones, and keep three copies of each record. */
  expressCopies: {
    value: 3,
    unit: 'copy',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-broker-types-express.html',
    checked: '2026-11-26',
  },
  standardTypes: {
    value: [
      'kafka.t3.small',
      'kafka.m5.large',
      'kafka.m5.xlarge',
      'kafka.m5.2xlarge',
      'kafka.m5.4xlarge',
      'kafka.m5.8xlarge',
      'kafka.m5.12xlarge',
      'kafka.m5.16xlarge',
      'kafka.m5.24xlarge',
      'kafka.m7g.large',
      'kafka.m7g.xlarge',
      'kafka.m7g.2xlarge',
      'kafka.m7g.4xlarge',
      'kafka.m7g.8xlarge',
      'kafka.m7g.12xlarge',
      'kafka.m7g.16xlarge',
    ],
    source: sizes,
    checked,
  },
  expressTypes: {
    value: [
      'express.m7g.large',
      'express.m7g.xlarge',
      'express.m7g.2xlarge',
      'express.m7g.4xlarge',
      'express.m7g.8xlarge',
      'express.m7g.12xlarge',
      'express.m7g.16xlarge',
    ],
    source: sizes,
    checked,
  },
  ports: {
    value: { plaintext: 9092, tls: 9094, scram: 9096, iam: 9098 },
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html',
    checked: '2026-11-26',
  },
});
