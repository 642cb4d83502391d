import { defineFacts } from '../../kit/facts';

const quotas = 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html';
const checked = '2026-11-20';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'required', azCount: 3 },
    source: 'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
    checked,
  },
  retentionMinHours: { value: 24, unit: 'hour', source: quotas, checked },
  retentionMaxHours: { value: 8760, unit: 'hour', source: quotas, checked },
  shardWriteMBps: { value: 1, unit: 'MB/s', source: quotas, checked },
  shardWriteRecordsPerSec: { value: 1000, unit: 'record/s', source: quotas, checked },
  shardReadMBps: { value: 2, unit: 'MB/s', source: quotas, checked },
  shardReadsPerSec: { value: 5, unit: 'call/s', source: quotas, checked },
  recordMaxKiB: { value: 10_240, unit: 'KiB', source: quotas, checked },
});
