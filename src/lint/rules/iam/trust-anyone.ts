import { defineRoleRule, labelOf } from '../../../kit/rule';
import { conditionKeys } from '../../policies';
import { iam } from '../../tables/iam';

const narrowing: ReadonlySet<string> = new Set(iam.callerKeys.value);
const rootArn = /^(?:arn:aws[a-z-]*:iam::)?(\d{12})(?::root)?$/;

export const rule = defineRoleRule({
  id: 'iam/trust-anyone',
  severity: 'error',
  since: '0.1.0',
  summary: 'Say who may assume a role: nobody else.',
  why: 'Names of roles leak, in logs, code and error messages. Whoever knows one may use it.',
  exceptions: 'A condition on the organisation, the account, the caller or an external id narrows the trust.',
  source: iam.callerKeys.source,
  fix: null,
  references: { lens: ['4.2', '5.1'], checkov: ['CKV_AWS_60', 'CKV_AWS_61'] },
  check({ role, graph, undecided, report }) {
    const keys = [...conditionKeys(role.trustConditions)];
    if (keys.some((key) => narrowing.has(key) || key.endsWith(':aud') || key.endsWith(':sub'))) return;
    for (const [index, principal] of role.trust.entries()) {
      if (principal === '*' || principal === 'arn:aws:iam::*:root') {
        report({
          at: ['trust', index],
          message: `Anyone who knows the ARN may assume ${labelOf(role)}: it trusts ${principal} with no condition on the caller. Name the principals.`,
        });
        continue;
      }
      const account = rootArn.exec(principal)?.[1];
      if (account === undefined) continue;
      const accounts = new Set(graph.pipeline.nodes.flatMap((node) => accountOf(node.id)));
      const [node] = graph.pipeline.nodes;
      if (accounts.size === 0) {
        if (node) undecided(node, ['account']);
        continue;
      }
      if (accounts.has(account)) continue;
      report({
        at: ['trust', index],
        message: `Anyone in account ${account} may assume ${labelOf(role)}: no node of the design is in that account, and no condition says who. Name a role, or ask for an external id.`,
        values: { account },
      });
    }

    function accountOf(id: string): string[] {
      const node = graph.findNode(id)!;
      const group = graph.groupsOf(node).find(({ kind }) => kind === 'account');
      const account = group ? (group.account ?? group.id) : node.account;
      return account === undefined ? [] : [account];
    }
  },
});
