import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'job-write',
  summary: 'A job writes its output.',
  pairs: [
    {
      from: 'glue-job',
      to: 's3',
      way: 'native',
      pattern: 'write',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'glue-job',
      to: 'redshift',
      way: 'native',
      pattern: 'connector, staged in S3',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetConnection',
            's3:PutObject',
            's3:GetObject',
            's3:DeleteObject',
            's3:ListBucket',
            'secretsmanager:GetSecretValue',
          ],
        },
      ],
    },
    {
      from: 'glue-job',
      to: 'dynamodb',
      way: 'native',
      pattern: 'sink',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['dynamodb:DescribeTable', 'dynamodb:BatchWriteItem'],
        },
      ],
    },
    {
      from: 'glue-job',
      to: 'aurora',
      way: 'connector',
      pattern: 'JDBC',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:GetConnection', 'secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'glue-job',
      to: 'rds',
      way: 'connector',
      pattern: 'JDBC',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:GetConnection', 'secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'glue-job',
      to: 'documentdb',
      way: 'connector',
      pattern: 'connection',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:GetConnection', 'secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'glue-job',
      to: 'opensearch',
      way: 'connector',
      pattern: 'connector',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:GetConnection', 'es:ESHttpPost', 'es:ESHttpPut'],
        },
      ],
    },
    {
      from: 'glue-job',
      to: 'opensearch-serverless',
      way: 'connector',
      pattern: 'signed requests from the job',
      permissions: [{ role: 'job role', holder: 'from', on: 'to', grant: 'role', actions: ['aoss:APIAccessAll'] }],
    },
    {
      from: 'glue-job',
      to: 'neptune',
      way: 'connector',
      pattern: 'library in the job',
      permissions: [
        { role: 'job role', holder: 'from', on: 'to', grant: 'role', actions: ['neptune-db:WriteDataViaQuery'] },
      ],
    },
    {
      from: 'glue-job',
      to: 'kinesis-data-streams',
      way: 'code',
      pattern: 'sink code in the job',
      permissions: [{ role: 'job role', holder: 'from', on: 'to', grant: 'role', actions: ['kinesis:PutRecords'] }],
    },
    {
      from: 'emr-ec2',
      to: 's3',
      way: 'native',
      pattern: 'EMRFS',
      permissions: [
        {
          role: 'instance profile',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'emr-ec2',
      to: 'redshift',
      way: 'connector',
      pattern: 'Spark connector, staged in S3',
      permissions: [
        {
          role: 'instance profile',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 'redshift:GetClusterCredentials'],
        },
      ],
      intermediates: ['s3'],
    },
    {
      from: 'emr-ec2',
      to: 'dynamodb',
      way: 'connector',
      pattern: 'Hive or Spark connector',
      permissions: [
        {
          role: 'instance profile',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['dynamodb:DescribeTable', 'dynamodb:BatchWriteItem'],
        },
      ],
    },
    {
      from: 'emr-ec2',
      to: 'opensearch',
      way: 'connector',
      pattern: 'connector',
      permissions: [
        {
          role: 'instance profile',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['es:ESHttpPost', 'es:ESHttpPut'],
        },
      ],
    },
    {
      from: 'emr-ec2',
      to: 'aurora',
      way: 'connector',
      pattern: 'JDBC',
      permissions: [
        {
          role: 'instance profile',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'emr-serverless',
      to: 's3',
      way: 'native',
      pattern: 'EMRFS',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'emr-serverless',
      to: 'redshift',
      way: 'connector',
      pattern: 'Spark connector',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 'redshift:GetClusterCredentials'],
        },
      ],
    },
    {
      from: 'emr-eks',
      to: 's3',
      way: 'native',
      pattern: 'EMRFS',
      permissions: [
        {
          role: 'execution role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'athena-spark',
      to: 's3',
      way: 'native',
      pattern: 'write',
      permissions: [
        { role: 'session role', holder: 'from', on: 'to', grant: 'role', actions: ['s3:PutObject', 's3:DeleteObject'] },
      ],
    },
    {
      from: 'glue-job',
      to: 'iceberg-table',
      way: 'native',
      pattern: 'Spark write',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
            'glue:UpdateTable',
            's3:GetObject',
            's3:PutObject',
            's3:DeleteObject',
            's3:ListBucket',
          ],
        },
      ],
    },
    {
      from: 'emr-ec2',
      to: 'iceberg-table',
      way: 'native',
      pattern: 'Spark write',
      permissions: [
        {
          role: 'instance profile',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
            'glue:UpdateTable',
            's3:GetObject',
            's3:PutObject',
            's3:DeleteObject',
            's3:ListBucket',
          ],
        },
      ],
    },
    {
      from: 'emr-serverless',
      to: 'iceberg-table',
      way: 'native',
      pattern: 'Spark write',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
            'glue:UpdateTable',
            's3:GetObject',
            's3:PutObject',
            's3:DeleteObject',
            's3:ListBucket',
          ],
        },
      ],
    },
  ],
});
