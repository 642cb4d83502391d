import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'warehouse-function',
  summary: 'SQL in a database calls a function.',
  pairs: [
    {
      from: 'aurora',
      to: 'lambda',
      way: 'native',
      pattern: 'database calls the function',
      permissions: [
        { role: 'database role', holder: 'from', on: 'to', grant: 'role', actions: ['lambda:InvokeFunction'] },
      ],
    },
    {
      from: 'redshift',
      to: 'lambda',
      way: 'native',
      pattern: 'user-defined function',
      permissions: [
        { role: 'warehouse role', holder: 'from', on: 'to', grant: 'role', actions: ['lambda:InvokeFunction'] },
      ],
    },
  ],
});
