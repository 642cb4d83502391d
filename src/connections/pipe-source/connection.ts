import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'pipe-source',
  summary: 'A pipe reads a stream, a queue or a table stream.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'eventbridge-pipes',
      way: 'native',
      pattern: 'pipe source',
      permissions: [
        {
          role: 'pipe role',
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
    {
      from: 'msk',
      to: 'eventbridge-pipes',
      way: 'native',
      pattern: 'pipe source',
      permissions: [
        {
          role: 'pipe role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kafka:DescribeClusterV2',
            'kafka:GetBootstrapBrokers',
            'kafka-cluster:Connect',
            'kafka-cluster:ReadData',
            'kafka-cluster:DescribeGroup',
          ],
        },
      ],
    },
    {
      from: 'sqs',
      to: 'eventbridge-pipes',
      way: 'native',
      pattern: 'pipe source',
      permissions: [
        {
          role: 'pipe role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        },
      ],
    },
    {
      from: 'dynamodb',
      to: 'eventbridge-pipes',
      way: 'native',
      pattern: 'pipe source',
      permissions: [
        {
          role: 'pipe role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'dynamodb:DescribeStream',
            'dynamodb:GetRecords',
            'dynamodb:GetShardIterator',
            'dynamodb:ListStreams',
          ],
        },
      ],
    },
  ],
});
