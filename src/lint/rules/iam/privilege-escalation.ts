import { defineRoleRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import { allows } from '../../policies';
import { iam } from '../../tables/iam';

const passRole = 'iam:PassRole';

export const rule = defineRoleRule({
  id: 'iam/privilege-escalation',
  severity: 'error',
  since: '0.1.0',
  summary: 'Allow no combination of actions by which a role makes itself stronger.',
  why: 'Each action looks harmless; together they write a policy, or run code, with rights that nobody granted.',
  source: [iam.escalatingActions.source, iam.escalatingWithPassRole.source],
  fix: null,
  references: { lens: ['5.2'], checkov: ['CKV_AWS_286', 'CKV_AWS_110'] },
  check({ role, report }) {
    const statements = role.statements ?? [];
    for (const [index, statement] of statements.entries()) {
      const alone = iam.escalatingActions.value.filter((action) => allows(statement, action));
      if (alone.length === 0) continue;
      report({
        at: ['statements', index],
        message: `${labelOf(role)} can give itself more rights through ${fewOf(alone)}. Leave these to people, with a permissions boundary.`,
        values: { actions: alone },
      });
    }
    const passes = statements.findIndex((statement) => allows(statement, passRole));
    if (passes === -1) return;
    const pairs = iam.escalatingWithPassRole.value.filter((action) =>
      statements.some((other) => allows(other, action)),
    );
    if (pairs.length === 0) return;
    report({
      at: ['statements', passes],
      message: `${labelOf(role)} can give itself more rights through ${passRole} with ${fewOf(pairs)}: it runs code under a stronger role. Take one of the two away.`,
      values: { actions: [passRole, ...pairs] },
    });
  },
});
