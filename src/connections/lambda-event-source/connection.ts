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
    {
      from: 'msk',
      to: 'lambda',
      way: 'native',
      pattern: 'event source mapping in the VPC',
      permissions: [
        {
          role: 'function',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kafka:DescribeCluster',
            'kafka:DescribeClusterV2',
            'kafka:GetBootstrapBrokers',
            'kafka-cluster:Connect',
            'kafka-cluster:DescribeGroup',
            'kafka-cluster:AlterGroup',
            'kafka-cluster:DescribeTopic',
            'kafka-cluster:ReadData',
            'kafka-cluster:DescribeClusterDynamicConfiguration',
            'ec2:CreateNetworkInterface',
            'ec2:DescribeNetworkInterfaces',
            'ec2:DeleteNetworkInterface',
            'ec2:DescribeVpcs',
            'ec2:DescribeSubnets',
            'ec2:DescribeSecurityGroups',
          ],
        },
      ],
    },
    {
      from: 'sqs',
      to: 'lambda',
      way: 'native',
      pattern: 'event source mapping',
      permissions: [
        {
          role: 'function',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        },
      ],
    },
    {
      from: 'dynamodb',
      to: 'lambda',
      way: 'native',
      pattern: 'table stream, 24 h',
      permissions: [
        {
          role: 'function',
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
