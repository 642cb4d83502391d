import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'saas-flow',
  summary: 'A managed flow copies data of a SaaS application.',
  pairs: [
    {
      from: 'source.saas',
      to: 'appflow',
      way: 'native',
      pattern: 'managed connector, OAuth connection',
      permissions: [
        { role: 'flow role', holder: 'outside', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    { from: 'source.saas', to: 'eventbridge', way: 'native', pattern: 'partner event source' },
    {
      from: 'appflow',
      to: 's3',
      way: 'native',
      pattern: 'flow, on schedule, event or demand',
      permissions: [
        {
          role: 'bucket policy',
          holder: 'from',
          on: 'to',
          grant: 'resource-policy',
          actions: [
            's3:PutObject',
            's3:AbortMultipartUpload',
            's3:ListMultipartUploadParts',
            's3:ListBucketMultipartUploads',
            's3:GetBucketAcl',
            's3:PutObjectAcl',
          ],
        },
      ],
    },
    {
      from: 'appflow',
      to: 'redshift',
      way: 'native',
      pattern: 'staged in S3, Data API',
      permissions: [
        {
          role: 'flow role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'redshift-data:ExecuteStatement',
            'redshift-data:DescribeStatement',
            'redshift-data:GetStatementResult',
            'redshift:GetClusterCredentials',
          ],
        },
        {
          role: 'flow role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:ListBucket'],
        },
      ],
    },
    { from: 'appflow', to: 'eventbridge', way: 'native', pattern: 'event-driven flow' },
    {
      from: 'appflow',
      to: 'glue-catalog',
      way: 'metadata',
      pattern: 'cataloguing option of the flow',
      permissions: [
        {
          role: 'flow role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:CreateTable',
            'glue:UpdateTable',
            'glue:BatchCreatePartition',
          ],
        },
      ],
    },
    {
      from: 'appflow',
      to: 'rds',
      way: 'connector',
      pattern: 'PostgreSQL destination',
      permissions: [
        { role: 'flow role', holder: 'from', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
  ],
});
