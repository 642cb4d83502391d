import { definePersonaRule, labelOf } from '../../../kit/rule';

export const rule = definePersonaRule({
  id: 'iam/long-lived-user-key',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Sign people in through a directory, not with IAM users.',
  why: 'A key that never ends is copied, mailed and forgotten; it works for whoever finds it, years after its owner has left.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp',
  fix: 'quickfix',
  references: { lens: ['4.2'], hub: ['IAM.2', 'IAM.3'], checkov: ['CKV_AWS_273'] },
  check({ persona, need, report, set }) {
    if (need(persona, ['identity']) !== 'iam-user') return;
    report({
      at: ['identity'],
      message: `${labelOf(persona)} signs in with long-lived keys of an IAM user; they work for whoever finds them. Federate it to a role.`,
      fix: { title: 'Sign in by federation', edits: [set(persona, ['identity'], 'federated')] },
    });
  },
});
