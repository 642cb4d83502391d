import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'lambda-event-source',
  summary: 'An event source mapping polls a stream and calls a function with batches.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'lambda',
      way: 'native',
      pattern: 'event source mapping',
      permissions: [
        {
          role: 'function',
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
  ],
});
