import { placeholder } from '../../../kit/placeholder';
import { defineDesignRule, labelOf, type Report } from '../../../kit/rule';
import type { PipelineNode } from '../../../model/vocabulary';
import { accountsIn } from '../../accounts';
import { accountOfPrincipal, isAllow, isNarrowed, usersOf } from '../../policies';
import { iam } from '../../tables/iam';

const narrowing: ReadonlySet<string> = new Set([...iam.restrictingKeys.value, ...iam.callerKeys.value]);
const accountId = /^\d{12}$/;

export const rule = defineDesignRule({
  id: 'iam/cross-account-unconditioned',
  severity: 'error',
  since: '0.1.0',
  summary: 'Ask a caller from another account for more than its account number.',
  why: 'Whoever administers the other account decides who uses yours; and a company that works for many can be made to use your role for another customer (the confused deputy).',
  exceptions:
    'A named role in an account that the design draws is known. A named role of anybody else is a warning, a whole account an error. A whole account without a node is told by iam/trust-anyone where a role trusts it.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  fix: 'quickfix',
  references: { lens: ['3.8', '5.1'], hub: ['S3.6'] },
  check({ graph, know, each, undecided, report, set }) {
    each(graph.pipeline.roles, (role) => {
      if (isNarrowed(role.trustConditions, narrowing)) return;
      const foreign = foreigners(role.trust, () => {
        const users = usersOf(graph, role);
        return users.length > 0 ? users.map(homeOf) : undecided(role, ['usedBy']);
      });
      for (const { account, whole, index } of foreign) {
        if (whole && !accountsIn(graph).has(account)) continue;
        tell(
          { on: role, at: ['trust', index] },
          whole ? `Everybody in account ${account}` : `${role.trust[index]}`,
          `assume ${labelOf(role)}`,
          'an external ID',
          whole,
          set(role, ['trustConditions', 'sts:ExternalId'], placeholder),
        );
      }
    });
    const guarded = graph.pipeline.nodes.filter(({ policy }) => policy);
    each(guarded, (node) => {
      for (const [index, statement] of (node.policy!.statements ?? []).entries()) {
        if (!isAllow(statement) || isNarrowed(statement.conditions, narrowing)) continue;
        const principals = statement.principals ?? [];
        for (const { account, whole, index: at } of foreigners(principals, () => [homeOf(node)])) {
          const path = ['policy', 'statements', index];
          tell(
            { on: node, at: [...path, 'principals', at] },
            whole ? `Account ${account}` : `${principals[at]}`,
            `reach ${labelOf(node)}`,
            'a condition on the organisation',
            whole,
            set(node, [...path, 'conditions', 'StringEquals', 'aws:PrincipalOrgID'], placeholder),
          );
        }
      }
    });

    /** Principals of accounts that are neither home nor, when they are named, drawn. */
    function foreigners(
      principals: readonly string[],
      homes: () => readonly string[],
    ): { account: string; whole: boolean; index: number }[] {
      const named = principals.flatMap((principal, index) => {
        const found = accountOfPrincipal(principal);
        return found ? [{ ...found, index }] : [];
      });
      if (named.length === 0) return [];
      const own = homes();
      return named.filter(({ account, whole }) => !own.includes(account) && (whole || !accountsIn(graph).has(account)));
    }

    /** A name is no number: nobody can compare it. */
    function homeOf(node: PipelineNode): string {
      const account = know(node, ['account']);
      return account !== undefined && accountId.test(account) ? account : undecided(node, ['account']);
    }

    function tell(
      place: Pick<Report, 'on' | 'at'>,
      who: string,
      what: string,
      remedy: string,
      whole: boolean,
      edit: ReturnType<typeof set>,
    ): void {
      report({
        ...place,
        severity: whole ? 'error' : 'warning',
        message: `${who} may ${what} with no further condition; the other account alone decides who that is. Ask for ${remedy}.`,
        fix: { title: `Ask for ${remedy}, to be filled in`, edits: [edit] },
      });
    }
  },
});
