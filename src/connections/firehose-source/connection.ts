import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'firehose-source',
  summary: 'A delivery stream reads a data stream.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'firehose',
      way: 'native',
      pattern: 'stream as source',
      permissions: [
        {
          role: 'delivery role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['kinesis:DescribeStream', 'kinesis:GetShardIterator', 'kinesis:GetRecords', 'kinesis:ListShards'],
        },
      ],
    },
  ],
});
