import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'warehouse-ingestion',
  summary: 'A warehouse reads a stream into a materialized view.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'redshift',
      way: 'native',
      pattern: 'streaming ingestion into a materialized view',
      permissions: [
        {
          role: 'warehouse role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kinesis:DescribeStreamSummary',
            'kinesis:GetShardIterator',
            'kinesis:GetRecords',
            'kinesis:ListShards',
            'kinesis:DescribeStream',
          ],
        },
      ],
    },
    {
      from: 'msk',
      to: 'redshift',
      way: 'native',
      pattern: 'streaming ingestion into a materialized view',
      permissions: [
        {
          role: 'warehouse role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kafka:GetBootstrapBrokers',
            'kafka-cluster:Connect',
            'kafka-cluster:ReadData',
            'kafka-cluster:DescribeTopic',
          ],
        },
      ],
    },
  ],
});
