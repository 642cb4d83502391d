import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'kafka-producer',
  summary: 'A Kafka client writes to a topic.',
  pairs: [
    {
      from: 'source.app',
      to: 'msk',
      way: 'connector',
      pattern: 'Kafka client, IAM authentication',
      permissions: [
        {
          role: 'producer',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: [
            'kafka-cluster:Connect',
            'kafka-cluster:DescribeTopic',
            'kafka-cluster:WriteData',
            'kafka-cluster:WriteDataIdempotently',
          ],
        },
      ],
    },
    {
      from: 'managed-flink',
      to: 'msk',
      way: 'native',
      pattern: 'sink',
      permissions: [
        {
          role: 'application',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['kafka-cluster:Connect', 'kafka-cluster:WriteData', 'kafka-cluster:DescribeTopic'],
        },
      ],
    },
    {
      from: 'lambda',
      to: 'msk',
      way: 'connector',
      pattern: 'Kafka client in the VPC',
      permissions: [
        {
          role: 'function',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['kafka-cluster:Connect', 'kafka-cluster:WriteData', 'kafka-cluster:DescribeTopic'],
        },
      ],
    },
  ],
});
