import { defineCdkConnection } from '../../kit/cdk';
import { airflowSlot } from '../../services/mwaa/cdk';
import { airflowTask } from '../airflow-calls';
import { jobs } from '../workflow-states';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, edge, design, data, offer }) => {
    const task = airflowTask({ design, edge, from, to, data });
    if (task) offer(from, airflowSlot, task);
  },
  emit: (block) => {
    const job = jobs[block.to.kind];
    block.grant({ more: job?.more?.(block) });
    for (const statement of job?.statements?.(block) ?? []) block.allow(block.from, statement);
    for (const advice of job?.advice?.(block) ?? []) block.advise(advice);
  },
});
