import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'log-subscription',
  summary: 'CloudWatch passes logs or metrics on.',
  pairs: [
    {
      from: 'cloudwatch',
      to: 'firehose',
      way: 'native',
      pattern: 'log subscription or metric stream',
      permissions: [
        {
          role: 'subscription role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        },
      ],
    },
    {
      from: 'cloudwatch',
      to: 'opensearch',
      way: 'native',
      pattern: 'log subscription through a managed function',
      permissions: [
        { role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['es:ESHttpPost', 'es:ESHttpPut'] },
      ],
    },
    {
      from: 'cloudwatch',
      to: 'kinesis-data-streams',
      way: 'native',
      pattern: 'log subscription',
      permissions: [
        { role: 'subscription role', holder: 'from', on: 'to', grant: 'role', actions: ['kinesis:PutRecord'] },
      ],
    },
    {
      from: 'cloudwatch',
      to: 'lambda',
      way: 'native',
      pattern: 'log subscription',
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
  ],
});
