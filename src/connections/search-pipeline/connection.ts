import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'search-pipeline',
  summary: 'A managed pipeline feeds a search index or a bucket.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'opensearch-ingestion',
      way: 'native',
      pattern: 'pipeline source',
      permissions: [
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kinesis:DescribeStream',
            'kinesis:DescribeStreamConsumer',
            'kinesis:DescribeStreamSummary',
            'kinesis:GetRecords',
            'kinesis:GetShardIterator',
            'kinesis:ListShards',
            'kinesis:ListStreams',
            'kinesis:RegisterStreamConsumer',
            'kinesis:SubscribeToShard',
          ],
        },
      ],
    },
    {
      from: 'msk',
      to: 'opensearch-ingestion',
      way: 'native',
      pattern: 'pipeline source',
      permissions: [
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kafka:DescribeClusterV2',
            'kafka:GetBootstrapBrokers',
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
      from: 'dynamodb',
      to: 'opensearch-ingestion',
      way: 'zero-etl',
      pattern: 'export plus stream',
      permissions: [
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'dynamodb:DescribeTable',
            'dynamodb:DescribeContinuousBackups',
            'dynamodb:ExportTableToPointInTime',
            'dynamodb:DescribeExport',
            'dynamodb:DescribeStream',
            'dynamodb:GetRecords',
            'dynamodb:GetShardIterator',
          ],
        },
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'],
        },
      ],
    },
    {
      from: 'aurora',
      to: 'opensearch-ingestion',
      way: 'zero-etl',
      pattern: 'export plus change log',
      permissions: [
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue'],
        },
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject'],
        },
      ],
    },
    {
      from: 'documentdb',
      to: 'opensearch-ingestion',
      way: 'zero-etl',
      pattern: 'export plus change streams',
      permissions: [
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue'],
        },
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject'],
        },
      ],
    },
    {
      from: 's3',
      to: 'opensearch-ingestion',
      way: 'native',
      pattern: 'scan, or notifications through SQS',
      permissions: [
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetObject', 's3:ListBucket'],
        },
        {
          role: 'pipeline role',
          holder: 'to',
          on: 'to',
          grant: 'role',
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'],
        },
      ],
    },
    {
      from: 'opensearch-ingestion',
      to: 'opensearch',
      way: 'native',
      pattern: 'sink',
      permissions: [
        {
          role: 'pipeline role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['es:DescribeDomain', 'es:ESHttpPost', 'es:ESHttpPut', 'es:ESHttpGet'],
        },
      ],
    },
    {
      from: 'opensearch-ingestion',
      to: 'opensearch-serverless',
      way: 'native',
      pattern: 'sink',
      permissions: [
        {
          role: 'pipeline role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['aoss:BatchGetCollection', 'aoss:APIAccessAll'],
        },
      ],
    },
    {
      from: 'opensearch-ingestion',
      to: 's3',
      way: 'native',
      pattern: 'sink',
      permissions: [{ role: 'pipeline role', holder: 'from', on: 'to', grant: 'role', actions: ['s3:PutObject'] }],
    },
  ],
});
