import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'kafka-connector',
  summary: 'A connector on MSK Connect copies topics.',
  pairs: [
    {
      from: 'source.kafka',
      to: 'msk',
      way: 'connector',
      pattern: 'MirrorMaker 2 on MSK Connect, or clients repointed',
      permissions: [
        {
          role: 'connector role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: [
            'kafka-cluster:Connect',
            'kafka-cluster:WriteData',
            'kafka-cluster:CreateTopic',
            'kafka-cluster:DescribeTopic',
          ],
        },
      ],
    },
    {
      from: 'msk',
      to: 'msk-connect',
      way: 'native',
      pattern: 'sink connector',
      permissions: [
        {
          role: 'connector role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'kafka-cluster:Connect',
            'kafka-cluster:ReadData',
            'kafka-cluster:DescribeTopic',
            'kafka-cluster:DescribeGroup',
            'kafka-cluster:AlterGroup',
          ],
        },
      ],
    },
    {
      from: 'msk-connect',
      to: 's3',
      way: 'connector',
      pattern: 'S3 sink connector',
      permissions: [
        {
          role: 'connector role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:ListBucket', 's3:GetBucketLocation', 's3:AbortMultipartUpload'],
        },
      ],
    },
  ],
});
