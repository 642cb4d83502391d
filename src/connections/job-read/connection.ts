import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'job-read',
  summary: 'A job reads its input.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'glue-job',
      way: 'native',
      pattern: 'streaming job',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kinesis:DescribeStream',
            'kinesis:DescribeStreamSummary',
            'kinesis:GetRecords',
            'kinesis:GetShardIterator',
            'kinesis:ListShards',
          ],
        },
      ],
    },
    {
      from: 'kinesis-data-streams',
      to: 'emr-ec2',
      way: 'connector',
      pattern: 'Spark or Flink connector',
      permissions: [
        {
          role: 'instance profile',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['kinesis:DescribeStream', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'],
        },
      ],
    },
    {
      from: 'kinesis-data-streams',
      to: 'emr-serverless',
      way: 'connector',
      pattern: 'Spark connector',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['kinesis:DescribeStream', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'],
        },
      ],
    },
    {
      from: 'msk',
      to: 'glue-job',
      way: 'native',
      pattern: 'streaming job with a connection',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'glue:GetConnection',
            'kafka-cluster:Connect',
            'kafka-cluster:ReadData',
            'kafka-cluster:DescribeTopic',
            'kafka-cluster:DescribeGroup',
            'kafka-cluster:AlterGroup',
          ],
        },
      ],
    },
    {
      from: 'msk',
      to: 'emr-ec2',
      way: 'connector',
      pattern: 'Spark or Flink connector',
      permissions: [
        {
          role: 'instance profile',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['kafka-cluster:Connect', 'kafka-cluster:ReadData', 'kafka-cluster:DescribeTopic'],
        },
      ],
    },
    {
      from: 'dynamodb',
      to: 'glue-job',
      way: 'native',
      pattern: 'export or scan reader',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'dynamodb:DescribeTable',
            'dynamodb:Scan',
            'dynamodb:ExportTableToPointInTime',
            'dynamodb:DescribeExport',
          ],
        },
      ],
    },
    {
      from: 'dynamodb',
      to: 'emr-ec2',
      way: 'connector',
      pattern: 'Hive or Spark connector',
      permissions: [
        {
          role: 'instance profile',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['dynamodb:DescribeTable', 'dynamodb:Scan'],
        },
      ],
    },
    {
      from: 'aurora',
      to: 'glue-job',
      way: 'connector',
      pattern: 'JDBC connection',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetConnection', 'secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'rds',
      to: 'glue-job',
      way: 'connector',
      pattern: 'JDBC connection',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetConnection', 'secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'aurora',
      to: 'emr-ec2',
      way: 'connector',
      pattern: 'JDBC',
      permissions: [
        {
          role: 'instance profile',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'documentdb',
      to: 'glue-job',
      way: 'connector',
      pattern: 'connection',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetConnection', 'secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 's3',
      to: 'glue-job',
      way: 'native',
      pattern: 'Spark read',
      permissions: [
        { role: 'job role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 's3',
      to: 'emr-ec2',
      way: 'native',
      pattern: 'EMRFS',
      permissions: [
        {
          role: 'instance profile',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 's3',
      to: 'emr-serverless',
      way: 'native',
      pattern: 'EMRFS',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetObject', 's3:ListBucket', 'glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
        },
      ],
    },
    {
      from: 's3',
      to: 'emr-eks',
      way: 'native',
      pattern: 'EMRFS',
      permissions: [
        { role: 'execution role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 's3',
      to: 'athena-spark',
      way: 'native',
      pattern: 'notebook or session',
      permissions: [
        {
          role: 'session role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetObject', 's3:ListBucket', 'glue:GetTable', 'glue:GetPartitions'],
        },
      ],
    },
    {
      from: 'redshift',
      to: 'glue-job',
      way: 'connector',
      pattern: 'connector',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetConnection', 's3:GetObject', 's3:PutObject'],
        },
      ],
    },
    {
      from: 'redshift',
      to: 'emr-ec2',
      way: 'connector',
      pattern: 'Spark connector',
      permissions: [
        {
          role: 'instance profile',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['redshift:GetClusterCredentials', 's3:GetObject', 's3:PutObject'],
        },
      ],
    },
    {
      from: 'iceberg-table',
      to: 'glue-job',
      way: 'native',
      pattern: 'Spark read',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions', 's3:GetObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'iceberg-table',
      to: 'emr-ec2',
      way: 'native',
      pattern: 'Spark read',
      permissions: [
        {
          role: 'instance profile',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions', 's3:GetObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'iceberg-table',
      to: 'emr-serverless',
      way: 'native',
      pattern: 'Spark read',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions', 's3:GetObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'iceberg-table',
      to: 'athena-spark',
      way: 'native',
      pattern: 'notebook or session',
      permissions: [
        {
          role: 'session role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetTable', 's3:GetObject', 's3:ListBucket'],
        },
      ],
    },
  ],
});
