import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'change-stream',
  summary: 'A table streams its changes.',
  pairs: [
    {
      from: 'dynamodb',
      to: 'kinesis-data-streams',
      way: 'native',
      pattern: 'change data to a stream',
      permissions: [
        {
          role: 'table operator',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['dynamodb:EnableKinesisStreamingDestination'],
        },
        {
          role: 'table operator',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:DescribeStream'],
        },
      ],
    },
  ],
});
