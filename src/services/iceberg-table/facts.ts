import { defineFacts } from '../../kit/facts';

const optimizers = 'https://docs.aws.amazon.com/glue/latest/dg/table-optimizers.html';
const checked = '2026-11-26';

export const facts = defineFacts({
  /** Those of the bucket below the table. */
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'optional', azCount: 3 },
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    checked: '2026-11-20',
  },
  nameMaxLength: {
    value: 255,
    unit: 'character',
    source: 'https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html',
    checked,
  },
  /** Small files in a partition before they are merged, unless told otherwise. */
  compactionMinFiles: { value: { min: 2, max: 10_000, usual: 100 }, unit: 'file', source: optimizers, checked },
  /** What Glue keeps unless told otherwise. */
  snapshotDays: { value: 5, unit: 'day', source: optimizers, checked },
  snapshotsKept: { value: 1, unit: 'snapshot', source: optimizers, checked },
  orphanDays: { value: 3, unit: 'day', source: optimizers, checked },
});
