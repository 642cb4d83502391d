import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'table-export',
  summary: 'A database exports tables or snapshots to a bucket.',
  pairs: [
    {
      from: 'dynamodb',
      to: 's3',
      way: 'native',
      pattern: 'full or incremental export (needs point-in-time recovery)',
      permissions: [
        {
          role: 'exporter',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['dynamodb:ExportTableToPointInTime'],
        },
        {
          role: 'exporter',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
        },
      ],
    },
    {
      from: 'aurora',
      to: 's3',
      way: 'native',
      pattern: 'snapshot or cluster export to Parquet',
      permissions: [
        {
          role: 'export role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:ListBucket', 's3:DeleteObject', 's3:GetBucketLocation'],
        },
      ],
    },
    {
      from: 'rds',
      to: 's3',
      way: 'native',
      pattern: 'snapshot export to Parquet',
      permissions: [
        {
          role: 'export role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:ListBucket', 's3:DeleteObject', 's3:GetBucketLocation'],
        },
      ],
    },
    {
      from: 'neptune',
      to: 's3',
      way: 'code',
      pattern: 'export tool or job',
      permissions: [
        { role: 'exporter', holder: 'outside', on: 'from', grant: 'role', actions: ['neptune-db:ReadDataViaQuery'] },
        { role: 'exporter', holder: 'outside', on: 'to', grant: 'role', actions: ['s3:PutObject'] },
      ],
    },
    {
      from: 'elasticache',
      to: 's3',
      way: 'native',
      pattern: 'backup export (not an analytic path)',
      permissions: [
        { role: 'operator', holder: 'outside', on: 'from', grant: 'role', actions: ['elasticache:CopySnapshot'] },
      ],
    },
    {
      from: 'opensearch',
      to: 's3',
      way: 'native',
      pattern: 'snapshot (not an export)',
      permissions: [
        {
          role: 'snapshot role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:ListBucket'],
        },
      ],
    },
  ],
});
