import { defineRoleRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import type { Json, JsonObject } from '../../../model/json';
import { allows, isAllow, leastPrivilege, managedPolicyAllows, type Need, needsOfRole, reaches } from '../../policies';
import { iam } from '../../tables/iam';

export const rule = defineRoleRule({
  id: 'iam/edge-permission-missing',
  severity: 'error',
  since: '0.1.0',
  summary: 'Allow a role what the edges of its nodes need.',
  why: 'As drawn, the transfer is refused the first time it runs.',
  exceptions:
    'A statement on an ARN may name any resource: it counts as enough. Design without a role to have the export write a least-privilege one.',
  source: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    iam.managedPolicies.source,
  ],
  fix: 'quickfix',
  references: { lens: ['5.2'] },
  check({ role, graph, matrix, know, undecided, each, report, set }) {
    const statements = role.statements ?? [];
    const policies = role.managedPolicies ?? [];
    const needs = needsOfRole(graph, matrix, role);
    const missing = needs.filter(
      (need) => !statements.some((statement) => allows(statement, need.action) && reaches(statement, need)),
    );
    const unanswered = missing.filter(({ action }) => !policies.some((policy) => managedPolicyAllows(policy, action)));
    each(unanswered.length > 0 ? [unanswered] : [], tellMissing);
    for (const { edge, on, action } of crossing(needs)) {
      report({
        message: `${labelOf(role)} cannot ${wayOf(edge)}: ${labelOf(on)} is in another account and its policy does not allow ${action}. Both sides must.`,
        values: { actions: [action] },
        related: [{ element: edge, message: 'Crosses accounts' }],
      });
    }

    function tellMissing(lacking: readonly Need[]): void {
      // A managed policy that nobody here knows may allow it.
      if (policies.some((policy) => managedPolicyAllows(policy, 's3:GetObject') === undefined))
        undecided(role, ['managedPolicies']);
      const actions = [...new Set(lacking.map(({ action }) => action))].sort();
      const edges = [...new Set(lacking.map(({ edge }) => edge))];
      const more = edges.length > 1 ? ` and ${edges.length - 1} more` : '';
      const added = leastPrivilege(graph, lacking);
      report({
        ...(role.statements !== undefined && { at: ['statements'] }),
        message: `${labelOf(role)} cannot ${wayOf(edges[0]!)}${more}: it lacks ${fewOf(actions)}. Allow ${actions.length === 1 ? 'it' : 'them'} on the target.`,
        values: { actions },
        related: edges.map((element) => ({ element, message: 'Needs it' })),
        fix: {
          title: `Allow ${fewOf(actions)}`,
          edits: [set(role, ['statements'], [...(statements as unknown as JsonObject[]), ...added] as Json)],
        },
      });
    }

    function wayOf(edge: Need['edge']): string {
      const [from, to] = [graph.from(edge), graph.to(edge)];
      return `${from ? labelOf(from) : edge.from} → ${to ? labelOf(to) : edge.to}`;
    }

    /** The first need of each edge into another account that the policy of the other side does not answer. */
    function crossing(all: readonly Need[]): readonly Need[] {
      const seen = new Set<Need['edge']>();
      return all.filter(({ edge, on, action }) => {
        if (seen.has(edge) || on.roleRef === role.id || know(edge, ['crossAccount']) !== true) return false;
        const allowed = (on.policy?.statements ?? []).some(
          (statement) => isAllow(statement) && allows(statement, action),
        );
        if (!allowed) seen.add(edge);
        return !allowed;
      });
    }
  },
});
