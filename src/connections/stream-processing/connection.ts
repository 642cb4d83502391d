import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'stream-processing',
  summary: 'A Flink application reads a stream.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'managed-flink',
      way: 'native',
      pattern: 'connector, enhanced fan-out optional',
      permissions: [
        {
          role: 'application',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kinesis:DescribeStream',
            'kinesis:DescribeStreamSummary',
            'kinesis:GetShardIterator',
            'kinesis:GetRecords',
            'kinesis:ListShards',
            'kinesis:RegisterStreamConsumer',
            'kinesis:DescribeStreamConsumer',
            'kinesis:SubscribeToShard',
          ],
        },
      ],
    },
    {
      from: 'msk',
      to: 'managed-flink',
      way: 'native',
      pattern: 'Kafka connector in the VPC',
      permissions: [
        {
          role: 'application',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kafka-cluster:Connect',
            'kafka-cluster:DescribeTopic',
            'kafka-cluster:ReadData',
            'kafka-cluster:DescribeGroup',
            'kafka-cluster:AlterGroup',
            'ec2:CreateNetworkInterface',
            'ec2:DescribeNetworkInterfaces',
          ],
        },
      ],
    },
  ],
});
