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
  /** Of a table bucket. */
  bucketName: {
    value: { pattern: '^[a-z0-9]([a-z0-9-]{1,61})[a-z0-9]$' },
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets-naming.html',
    checked: '2026-11-30',
  },
  /** The catalog under which the Glue Data Catalog shows the table buckets of an account in a Region. */
  mountedCatalog: {
    value: 's3tablescatalog',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/glue-federation-s3tables.html',
    checked: '2026-11-30',
  },
  /** Who merges files and ends snapshots in a table bucket: allowed on its key. */
  maintenance: {
    value: 'maintenance.s3tables.amazonaws.com',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-kms-permissions.html',
    checked: '2026-11-30',
  },
  /** Days for which S3 keeps files that no snapshot refers to any more, once marked for deletion. */
  noncurrentDays: {
    value: 10,
    unit: 'day',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-table-buckets-maintenance.html',
    checked: '2026-11-30',
  },
  orphanDays: { value: 3, unit: 'day', source: optimizers, checked },
});
