import { defineCdkConnection } from '../../kit/cdk';
import { machineSlot } from '../../services/step-functions/cdk';
import { connection } from './connection';
import { messages } from './messages';
import { jobs } from './states';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, edge, design, data, offer }) => {
    const target = { design, edge, from, to, data };
    const job = jobs[to.kind];
    const message = messages[to.kind];
    if (job) offer(from, machineSlot, { edge: edge.id, view: to, role: 'job', state: () => job.state(target) });
    if (message)
      offer(from, machineSlot, { edge: edge.id, view: to, role: 'told', state: (outcome) => message(target, outcome) });
  },
  emit: (block) => {
    const { to, from } = block;
    const job = jobs[to.kind];
    block.grant({ more: job?.more?.(block) });
    for (const statement of job?.statements?.(block) ?? []) block.allow(from, statement);
    for (const advice of job?.advice?.(block) ?? []) block.advise(advice);
    if (job?.waits === true && from.config.type === 'EXPRESS')
      block.leaveOut(`an Express machine starts ${to.id} and does not wait for it: only Standard machines do`);
  },
});
