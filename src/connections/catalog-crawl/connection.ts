import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'catalog-crawl',
  summary: 'A crawler reads a bucket and writes tables and partitions.',
  pairs: [
    {
      from: 'rds',
      to: 'glue-crawler',
      way: 'connector',
      pattern: 'JDBC connection',
      permissions: [
        {
          role: 'crawler role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetConnection', 'secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 's3',
      to: 'glue-crawler',
      way: 'native',
      pattern: 'crawl, or event-driven crawl',
      permissions: [
        { role: 'crawler role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 'glue-crawler',
      to: 'glue-catalog',
      way: 'metadata',
      pattern: 'writes tables and partitions',
      permissions: [
        {
          role: 'crawler role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:CreateTable',
            'glue:UpdateTable',
            'glue:BatchGetPartition',
            'glue:BatchCreatePartition',
            'glue:UpdatePartition',
          ],
        },
      ],
    },
  ],
});
