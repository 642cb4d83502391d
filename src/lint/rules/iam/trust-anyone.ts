import { defineRoleRule, labelOf } from '../../../kit/rule';
import { accountsIn } from '../../accounts';
import { accountOfPrincipal, conditionKeys, isAnyone } from '../../policies';
import { iam } from '../../tables/iam';

const narrowing: ReadonlySet<string> = new Set(iam.callerKeys.value);

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
      if (isAnyone(principal)) {
        report({
          at: ['trust', index],
          message: `Anyone who knows the ARN may assume ${labelOf(role)}: it trusts ${principal} with no condition on the caller. Name the principals.`,
        });
        continue;
      }
      const named = accountOfPrincipal(principal);
      if (!named?.whole) continue;
      const { account } = named;
      const accounts = accountsIn(graph);
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
  },
});
