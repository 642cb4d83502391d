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
      to: 's3',
      way: 'native',
      pattern: 'service integration (body limit of the API)',
      permissions: [{ role: 'API role', holder: 'from', on: 'to', grant: 'role', actions: ['s3:PutObject'] }],
    },
  ],
});
