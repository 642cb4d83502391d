import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'bi-source',
  summary: 'Quick Sight reads a query engine or files.',
  pairs: [
    {
      from: 'athena',
      to: 'quicksight',
      way: 'native',
      pattern: 'data source, SPICE or direct',
      permissions: [
        {
          role: 'service role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'athena:StartQueryExecution',
            'athena:GetQueryExecution',
            'athena:GetQueryResults',
            'glue:GetTable',
            'glue:GetDatabase',
            's3:GetObject',
            's3:ListBucket',
            's3:PutObject',
          ],
        },
      ],
    },
    {
      from: 's3',
      to: 'quicksight',
      way: 'native',
      pattern: 'manifest, imported into SPICE',
      permissions: [
        { role: 'service role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
  ],
});
