import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'sdk-write',
  summary: 'An application or a function writes through the AWS SDK.',
  pairs: [
    {
      from: 'source.app',
      to: 'kinesis-data-streams',
      way: 'code',
      pattern: 'SDK, producer library (KPL) or agent',
      permissions: [
        {
          role: 'producer',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:ListShards', 'kinesis:DescribeStreamSummary'],
        },
      ],
    },
    {
      from: 'source.app',
      to: 'firehose',
      way: 'native',
      pattern: 'Direct PUT',
      permissions: [
        {
          role: 'producer',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        },
      ],
    },
    {
      from: 'source.app',
      to: 's3',
      way: 'native',
      pattern: 'SDK upload, multipart over 100 MB',
      permissions: [
        {
          role: 'producer',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
        },
      ],
    },
    {
      from: 'source.app',
      to: 'sqs',
      way: 'native',
      pattern: 'SDK',
      permissions: [
        {
          role: 'producer',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['sqs:SendMessage', 'sqs:GetQueueUrl'],
        },
      ],
    },
    {
      from: 'source.app',
      to: 'sns',
      way: 'native',
      pattern: 'SDK',
      permissions: [{ role: 'producer', holder: 'outside', on: 'to', grant: 'role', actions: ['sns:Publish'] }],
    },
    {
      from: 'source.app',
      to: 'eventbridge',
      way: 'native',
      pattern: 'SDK',
      permissions: [{ role: 'producer', holder: 'outside', on: 'to', grant: 'role', actions: ['events:PutEvents'] }],
    },
    {
      from: 'lambda',
      to: 's3',
      way: 'native',
      pattern: 'SDK',
      permissions: [{ role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['s3:PutObject'] }],
    },
    {
      from: 'lambda',
      to: 'kinesis-data-streams',
      way: 'native',
      pattern: 'SDK',
      permissions: [
        {
          role: 'function',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
        },
      ],
    },
    {
      from: 'lambda',
      to: 'firehose',
      way: 'native',
      pattern: 'SDK',
      permissions: [
        {
          role: 'function',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        },
      ],
    },
    {
      from: 'lambda',
      to: 'sqs',
      way: 'native',
      pattern: 'SDK or destination',
      permissions: [{ role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['sqs:SendMessage'] }],
    },
    {
      from: 'lambda',
      to: 'sns',
      way: 'native',
      pattern: 'SDK or destination',
      permissions: [{ role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['sns:Publish'] }],
    },
    {
      from: 'lambda',
      to: 'eventbridge',
      way: 'native',
      pattern: 'SDK or destination',
      permissions: [{ role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['events:PutEvents'] }],
    },
    {
      from: 'source.app',
      to: 'cloudwatch',
      way: 'native',
      pattern: 'agent or SDK',
      permissions: [
        {
          role: 'producer',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        },
      ],
    },
  ],
});
