import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'stream-sink',
  summary: 'A Flink application writes its results.',
  pairs: [
    {
      from: 'managed-flink',
      to: 'kinesis-data-streams',
      way: 'native',
      pattern: 'sink',
      permissions: [
        {
          role: 'application',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:DescribeStreamSummary', 'kinesis:ListShards'],
        },
      ],
    },
    {
      from: 'managed-flink',
      to: 'firehose',
      way: 'native',
      pattern: 'sink',
      permissions: [
        {
          role: 'application',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        },
      ],
    },
    {
      from: 'managed-flink',
      to: 's3',
      way: 'native',
      pattern: 'file or table-format sink',
      permissions: [
        {
          role: 'application',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:ListBucket', 's3:AbortMultipartUpload'],
        },
      ],
    },
    {
      from: 'managed-flink',
      to: 'opensearch',
      way: 'connector',
      pattern: 'OpenSearch connector',
      permissions: [
        { role: 'application', holder: 'from', on: 'to', grant: 'role', actions: ['es:ESHttpPost', 'es:ESHttpPut'] },
      ],
    },
    {
      from: 'managed-flink',
      to: 'dynamodb',
      way: 'native',
      pattern: 'sink',
      permissions: [
        { role: 'application', holder: 'from', on: 'to', grant: 'role', actions: ['dynamodb:BatchWriteItem'] },
      ],
    },
    {
      from: 'managed-flink',
      to: 'lambda',
      way: 'code',
      pattern: 'asynchronous function call, or a stream that triggers it',
      permissions: [
        { role: 'application', holder: 'from', on: 'to', grant: 'role', actions: ['lambda:InvokeFunction'] },
      ],
      intermediates: ['kinesis-data-streams'],
    },
    {
      from: 'managed-flink',
      to: 'redshift',
      way: 'connector',
      pattern: 'JDBC, or a stream with streaming ingestion',
      permissions: [
        { role: 'application', holder: 'from', on: 'to', grant: 'role', actions: ['redshift:GetClusterCredentials'] },
      ],
      intermediates: ['kinesis-data-streams'],
    },
    {
      from: 'managed-flink',
      to: 'timestream-influxdb',
      way: 'code',
      pattern: 'client in the application',
      permissions: [
        { role: 'application', holder: 'from', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'managed-flink',
      to: 'sns',
      way: 'code',
      pattern: 'client in the application',
      permissions: [{ role: 'application', holder: 'from', on: 'to', grant: 'role', actions: ['sns:Publish'] }],
    },
    {
      from: 'managed-flink',
      to: 'iceberg-table',
      way: 'native',
      pattern: 'table-format sink',
      permissions: [
        {
          role: 'application',
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
            's3:ListBucket',
          ],
        },
      ],
    },
  ],
});
