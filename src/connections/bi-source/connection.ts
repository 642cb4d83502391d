import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'bi-source',
  summary: 'Quick Sight reads a query engine or files.',
  pairs: [
    {
      from: 'source.database',
      to: 'quicksight',
      way: 'connector',
      pattern: 'VPC connection',
      permissions: [
        { role: 'service role', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'aurora',
      to: 'quicksight',
      way: 'native',
      pattern: 'VPC connection',
      permissions: [
        { role: 'service role', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'rds',
      to: 'quicksight',
      way: 'native',
      pattern: 'VPC connection',
      permissions: [
        { role: 'service role', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 's3',
      to: 'quicksight',
      way: 'native',
      pattern: 'manifest, imported into SPICE',
      permissions: [
        { role: 'service role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 'emr-ec2',
      to: 'quicksight',
      way: 'connector',
      pattern: 'Presto or Spark SQL endpoint; prefer S3 with Athena',
      intermediates: ['s3'],
    },
    {
      from: 'redshift',
      to: 'quicksight',
      way: 'native',
      pattern: 'VPC connection, SPICE or direct',
      permissions: [
        {
          role: 'service role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['redshift:DescribeClusters', 'redshift:GetClusterCredentials'],
        },
      ],
    },
    {
      from: 'athena',
      to: 'quicksight',
      way: 'native',
      pattern: 'data source, SPICE or direct',
      permissions: [
        {
          role: 'service role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'athena:StartQueryExecution',
            'athena:GetQueryExecution',
            'athena:GetQueryResults',
            'glue:GetTable',
            'glue:GetDatabase',
            's3:GetObject',
            's3:ListBucket',
            's3:PutObject',
          ],
        },
      ],
    },
    {
      from: 'opensearch',
      to: 'quicksight',
      way: 'native',
      pattern: 'data source',
      permissions: [
        {
          role: 'service role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['es:ESHttpGet', 'es:ESHttpPost', 'es:DescribeDomain'],
        },
      ],
    },
  ],
});
