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
    {
      from: 'msk',
      to: 'firehose',
      way: 'native',
      pattern: 'cluster as source',
      permissions: [
        {
          role: 'delivery role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kafka:GetBootstrapBrokers',
            'kafka:DescribeCluster',
            'kafka:DescribeClusterV2',
            'kafka-cluster:Connect',
            'kafka-cluster:DescribeTopic',
            'kafka-cluster:DescribeTopicDynamicConfiguration',
            'kafka-cluster:ReadData',
            'kafka-cluster:DescribeGroup',
          ],
        },
      ],
    },
  ],
});
