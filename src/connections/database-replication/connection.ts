import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'database-replication',
  summary: 'A replication task copies a database, once or continuously.',
  pairs: [
    {
      from: 'source.database',
      to: 'dms',
      way: 'connector',
      pattern: 'source endpoint, full load and CDC',
      permissions: [
        {
          role: 'endpoint role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        },
      ],
    },
    {
      from: 'dms',
      to: 's3',
      way: 'native',
      pattern: 'Parquet or CSV files, CDC in folders',
      permissions: [
        {
          role: 'endpoint role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:DeleteObject', 's3:ListBucket', 's3:PutObjectTagging'],
        },
      ],
    },
    {
      from: 'dms',
      to: 'redshift',
      way: 'native',
      pattern: 'staged in S3, COPY',
      permissions: [
        {
          role: 'endpoint role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            's3:PutObject',
            's3:GetObject',
            's3:DeleteObject',
            's3:ListBucket',
            's3:GetBucketLocation',
            'secretsmanager:GetSecretValue',
          ],
        },
      ],
    },
    {
      from: 'dms',
      to: 'kinesis-data-streams',
      way: 'native',
      pattern: 'JSON change records',
      permissions: [
        {
          role: 'endpoint role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:DescribeStream'],
        },
      ],
    },
    {
      from: 'dms',
      to: 'msk',
      way: 'native',
      pattern: 'Kafka endpoint',
      permissions: [
        { role: 'endpoint role', holder: 'from', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'dms',
      to: 'opensearch',
      way: 'native',
      pattern: 'bulk documents',
      permissions: [
        {
          role: 'endpoint role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['es:ESHttpPost', 'es:ESHttpPut', 'es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpDelete'],
        },
      ],
    },
    {
      from: 'dms',
      to: 'dynamodb',
      way: 'native',
      pattern: 'object mapping',
      permissions: [
        {
          role: 'endpoint role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'dynamodb:PutItem',
            'dynamodb:UpdateItem',
            'dynamodb:DeleteItem',
            'dynamodb:DescribeTable',
            'dynamodb:CreateTable',
          ],
        },
      ],
    },
    {
      from: 'dms',
      to: 'aurora',
      way: 'native',
      pattern: 'target endpoint; schema conversion when engines differ',
      permissions: [
        { role: 'endpoint role', holder: 'from', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'dms',
      to: 'rds',
      way: 'native',
      pattern: 'target endpoint; schema conversion when engines differ',
      permissions: [
        { role: 'endpoint role', holder: 'from', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'dms',
      to: 'documentdb',
      way: 'native',
      pattern: 'target endpoint',
      permissions: [
        { role: 'endpoint role', holder: 'from', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'dms',
      to: 'neptune',
      way: 'native',
      pattern: 'mapping files, staged in S3',
      permissions: [
        {
          role: 'endpoint role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'aurora',
      to: 'dms',
      way: 'native',
      pattern: 'source endpoint, binlog or logical replication',
      permissions: [
        { role: 'endpoint role', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'rds',
      to: 'dms',
      way: 'native',
      pattern: 'source endpoint',
      permissions: [
        { role: 'endpoint role', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'documentdb',
      to: 'dms',
      way: 'native',
      pattern: 'source endpoint, change streams',
      permissions: [
        { role: 'endpoint role', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
  ],
});
