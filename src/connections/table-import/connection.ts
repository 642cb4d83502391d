import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'table-import',
  summary: 'A database loads files from a bucket.',
  pairs: [
    {
      from: 's3',
      to: 'opensearch',
      way: 'code',
      pattern: 'Lambda or OpenSearch Ingestion',
      permissions: [
        { role: 'function', holder: 'outside', on: 'from', grant: 'role', actions: ['s3:GetObject'] },
        { role: 'function', holder: 'outside', on: 'to', grant: 'role', actions: ['es:ESHttpPost', 'es:ESHttpPut'] },
      ],
      intermediates: ['lambda', 'opensearch-ingestion'],
    },
    {
      from: 's3',
      to: 'dynamodb',
      way: 'native',
      pattern: 'table import (new table)',
      permissions: [
        {
          role: 'importer',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['dynamodb:ImportTable', 'dynamodb:DescribeImport'],
        },
        { role: 'importer', holder: 'outside', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 's3',
      to: 'aurora',
      way: 'native',
      pattern: 'load from S3',
      permissions: [
        { role: 'database role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 's3',
      to: 'rds',
      way: 'native',
      pattern: 'import extension (PostgreSQL) or native restore',
      permissions: [
        { role: 'database role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 's3',
      to: 'neptune',
      way: 'native',
      pattern: 'bulk loader',
      permissions: [
        { role: 'database role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 's3',
      to: 'timestream-influxdb',
      way: 'code',
      pattern: 'Lambda or Glue',
      permissions: [
        { role: 'function', holder: 'outside', on: 'from', grant: 'role', actions: ['s3:GetObject'] },
        { role: 'function', holder: 'outside', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
      intermediates: ['lambda'],
    },
    {
      from: 's3',
      to: 'documentdb',
      way: 'connector',
      pattern: 'Glue or a driver script',
      permissions: [
        { role: 'job role', holder: 'outside', on: 'from', grant: 'role', actions: ['s3:GetObject'] },
        { role: 'job role', holder: 'outside', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
      intermediates: ['glue-job'],
    },
  ],
});
