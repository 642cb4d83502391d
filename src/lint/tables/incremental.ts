import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

export const incremental = defineFacts({
  /** Kinds that copy data from elsewhere, and can copy only what changed. */
  copiers: {
    value: ['dms', 'glue-job', 'appflow', 'datasync'],
    source: 'https://docs.aws.amazon.com/glue/latest/dg/monitor-continuations.html',
    checked,
  },
  /** Kinds that tell a copier what changed: by a log of changes, the time of a change, or the names of new files. */
  sources: {
    value: [
      'source.database',
      'source.saas',
      'source.files',
      's3',
      'iceberg-table',
      'rds',
      'aurora',
      'documentdb',
      'dynamodb',
      'redshift',
      'redshift-serverless',
      'efs',
      'fsx',
    ],
    source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Task.CDC.html',
    checked,
  },
});
