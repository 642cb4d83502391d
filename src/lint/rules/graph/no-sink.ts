import { defineNodeRule, labelOf } from '../../../kit/rule';
import { bracketed, quantity } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import { isNamedByNode } from '../../named';

export const rule = defineNodeRule({
  id: 'graph/no-sink',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let the data of every stream, queue and job arrive somewhere.',
  why: 'What enters and leaves nowhere is paid for and lost.',
  exceptions:
    'A function that transforms for a delivery stream gives its records back, and a job whose path ends in metadata or control edges does its work there; quality checks, catalogs, crawlers and what governs or observes are not asked.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
  fix: null,
  references: { lens: ['6.1', '13.1'] },
  check({ node, graph, mention, report }) {
    const role = graph.roleOf(node);
    if ((role !== 'ingest' && role !== 'process') || node.kind === reportsOnly) return;
    const out = graph.edgesOut(node);
    // Of a node with no edge at all, graph/isolated-node speaks.
    if (out.length === 0 && graph.edgesIn(node).length === 0) return;
    if (out.some(isFlow) || (role === 'process' && out.length > 0)) return;
    const callers = graph.edgesIn(node).flatMap((edge) => graph.from(edge) ?? []);
    const transforms =
      isNamedByNode(graph, node) &&
      graph.pipeline.nodes.some(({ kind, config }) => kind === 'firehose' && config?.transform === node.id);
    if (transforms || (node.kind === 'lambda' && callers.length > 0 && callers.every(isDelivery))) return;
    const amounts = graph.dataIn(node).map((data) => mention(data, ['dailyGB']));
    const known = amounts.filter((dailyGB) => dailyGB !== undefined);
    const dailyGB = known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : undefined;
    report({
      message: `Data enters ${labelOf(node)}${bracketed(quantity(dailyGB, 'GB/day'))} and leaves nowhere: it is paid for and lost. Draw its destination, or remove it.`,
      ...(dailyGB !== undefined && { values: { dailyGB } }),
    });
  },
});

/** A quality check reads, and reports what fails: its results are in the catalog. */
const reportsOnly = 'glue-data-quality';

/** A delivery stream calls a function only to transform records for it. */
const isDelivery = ({ kind }: { readonly kind: string }): boolean => kind === 'firehose';
