import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'object-event',
  summary: 'A new object calls a function, which may pass it on.',
  pairs: [
    {
      from: 's3',
      to: 'lambda',
      way: 'native',
      pattern: 'event notification',
      permissions: [{ role: 'function', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject'] }],
    },
    {
      from: 's3',
      to: 'sqs',
      way: 'native',
      pattern: 'event notification',
      permissions: [
        { role: 'queue policy', holder: 'from', on: 'to', grant: 'resource-policy', actions: ['sqs:SendMessage'] },
      ],
    },
    {
      from: 's3',
      to: 'sns',
      way: 'native',
      pattern: 'event notification',
      permissions: [
        { role: 'topic policy', holder: 'from', on: 'to', grant: 'resource-policy', actions: ['sns:Publish'] },
      ],
    },
    {
      from: 's3',
      to: 'kinesis-data-streams',
      way: 'code',
      pattern: 'Lambda on the object event',
      permissions: [
        { role: 'function', holder: 'from', on: 'from', grant: 'role', actions: ['s3:GetObject'] },
        { role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['kinesis:PutRecords'] },
      ],
      intermediates: ['lambda'],
    },
    {
      from: 's3',
      to: 'firehose',
      way: 'code',
      pattern: 'Lambda on the object event',
      permissions: [
        { role: 'function', holder: 'from', on: 'from', grant: 'role', actions: ['s3:GetObject'] },
        { role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['firehose:PutRecordBatch'] },
      ],
      intermediates: ['lambda'],
    },
  ],
});
