import { defineRoleRule, labelOf } from '../../../kit/rule';
import { allows, conditionKeys, hasAnyResource } from '../../policies';
import { iam } from '../../tables/iam';

const passRole = 'iam:PassRole';
const service = 'iam:passedtoservice';

export const rule = defineRoleRule({
  id: 'iam/pass-role-broad',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let a role hand on only the roles it must, and only to the service that needs them.',
  why: 'Who may hand any role to any service runs code with the strongest role of the account.',
  source: iam.escalatingWithPassRole.source,
  fix: null,
  references: { lens: ['5.2'], nag: ['IAM5'], checkov: ['CKV_AWS_286'] },
  check({ role, report }) {
    for (const [index, statement] of (role.statements ?? []).entries()) {
      if (!allows(statement, passRole)) continue;
      const anyRole = hasAnyResource(statement);
      const anyService = !conditionKeys(statement.conditions).has(service);
      if (!anyRole && !anyService) continue;
      report({
        at: ['statements', index],
        message: `${labelOf(role)} may hand ${anyRole ? 'any role' : 'its roles'} to ${anyService ? 'any service' : 'a service'} (${passRole}${anyRole ? ' on *' : ''}${anyService ? ', no iam:PassedToService' : ''}). Name the roles and their service.`,
        values: { anyRole, anyService },
      });
    }
  },
});
