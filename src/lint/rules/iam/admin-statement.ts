import { Refactoring } from '../../../kit/refactoring';
import { defineRoleRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { hasAnyResource, isAllow, leastPrivilege, needsOfRole, replaced } from '../../policies';

const everything: ReadonlySet<string> = new Set(['*', '*:*']);

export const rule = defineRoleRule({
  id: 'iam/admin-statement',
  severity: 'error',
  since: '0.1.0',
  summary: 'Allow a role what its edges need, not everything.',
  why: 'Whoever gets hold of the role owns the account: its data, its keys, its other roles.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  fix: 'refactor',
  references: {
    lens: ['5.2'],
    hub: ['IAM.1'],
    nag: ['IAM5'],
    checkov: ['CKV_AWS_62', 'CKV_AWS_63', 'CKV_AWS_1', 'CKV_AWS_49'],
  },
  silences: [
    'iam/service-wildcard',
    'iam/resource-wildcard',
    'iam/pass-role-broad',
    'iam/privilege-escalation',
    'iam/decrypt-any-key',
  ],
  check({ role, graph, matrix, report }) {
    for (const [index, statement] of (role.statements ?? []).entries()) {
      if (!isAllow(statement) || !hasAnyResource(statement)) continue;
      if (!statement.actions?.some((action) => everything.has(action))) continue;
      const needs = needsOfRole(graph, matrix, role);
      const actions = new Set(needs.map(({ action }) => action));
      const change = new Refactoring(graph);
      change.set(role, ['statements'], replaced(role, index, leastPrivilege(graph, needs)));
      const used = actions.size > 0 ? `; its edges need ${counted(actions.size, 'action')}` : '';
      report({
        at: ['statements', index],
        message: `${labelOf(role)} may do everything on everything${used}. Allow only what its edges need.`,
        values: { needed: [...actions] },
        fix: actions.size > 0 ? { title: 'Allow what its edges need', edits: change.edits } : undefined,
      });
    }
  },
});
