import { defineDesignRule, labelOf, type Report } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import { isAllow } from '../../policies';

const complements = [
  { field: 'notActions', words: 'everything' },
  { field: 'notResources', words: 'it on everything' },
  { field: 'notPrincipals', words: 'everyone' },
] as const;

export const rule = defineDesignRule({
  id: 'iam/not-action-allow',
  severity: 'error',
  since: '0.1.0',
  summary: 'Never allow everything except a list.',
  why: 'The list holds what somebody thought of: whatever is launched tomorrow, and whoever comes, is allowed by itself.',
  exceptions: 'A denial of everything except a list is fine.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  fix: null,
  references: { lens: ['5.2'], hub: ['IAM.21'] },
  check({ graph, report }) {
    for (const role of graph.pipeline.roles) {
      for (const [index, statement] of (role.statements ?? []).entries())
        judge(statement, { on: role, at: ['statements', index] }, labelOf(role));
    }
    for (const node of graph.pipeline.nodes) {
      for (const [index, statement] of (node.policy?.statements ?? []).entries())
        judge(statement, { on: node, at: ['policy', 'statements', index] }, `The policy of ${labelOf(node)}`);
    }

    function judge(
      statement: Parameters<typeof isAllow>[0],
      place: Pick<Report, 'on'> & { readonly at: readonly (string | number)[] },
      subject: string,
    ): void {
      if (!isAllow(statement)) return;
      for (const { field, words } of complements) {
        const list = statement[field] ?? [];
        if (list.length === 0) continue;
        report({
          ...place,
          at: [...place.at, field],
          message: `${subject} allows ${words} except ${fewOf(list)}: whatever comes tomorrow is included. List what is allowed.`,
          values: { except: list },
        });
      }
    }
  },
});
