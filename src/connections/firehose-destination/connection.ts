import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'firehose-destination',
  summary: 'A delivery stream writes batches to its destination.',
  pairs: [
    {
      from: 'firehose',
      to: 's3',
      way: 'native',
      pattern: 'buffer, compress, convert JSON to Parquet or ORC, dynamic partitions',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            's3:AbortMultipartUpload',
            's3:GetBucketLocation',
            's3:GetObject',
            's3:ListBucket',
            's3:ListBucketMultipartUploads',
            's3:PutObject',
          ],
        },
      ],
    },
    {
      from: 'firehose',
      to: 'redshift',
      way: 'native',
      pattern: 'staged in S3, COPY',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue'],
        },
        {
          role: 'delivery role',
          holder: 'from',
          on: 'from',
          grant: 'role',
          actions: [
            's3:AbortMultipartUpload',
            's3:GetBucketLocation',
            's3:GetObject',
            's3:ListBucketMultipartUploads',
            's3:ListBucket',
            's3:PutObject',
          ],
        },
      ],
    },
    {
      from: 'firehose',
      to: 'opensearch',
      way: 'native',
      pattern: 'bulk index, backup in S3',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'es:DescribeDomain',
            'es:DescribeDomains',
            'es:DescribeDomainConfig',
            'es:ESHttpPost',
            'es:ESHttpPut',
            'es:ESHttpGet',
          ],
        },
        {
          role: 'delivery role',
          holder: 'from',
          on: 'from',
          grant: 'role',
          actions: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'firehose',
      to: 'opensearch-serverless',
      way: 'native',
      pattern: 'bulk index, backup in S3',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['aoss:APIAccessAll'],
        },
        {
          role: 'delivery role',
          holder: 'from',
          on: 'from',
          grant: 'role',
          actions: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'firehose',
      to: 'iceberg-table',
      way: 'native',
      pattern: 'rows into a catalogued table',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetTable',
            'glue:GetDatabase',
            'glue:UpdateTable',
            's3:GetObject',
            's3:PutObject',
            's3:DeleteObject',
            's3:ListBucket',
            's3:GetBucketLocation',
            's3:AbortMultipartUpload',
            's3:ListBucketMultipartUploads',
          ],
        },
      ],
    },
    {
      from: 'firehose',
      to: 'http-endpoint',
      way: 'native',
      pattern: 'endpoint with access key in a secret',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue', 's3:PutObject'],
        },
      ],
    },
    {
      from: 'firehose',
      to: 'api-gateway',
      way: 'native',
      pattern: 'HTTP endpoint destination served by an API',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue', 's3:PutObject'],
        },
      ],
    },
  ],
});
