import { defineCdkConnection } from '../../kit/cdk';
import { workflowStepSlot } from '../../services/glue-workflow/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ edge, from, to, offer }) =>
    offer(from, workflowStepSlot, {
      edge: edge.id,
      view: to,
      runs: to.kind === 'glue-crawler' ? 'crawler' : 'job',
      name: to.part(to.kind === 'glue-crawler' ? 'Crawler' : 'Job').member('ref'),
      intervalMinutes: edge.trigger === undefined || edge.trigger === 'schedule' ? edge.intervalMinutes : undefined,
      startAt: edge.startAt,
    }),
  emit: (block) => block.grant(),
});
