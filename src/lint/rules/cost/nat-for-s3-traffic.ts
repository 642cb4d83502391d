import { type Case, defineNodeRule, labelOf } from '../../../kit/rule';
import { amount, sumOf } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { Edge, PipelineNode } from '../../../model/vocabulary';

/** Kinds that a gateway endpoint leads to. */
const behindGateways: ReadonlySet<string> = new Set(['s3', 'dynamodb', 'iceberg-table']);
/** Kinds that reach S3 on their own network unless "enhancedVpcRouting" sends them through the VPC. */
const warehouses: ReadonlySet<string> = new Set(['redshift', 'redshift-serverless']);

export const rule = defineNodeRule({
  id: 'cost/nat-for-s3-traffic',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Lead traffic to S3 and DynamoDB through a gateway endpoint.',
  why: 'A NAT gateway charges for each gigabyte that passes it. A gateway endpoint costs nothing, and the traffic stays private.',
  exceptions: 'Isolated subnets, and VPCs that are drawn without a NAT gateway: nothing passes one there.',
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  fix: 'quickfix',
  references: { lens: ['5.1', '13.3'] },
  check(work) {
    const { node, graph, need, know, mention, report, set } = work;
    if (know(node, ['subnet']) !== 'private' || hasNoGateway(work, node)) return;
    if (warehouses.has(node.kind) && know(node, ['config', 'enhancedVpcRouting']) !== true) return;
    const edges = [...graph.edgesOut(node), ...graph.edgesIn(node)].filter((edge) => leadsOut(work, node, edge));
    const [first] = edges;
    if (!first || need(node, ['vpcEndpoint'])) return;
    const sets = new Set(edges.map((edge) => edge.data));
    const dailyGB = sumOf(
      [...sets].map((id) => {
        const data = graph.findData(id);
        return data && mention(data, ['dailyGB']);
      }),
    );
    const there = otherEnd(work, node, first)!;
    const traffic = dailyGB === undefined ? 'What moves' : `${amount(dailyGB)} GB/day`;
    report({
      at: ['vpcEndpoint'],
      message: `${traffic} between ${labelOf(node)} and ${labelOf(there)} ${dailyGB === undefined ? 'passes' : 'pass'} a NAT gateway, which charges by the gigabyte. A gateway endpoint is free and private.`,
      ...(dailyGB !== undefined && { values: { dailyGB } }),
      related: edges.map((element) => ({ element, message: 'Leaves the VPC' })),
      fix: { title: 'Use a gateway endpoint', edits: [set(node, ['vpcEndpoint'], true)] },
    });
  },
});

const otherEnd = ({ graph }: Case, node: PipelineNode, edge: Edge): PipelineNode | undefined =>
  edge.from === node.id ? graph.to(edge) : graph.from(edge);

function leadsOut(work: Case, node: PipelineNode, edge: Edge): boolean {
  const other = isFlow(edge) ? otherEnd(work, node, edge) : undefined;
  return other !== undefined && behindGateways.has(other.kind);
}

/** Whether the VPC around a node is drawn, and without a way out. */
function hasNoGateway({ graph }: Case, node: PipelineNode): boolean {
  const vpc = graph.groupsOf(node).find(({ kind }) => kind === 'vpc');
  return vpc !== undefined && (vpc.natGateways ?? 0) === 0;
}
