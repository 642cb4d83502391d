import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'engine-start',
  summary: 'A function starts a query or a refresh.',
  pairs: [
    {
      from: 'lambda',
      to: 'step-functions',
      way: 'native',
      pattern: 'SDK',
      permissions: [{ role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['states:StartExecution'] }],
    },
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
      to: 'glue-job',
      way: 'native',
      pattern: 'control: starts a run',
      permissions: [{ role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['glue:StartJobRun'] }],
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
    {
      from: 'lambda',
      to: 'mwaa',
      way: 'native',
      pattern: 'Airflow REST API',
      permissions: [{ role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['airflow:InvokeRestApi'] }],
    },
  ],
});
