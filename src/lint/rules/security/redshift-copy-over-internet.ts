import { defineRule, labelOf } from '../../../kit/rule';
import { dailyVolume } from '../../../kit/volume';
import { bracketed } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import { warehouses } from '../../service-families';

export const rule = defineRule(warehouses, {
  id: 'security/redshift-copy-over-internet',
  severity: 'info',
  since: '0.1.0',
  summary: 'Route COPY and UNLOAD through the VPC.',
  why: 'Without enhanced VPC routing this traffic takes public endpoints: no endpoint policy, no security group and no flow log sees it.',
  source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html',
  fix: 'quickfix',
  references: { lens: ['5.1'], hub: ['Redshift.7', 'RedshiftServerless.1'], checkov: ['CKV_AWS_321'] },
  check({ node, graph, need, mention, report, set }) {
    const copies = [
      ...graph.edgesIn(node).filter((edge) => isFlow(edge) && graph.from(edge)?.kind === 's3'),
      ...graph.edgesOut(node).filter((edge) => isFlow(edge) && graph.to(edge)?.kind === 's3'),
    ];
    if (copies.length === 0 || need(node, ['config', 'enhancedVpcRouting'])) return;
    const sets = [...new Set(copies.flatMap(({ data }) => graph.findData(data) ?? []))];
    report({
      at: ['config', 'enhancedVpcRouting'],
      message: `COPY and UNLOAD of ${labelOf(node)}${bracketed(dailyVolume({ mention }, sets))} leave the VPC: enhanced VPC routing is off, and no endpoint policy or flow log covers them. Switch it on.`,
      related: copies.map((element) => ({ element, message: 'Leaves the VPC' })),
      fix: {
        title: 'Route COPY and UNLOAD through the VPC',
        edits: [set(node, ['config', 'enhancedVpcRouting'], true)],
      },
    });
  },
});
