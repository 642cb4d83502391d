import { Refactoring } from '../../../kit/refactoring';
import { defineRoleRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { JsonObject } from '../../../model/json';
import { covers, isAllow, leastPrivilege, needsOfRole, replaced, usersOf } from '../../policies';
import { iam } from '../../tables/iam';
import { unscopedActions } from '../../tables/unscoped-actions';

/** Left to `iam/decrypt-any-key` and `iam/pass-role-broad`. */
const toldElsewhere: ReadonlySet<string> = new Set([...iam.decryptingActions.value, 'iam:PassRole']);
const unscoped: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(unscopedActions.byService.value).map(([service, lines]) => [
    service,
    new Set((lines as readonly string[]).flatMap((line) => line.toLowerCase().split(' '))),
  ]),
);

export const rule = defineRoleRule({
  id: 'iam/resource-wildcard',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Name the resources on which a role may act.',
  why: 'On every resource means on the stores of the other teams too, and on those that come tomorrow.',
  exceptions: 'Actions that no policy can narrow to a resource may stay on "*"; give them a statement of their own.',
  source: unscopedActions.byService.source,
  fix: 'refactor',
  references: { lens: ['5.2'], nag: ['IAM5'], checkov: ['CKV_AWS_355', 'CKV_AWS_356'] },
  check({ role, graph, matrix, report }) {
    const users = new Set(usersOf(graph, role));
    const needs = needsOfRole(graph, matrix, role);
    for (const [index, statement] of (role.statements ?? []).entries()) {
      if (!isAllow(statement)) continue;
      const actions = (statement.actions ?? []).filter((action) => !toldElsewhere.has(action));
      const scoped = actions.filter(takesResource);
      const resources = statement.resources ?? [];
      const wide = resources.find((resource) => resource === '*' || isWholeBucket(resource));
      if (wide === undefined || scoped.length === 0) continue;
      const used = needs.filter(({ action }) => scoped.some((pattern) => covers(pattern, action)));
      const targets = [...new Set(used.map(({ on }) => labelOf(on)))];
      const rest = (statement.actions ?? []).filter((action) => !scoped.includes(action));
      // Without wildcards in the actions, and with an edge for each, the statement can be taken apart.
      const derivable = scoped.every((action) => used.some((need) => need.action === action));
      const narrowed: JsonObject[] = [
        ...leastPrivilege(
          graph,
          used.filter(({ action }) => scoped.includes(action)),
        ),
        ...(rest.length > 0 ? [{ ...(statement as unknown as JsonObject), actions: rest }] : []),
      ];
      const change = new Refactoring(graph);
      change.set(role, ['statements'], replaced(role, index, narrowed));
      const reach = wide === '*' ? 'every resource' : `all of "${wide}"`;
      const edges =
        targets.length > 0 ? `; its edges touch ${fewOf(targets)}${wide === '*' ? '' : ' under a prefix'}` : '';
      report({
        at: ['statements', index, 'resources', resources.indexOf(wide)],
        message: `${labelOf(role)}: ${fewOf(scoped)} on ${reach}${edges}. Name ${wide === '*' ? 'the resources' : 'the prefix'}.`,
        values: { actions: scoped, resource: wide },
        fix:
          derivable && wide === '*' && resources.length === 1
            ? { title: `Allow it on ${fewOf(targets)}`, edits: change.edits }
            : undefined,
      });
    }

    /** `<bucket>/*` although each edge of the role's nodes to that bucket names a prefix. */
    function isWholeBucket(resource: string): boolean {
      if (!resource.endsWith('/*')) return false;
      const bucket = graph.findNode(resource.slice(0, -2));
      if (bucket?.kind !== 's3') return false;
      const edges = [...graph.edgesIn(bucket), ...graph.edgesOut(bucket)].filter(
        (edge) => isFlow(edge) && (users.has(graph.from(edge)!) || users.has(graph.to(edge)!)),
      );
      return edges.length > 0 && edges.every(({ prefix }) => prefix);
    }
  },
});

/** Whether an action, or some action that a pattern covers, can be narrowed; services nobody listed are not judged. */
function takesResource(action: string): boolean {
  if (action === '*') return true;
  const [service, name] = action.toLowerCase().split(':');
  const known = unscoped.get(service ?? '');
  if (!known || name === undefined) return false;
  return name.includes('*') ? true : !known.has(name);
}
