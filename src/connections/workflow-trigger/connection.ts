import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'workflow-trigger',
  summary: 'A trigger of a Glue workflow starts a job or a crawler.',
  pairs: [
    {
      from: 'glue-workflow',
      to: 'glue-job',
      way: 'native',
      pattern: 'control: trigger',
      permissions: [
        { role: 'workflow owner', holder: 'outside', on: 'to', grant: 'role', actions: ['glue:StartJobRun'] },
      ],
    },
    {
      from: 'glue-workflow',
      to: 'glue-crawler',
      way: 'native',
      pattern: 'control: trigger',
      permissions: [
        { role: 'workflow owner', holder: 'outside', on: 'to', grant: 'role', actions: ['glue:StartCrawler'] },
      ],
    },
  ],
});
