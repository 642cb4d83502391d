import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'stream-to-table',
  summary: 'A consumer of own code writes records of a stream or a warehouse to a table.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'dynamodb',
      way: 'code',
      pattern: 'Lambda or KCL consumer',
      permissions: [
        {
          role: 'function',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['dynamodb:PutItem', 'dynamodb:BatchWriteItem'],
        },
      ],
      intermediates: ['lambda'],
    },
    {
      from: 'redshift',
      to: 'dynamodb',
      way: 'code',
      pattern: 'UNLOAD to S3, then import or Lambda',
      permissions: [
        { role: 'function', holder: 'outside', on: 'to', grant: 'role', actions: ['dynamodb:BatchWriteItem'] },
      ],
      intermediates: ['lambda', 's3'],
    },
  ],
});
