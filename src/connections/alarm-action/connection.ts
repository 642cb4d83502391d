import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'alarm-action',
  summary: 'An alarm or a monitor notifies a topic.',
  pairs: [
    {
      from: 'opensearch',
      to: 'sns',
      way: 'native',
      pattern: 'alert destination',
      permissions: [{ role: 'alerting role', holder: 'from', on: 'to', grant: 'role', actions: ['sns:Publish'] }],
    },
    {
      from: 'cloudwatch',
      to: 'sns',
      way: 'native',
      pattern: 'alarm action',
      permissions: [
        { role: 'topic policy', holder: 'from', on: 'to', grant: 'resource-policy', actions: ['sns:Publish'] },
      ],
    },
  ],
});
