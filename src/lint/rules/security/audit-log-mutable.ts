import { defineDesignRule } from '../../../kit/rule';
import { hasTrail } from '../../trail';

export const rule = defineDesignRule({
  id: 'security/audit-log-mutable',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Seal the audit log: log file validation and a locked bucket.',
  why: 'Whoever can change the log can take out what they did; validation shows it, object lock prevents it.',
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['5.4'], hub: ['CloudTrail.4', 'S3.15'], checkov: ['CKV_AWS_36', 'CKV_AWS_143'] },
  check(work) {
    const { architecture, need, report, set } = work;
    if (!hasTrail(work)) return;
    const seals = {
      validation: need(architecture, ['trail', 'validation']),
      locked: need(architecture, ['trail', 'locked']),
    };
    const open = (['validation', 'locked'] as const).filter((seal) => !seals[seal]);
    const [first] = open;
    if (!first) return;
    const state = (on: boolean): string => (on ? 'on' : 'off');
    report({
      at: ['trail', first],
      message: `The audit log can be altered unseen: file validation is ${state(seals.validation)}, object lock is ${state(seals.locked)}. Switch ${open.length === 2 ? 'both' : first === 'locked' ? 'the lock' : 'validation'} on.`,
      values: seals,
      fix: { title: 'Seal the audit log', edits: open.map((seal) => set(architecture, ['trail', seal], true)) },
    });
  },
});
