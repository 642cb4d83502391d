import { defineCdkConnection, type StatementCode } from '../../kit/cdk';
import { arn } from '../../kit/cdk-modules';
import { airflowSlot } from '../../services/mwaa/cdk';
import { machineSlot } from '../../services/step-functions/cdk';
import { airflowTask } from '../airflow-calls';
import { jobs } from '../workflow-states';
import { connection } from './connection';
import { messages } from './messages';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, edge, design, data, offer }) => {
    const target = { design, edge, from, to, data };
    if (from.kind === 'mwaa') {
      const task = airflowTask(target);
      if (task) offer(from, airflowSlot, task);
      return;
    }
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
    if (from.kind === 'mwaa') return;
    for (const rule of job?.rules ?? []) block.allow(from, managedRule(rule));
    if (job?.waits === true && from.config.type === 'EXPRESS')
      block.leaveOut(`an Express machine starts ${to.id} and does not wait for it: only Standard machines do`);
  },
});

/** A rule through which Step Functions learns that a job of an AWS service is done. */
const managedRule = (rule: string): StatementCode => ({
  actions: ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
  resources: [arn('events', `rule/${rule}`)],
});
