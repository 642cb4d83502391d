import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'firehose-destination',
  summary: 'A delivery stream writes batches to its destination.',
  pairs: [
    {
      from: 'firehose',
      to: 's3',
      way: 'native',
      pattern: 'buffer, compress, convert JSON to Parquet or ORC, dynamic partitions',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            's3:AbortMultipartUpload',
            's3:GetBucketLocation',
            's3:GetObject',
            's3:ListBucket',
            's3:ListBucketMultipartUploads',
            's3:PutObject',
          ],
        },
      ],
    },
    {
      from: 'firehose',
      to: 'api-gateway',
      way: 'native',
      pattern: 'HTTP endpoint destination served by an API',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue', 's3:PutObject'],
        },
      ],
    },
  ],
});
