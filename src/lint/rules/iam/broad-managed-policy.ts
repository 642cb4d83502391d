import { Refactoring } from '../../../kit/refactoring';
import { defineRoleRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import type { JsonObject } from '../../../model/json';
import { allows, leastPrivilege, needsOfRole, policyName, reaches } from '../../policies';
import { iam } from '../../tables/iam';

const broad = /FullAccess$|^PowerUserAccess$|^AdministratorAccess(?:-.*)?$/;

export const rule = defineRoleRule({
  id: 'iam/broad-managed-policy',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Write a policy for the role instead of taking a broad one from the shelf.',
  why: 'A full-access policy holds every action of a service on every resource, and AWS adds to it without asking.',
  source: iam.managedPolicies.source,
  fix: 'refactor',
  references: { lens: ['5.2'], nag: ['IAM4'], checkov: ['CKV2_AWS_56'] },
  check({ role, graph, matrix, report }) {
    const policies = role.managedPolicies ?? [];
    const found = policies.filter((policy) => broad.test(policyName(policy)));
    const [first] = found;
    if (first === undefined) return;
    const needs = needsOfRole(graph, matrix, role);
    const actions = new Set(needs.map(({ action }) => action));
    const statements = role.statements ?? [];
    const missing = needs.filter(
      (need) => !statements.some((statement) => allows(statement, need.action) && reaches(statement, need)),
    );
    const change = new Refactoring(graph);
    change.set(
      role,
      ['managedPolicies'],
      policies.filter((policy) => !found.includes(policy)),
    );
    const kept = statements as unknown as JsonObject[];
    change.set(role, ['statements'], [...kept, ...leastPrivilege(graph, missing)]);
    report({
      at: ['managedPolicies', policies.indexOf(first)],
      message: `${labelOf(role)} carries ${found.map(policyName).join(' and ')}: every action on every resource${actions.size > 0 ? `, for ${counted(actions.size, 'action')} that its edges need` : ''}. Write what it needs.`,
      values: { policies: found, needed: [...actions] },
      fix: actions.size > 0 ? { title: 'Replace it by what the edges need', edits: change.edits } : undefined,
    });
  },
});
