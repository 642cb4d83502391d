import { defineDesignRule, labelOf, type Report } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { conditionKeys, isAllow, usersOf } from '../../policies';
import { iam } from '../../tables/iam';

const services: ReadonlySet<string> = new Set(iam.crossAccountServices.value);
const sources: readonly string[] = iam.sourceKeys.value;
const principal = /^([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;
const accountId = /^\d{12}$/;

export const rule = defineDesignRule({
  id: 'iam/service-trust-unconditioned',
  severity: 'info',
  since: '0.1.0',
  summary: 'Trust a service only when it acts for your own account.',
  why: 'The service works for every account: another customer can have it act on your resources, in your name (the confused deputy).',
  source: iam.crossAccountServices.source,
  fix: 'quickfix',
  references: { lens: ['5.1'], checkov: ['CKV_AWS_364'] },
  check({ graph, report, set }) {
    for (const role of graph.pipeline.roles) {
      const trusted = servicesIn(role.trust);
      if (trusted.length === 0 || isNarrowed(role.trustConditions)) continue;
      const accounts = new Set(usersOf(graph, role).map(({ account }) => account));
      const [account] = accounts;
      const known = accounts.size === 1 && account !== undefined && accountId.test(account);
      tell(
        { on: role, at: ['trust'] },
        labelOf(role),
        trusted,
        known
          ? {
              title: `Trust for account ${account} only`,
              edits: [set(role, ['trustConditions', 'aws:SourceAccount'], account)],
            }
          : undefined,
      );
    }
    for (const node of graph.pipeline.nodes) {
      for (const [index, statement] of (node.policy?.statements ?? []).entries()) {
        const trusted = isAllow(statement) ? servicesIn(statement.principals ?? []) : [];
        if (trusted.length === 0 || isNarrowed(statement.conditions)) continue;
        const path = ['policy', 'statements', index, 'conditions', 'StringEquals', 'aws:SourceAccount'];
        tell(
          { on: node, at: ['policy', 'statements', index] },
          `The policy of ${labelOf(node)}`,
          trusted,
          node.account !== undefined && accountId.test(node.account)
            ? { title: `Allow it for account ${node.account} only`, edits: [set(node, path, node.account)] }
            : undefined,
        );
      }
    }

    function tell(
      place: Pick<Report, 'on' | 'at'>,
      subject: string,
      trusted: readonly string[],
      fix: Report['fix'],
    ): void {
      report({
        ...place,
        message: `${subject} trusts ${listed(trusted)} for any account (confused deputy). Add a condition on aws:SourceAccount or aws:SourceArn.`,
        values: { services: trusted },
        fix,
      });
    }
  },
});

const servicesIn = (principals: readonly string[]): string[] =>
  principals.flatMap((text) => principal.exec(text)?.[1] ?? []).filter((service) => services.has(service));

const isNarrowed = (conditions: Readonly<Record<string, unknown>> | undefined): boolean => {
  const keys = conditionKeys(conditions);
  return sources.some((key) => keys.has(key));
};
