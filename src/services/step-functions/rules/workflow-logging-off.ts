import { defineRule, labelOf } from '../../../kit/rule';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'operations/workflow-logging-off',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a state machine log its executions.',
  why: 'When a run went wrong at night, the log of the execution is what tells at which step and with which input.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.2'], hub: ['StepFunctions.1'], nag: ['SF1'], checkov: ['CKV_AWS_285'] },
  check({ node, need, mention, report, set }) {
    if (need(node, ['config', 'logLevel']) !== 'OFF') return;
    const environment = mention(node, ['environment']);
    const level = environment === 'production' || environment === 'staging' ? 'ERROR' : 'ALL';
    report({
      at: ['config', 'logLevel'],
      message: `${labelOf(node)} keeps no log of its executions: a failed run leaves no trace of step and cause. Log at level ${level}.`,
      values: { level },
      fix: { title: `Log at level ${level}`, edits: [set(node, ['config', 'logLevel'], level)] },
    });
  },
});
