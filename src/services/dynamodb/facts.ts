import { defineFacts } from '../../kit/facts';

const quotas = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html';
const checked = '2026-11-20';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 3, backupDays: 0 },
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html',
    checked,
  },
  tableUnits: { value: 40_000, unit: 'capacity unit', source: quotas, checked },
  partitionReadUnits: { value: 3000, unit: 'capacity unit', source: quotas, checked },
  partitionWriteUnits: { value: 1000, unit: 'capacity unit', source: quotas, checked },
  itemKB: { value: 400, unit: 'KB', source: quotas, checked },
  /** How long a stream of changes keeps its records. */
  streamHours: {
    value: 24,
    unit: 'hour',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html',
    checked,
  },
  /** Days that point-in-time recovery can go back. */
  recoveryDays: {
    value: { least: 1, most: 35 },
    unit: 'day',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
    checked: '2026-11-26',
  },
});
