import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'trail-delivery',
  summary: 'CloudTrail delivers its log.',
  pairs: [
    {
      from: 'cloudtrail',
      to: 's3',
      way: 'native',
      pattern: 'trail',
      permissions: [
        {
          role: 'bucket policy',
          holder: 'from',
          on: 'to',
          grant: 'resource-policy',
          actions: ['s3:PutObject', 's3:GetBucketAcl'],
        },
      ],
    },
    {
      from: 'cloudtrail',
      to: 'cloudwatch',
      way: 'native',
      pattern: 'log delivery',
      permissions: [
        {
          role: 'trail role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        },
      ],
    },
  ],
});
