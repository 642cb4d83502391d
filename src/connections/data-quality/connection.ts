import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'data-quality',
  summary: 'Rules are evaluated on a table and reported.',
  pairs: [
    {
      from: 's3',
      to: 'glue-data-quality',
      way: 'native',
      pattern: 'rule set on a catalogued table',
      permissions: [
        {
          role: 'evaluation role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetTable', 'glue:GetPartitions', 's3:GetObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'glue-data-quality',
      to: 'cloudwatch',
      way: 'native',
      pattern: 'metrics',
      permissions: [
        { role: 'evaluation role', holder: 'from', on: 'to', grant: 'role', actions: ['cloudwatch:PutMetricData'] },
      ],
    },
  ],
});
