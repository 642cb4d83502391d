import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'topic-subscription',
  summary: 'A topic hands messages to its subscribers.',
  pairs: [
    {
      from: 'sns',
      to: 'sqs',
      way: 'native',
      pattern: 'subscription',
      permissions: [
        { role: 'queue policy', holder: 'from', on: 'to', grant: 'resource-policy', actions: ['sqs:SendMessage'] },
      ],
    },
    {
      from: 'sns',
      to: 'lambda',
      way: 'native',
      pattern: 'subscription',
      permissions: [
        {
          role: 'function policy',
          holder: 'from',
          on: 'to',
          grant: 'resource-policy',
          actions: ['lambda:InvokeFunction'],
        },
      ],
    },
    {
      from: 'sns',
      to: 'firehose',
      way: 'native',
      pattern: 'subscription',
      permissions: [
        {
          role: 'subscription role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'firehose:DescribeDeliveryStream',
            'firehose:ListDeliveryStreams',
            'firehose:ListTagsForDeliveryStream',
            'firehose:PutRecord',
            'firehose:PutRecordBatch',
          ],
        },
      ],
    },
    { from: 'sns', to: 'http-endpoint', way: 'native', pattern: 'HTTPS subscription' },
  ],
});
