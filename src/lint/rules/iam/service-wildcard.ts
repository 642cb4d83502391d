import { Refactoring } from '../../../kit/refactoring';
import { defineRoleRule, labelOf } from '../../../kit/rule';
import { counted, fewOf } from '../../../kit/words';
import { covers, isAllow, needsOfRole } from '../../policies';
import { iam } from '../../tables/iam';

const verbs: readonly string[] = iam.writingVerbs.value;

export const rule = defineRoleRule({
  id: 'iam/service-wildcard',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Name the actions of a service that a role may use.',
  why: 'A wildcard allows deleting and sharing with it, and whatever action the service gets tomorrow.',
  exceptions: 'Wildcards that only read, such as "Get*" and "List*", are not reported.',
  source: iam.writingVerbs.source,
  fix: 'refactor',
  references: { lens: ['5.2'], hub: ['IAM.21'], nag: ['IAM5'] },
  check({ role, graph, matrix, report }) {
    for (const [index, statement] of (role.statements ?? []).entries()) {
      if (!isAllow(statement)) continue;
      const actions = statement.actions ?? [];
      const wild = actions.filter(isWild);
      const [first] = wild;
      if (first === undefined) continue;
      const used = [
        ...new Set(
          needsOfRole(graph, matrix, role)
            .map(({ action }) => action)
            .filter((action) => wild.some((pattern) => covers(pattern, action))),
        ),
      ].sort();
      const kept = [...new Set([...actions.filter((action) => !wild.includes(action)), ...used])];
      const change = new Refactoring(graph);
      change.set(role, ['statements', index, 'actions'], kept);
      const service = first.includes(':') ? first.slice(0, first.indexOf(':')) : 'every service';
      const grants =
        first.endsWith(':*') || !first.includes(':') ? `every action of ${service}` : `every such write to ${service}`;
      report({
        at: ['statements', index, 'actions', actions.indexOf(first)],
        message: `${labelOf(role)}: ${fewOf(wild)} ${wild.length === 1 ? 'grants' : 'grant'} ${grants}, deletes and shares included${used.length > 0 ? `; its edges use ${counted(used.length, 'action')}` : ''}. Name the actions.`,
        values: { wildcards: wild, used },
        fix: used.length > 0 ? { title: `Allow ${fewOf(used)}`, edits: change.edits } : undefined,
      });
    }
  },
});

/** `s3:*`, `*`, or a wildcard behind a verb that writes. */
function isWild(action: string): boolean {
  const name = action.slice(action.indexOf(':') + 1);
  return name === '*' || verbs.some((verb) => name.toLowerCase() === `${verb.toLowerCase()}*`);
}
