import { defineRule, labelOf } from '../../../kit/rule';
import { amount, quantity, sumOf } from '../../../kit/words';
import { facts } from '../facts';
import { service as athena } from '../service';

export const rule = defineRule(athena, {
  id: 'cost/athena-no-scan-limit',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give a workgroup in which people query a limit per query.',
  why: 'Athena is paid by the bytes scanned: a query without a filter reads everything, and so does the next try.',
  exceptions: 'Workgroups that only pipelines and dashboards use.',
  source: 'https://docs.aws.amazon.com/athena/latest/ug/workgroups-setting-control-limits-cloudwatch.html',
  fix: 'quickfix',
  scaling: 'idle-cost',
  references: { lens: ['13.3', '12.3'] },
  check({ node, graph, know, mention, report, set }) {
    const asked =
      graph.edgesOut(node).some((edge) => graph.to(edge)?.kind === 'persona') || graph.grantsOn(node).length > 0;
    if (!asked || know(node, ['config', 'scanLimitGB']) !== undefined) return;
    const sizes = graph.dataIn(node).flatMap((data) => mention(data, ['totalGB']) ?? []);
    const total = sumOf(sizes);
    const limit = sizes.length > 0 ? Math.max(1, Math.ceil(Math.max(...sizes))) : undefined;
    const price =
      total === undefined
        ? ''
        : `, ${amount((total / 1000) * facts.usdPerTB.value)} USD at the price of ${facts.usdPerTB.checked}`;
    report({
      at: ['config', 'scanLimitGB'],
      message: `One query of a person in workgroup ${mention(node, ['config', 'workgroup']) ?? labelOf(node)} may scan all ${quantity(total, 'GB') || 'its data'}${price}; there is no limit. ${limit === undefined ? 'Set one' : `Limit a query to ${limit} GB`}.`,
      values: { ...(total !== undefined && { totalGB: total }) },
      fix:
        limit === undefined
          ? undefined
          : { title: `Limit a query to ${limit} GB`, edits: [set(node, ['config', 'scanLimitGB'], limit)] },
    });
  },
});
