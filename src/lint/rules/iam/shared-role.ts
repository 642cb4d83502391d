import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRoleRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import type { JsonObject } from '../../../model/json';
import type { PipelineNode, Role } from '../../../model/vocabulary';
import { covers, isAllow, leastPrivilege, type Need, needsOfNode, usersOf } from '../../policies';

export const rule = defineRoleRule({
  id: 'iam/shared-role',
  severity: 'info',
  since: '0.1.0',
  summary: 'Give each node a role of its own where their edges differ.',
  why: 'A shared role holds the rights of all: who breaks into the weakest node acts with those of the strongest.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/permissions-management.html',
  fix: 'refactor',
  references: { lens: ['4.2', '5.2'] },
  check(work) {
    const { role, graph, matrix, report } = work;
    const users = usersOf(graph, role);
    if (users.length < 2) return;
    const needs = new Map(users.map((node) => [node, needsOfNode(graph, matrix, node)]));
    const all = [...needs.values()].flat();
    const excess = users.map((node) => ({ node, need: firstForeign(needs.get(node)!, all) }));
    const inheriting = excess.find(({ need }) => need !== undefined);
    if (!inheriting) return;
    const { node, need } = inheriting;
    report({
      message: `${labelOf(role)} serves ${fewOf(users.map(labelOf))}; each inherits the rights of the others: ${labelOf(node)} may ${need!.action} on ${labelOf(need!.on)}. Split it per node.`,
      values: { nodes: users.map(({ id }) => id) },
      related: users.map((element) => ({ element, message: 'Runs under the role' })),
      fix: { title: 'Split the role per node', edits: split(work, role, users, needs) },
    });
  },
});

const keyOf = ({ action, on }: Need): string => `${action} ${on.id}`;

/** The first of all needs that is none of a node's own. */
function firstForeign(own: readonly Need[], all: readonly Need[]): Need | undefined {
  const known = new Set(own.map(keyOf));
  return all.find((need) => !known.has(keyOf(need)));
}

/** The first node keeps the role, the others get one each: what their edges need, and what no edge explains. */
function split(
  { graph }: Pick<Case, 'graph'>,
  role: Role,
  users: readonly PipelineNode[],
  needs: ReadonlyMap<PipelineNode, readonly Need[]>,
): Refactoring['edits'] {
  const change = new Refactoring(graph);
  const unexplained = withoutNeeds(role, [...needs.values()].flat());
  const statementsOf = (node: PipelineNode): JsonObject[] => [
    ...leastPrivilege(graph, needs.get(node)!),
    ...unexplained,
  ];
  for (const [index, node] of users.entries()) {
    const own = { statements: statementsOf(node), ...(role.usedBy && { usedBy: [node.id] }) };
    if (index === 0) {
      for (const [field, value] of Object.entries(own)) change.set(role, [field], value);
      continue;
    }
    const id = change.copyRole(role, `${role.id}-${node.id}`, own);
    change.set(node, ['roleRef'], id);
  }
  return change.edits;
}

/** Statements of a role without the actions that edges explain. */
function withoutNeeds(role: Role, needs: readonly Need[]): JsonObject[] {
  return (role.statements ?? []).flatMap((statement) => {
    const actions = (statement.actions ?? []).filter((pattern) => !needs.some(({ action }) => covers(pattern, action)));
    const kept = !isAllow(statement) || (statement.notActions ?? []).length > 0;
    if (kept) return [statement as unknown as JsonObject];
    return actions.length > 0 ? [{ ...(statement as unknown as JsonObject), actions }] : [];
  });
}
