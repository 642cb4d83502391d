import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'engine-start',
  summary: 'A function starts a query or a refresh.',
  pairs: [
    {
      from: 'lambda',
      to: 'athena',
      way: 'native',
      pattern: 'starts a query',
      permissions: [
        {
          role: 'function',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryResults'],
        },
      ],
    },
    {
      from: 'lambda',
      to: 'quicksight',
      way: 'native',
      pattern: 'control: starts a SPICE refresh',
      permissions: [
        { role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['quicksight:CreateIngestion'] },
      ],
    },
  ],
});
