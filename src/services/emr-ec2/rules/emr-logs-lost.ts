import { defineRule, labelOf } from '../../../kit/rule';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'operations/emr-logs-lost',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep the logs of a cluster in S3.',
  why: 'Logs lie on the nodes of a cluster: when it ends, or a node is replaced, what happened in a failed step can no longer be read.',
  exceptions: 'A cluster whose logs name "task": the export keeps those in a bucket of its own.',
  source: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.2'], nag: ['EMR2'] },
  check({ node, need, mention, report, set }) {
    if (need(node, ['config', 'logUri'])) return;
    const logs = need(node, ['logs']);
    if (logs.includes('task')) return;
    report({
      at: ['config', 'logUri'],
      message: `${labelOf(node)} is ${mention(node, ['config', 'lifecycle'])}; its logs disappear with its nodes. Keep them in S3.`,
      fix: { title: 'Keep its logs in S3', edits: [set(node, ['logs'], [...logs, 'task'])] },
    });
  },
});
