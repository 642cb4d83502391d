import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'pipe-target',
  summary: 'A pipe passes records on, or has them enriched.',
  pairs: [
    {
      from: 'eventbridge-pipes',
      to: 'lambda',
      way: 'native',
      pattern: 'target or enrichment',
      permissions: [{ role: 'pipe role', holder: 'from', on: 'to', grant: 'role', actions: ['lambda:InvokeFunction'] }],
    },
    {
      from: 'eventbridge-pipes',
      to: 'step-functions',
      way: 'native',
      pattern: 'target',
      permissions: [{ role: 'pipe role', holder: 'from', on: 'to', grant: 'role', actions: ['states:StartExecution'] }],
    },
    {
      from: 'eventbridge-pipes',
      to: 'firehose',
      way: 'native',
      pattern: 'target',
      permissions: [
        {
          role: 'pipe role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        },
      ],
    },
    {
      from: 'eventbridge-pipes',
      to: 'kinesis-data-streams',
      way: 'native',
      pattern: 'target',
      permissions: [{ role: 'pipe role', holder: 'from', on: 'to', grant: 'role', actions: ['kinesis:PutRecord'] }],
    },
    {
      from: 'eventbridge-pipes',
      to: 'redshift',
      way: 'native',
      pattern: 'target (Data API)',
      permissions: [
        { role: 'pipe role', holder: 'from', on: 'to', grant: 'role', actions: ['redshift-data:ExecuteStatement'] },
      ],
    },
  ],
});
