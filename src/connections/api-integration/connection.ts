import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'api-integration',
  summary: 'API Gateway calls a service itself, without code.',
  pairs: [
    {
      from: 'api-gateway',
      to: 'firehose',
      way: 'native',
      pattern: 'service integration `PutRecord`',
      permissions: [
        {
          role: 'API role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        },
      ],
    },
    {
      from: 'api-gateway',
      to: 'kinesis-data-streams',
      way: 'native',
      pattern: 'service integration',
      permissions: [
        {
          role: 'API role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
        },
      ],
    },
    {
      from: 'api-gateway',
      to: 'sqs',
      way: 'native',
      pattern: 'service integration',
      permissions: [{ role: 'API role', holder: 'from', on: 'to', grant: 'role', actions: ['sqs:SendMessage'] }],
    },
    {
      from: 'api-gateway',
      to: 'eventbridge',
      way: 'native',
      pattern: 'service integration',
      permissions: [{ role: 'API role', holder: 'from', on: 'to', grant: 'role', actions: ['events:PutEvents'] }],
    },
    {
      from: 'api-gateway',
      to: 'step-functions',
      way: 'native',
      pattern: 'service integration',
      permissions: [{ role: 'API role', holder: 'from', on: 'to', grant: 'role', actions: ['states:StartExecution'] }],
    },
    {
      from: 'api-gateway',
      to: 'dynamodb',
      way: 'native',
      pattern: 'service integration',
      permissions: [{ role: 'API role', holder: 'from', on: 'to', grant: 'role', actions: ['dynamodb:PutItem'] }],
    },
    {
      from: 'api-gateway',
      to: 's3',
      way: 'native',
      pattern: 'service integration (body limit of the API)',
      permissions: [{ role: 'API role', holder: 'from', on: 'to', grant: 'role', actions: ['s3:PutObject'] }],
    },
  ],
});
