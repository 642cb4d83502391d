import { type Case, defineDataRule, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { isDataEdge } from '../../../model/graph';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';
import { delivery } from '../../tables/delivery';

const atLeastOnce: ReadonlySet<string> = new Set(delivery.atLeastOnce.value);

export const rule = defineDataRule({
  id: 'reliability/exactly-once-unsupported',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Remove duplicates by key where records must count once.',
  why: 'Most hops deliver at least once: after a lost answer the same record comes again, and a store that appends counts it twice.',
  exceptions: 'Data sets whose rows are replaced by key, and steps after which a rerun gives the same result.',
  source: [delivery.atLeastOnce.source, 'https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html'],
  fix: null,
  references: { lens: ['6.4'] },
  check(work) {
    const { data, graph, need, report } = work;
    if (need(data, ['delivery']) !== 'exactly-once' || need(data, ['mutation']) !== 'append') return;
    for (const store of graph.storesOf(data)) {
      const way = graph.upstream(store, (edge) => isDataEdge(edge) && graph.carries(edge, data));
      const hop = way.find((node) => mayRepeat(work, node, data) && !deduplicatedAfter(work, node, way, data));
      if (!hop) continue;
      report({
        at: ['delivery'],
        message: `"${labelOf(data)}" must arrive once; ${labelOf(hop)} may deliver a record twice and ${labelOf(store)} only appends. Replace by key, or drop duplicates in a step that can be rerun.`,
        related: [
          { element: hop, message: 'Delivers at least once' },
          { element: store, message: 'Only appends' },
        ],
      });
      return;
    }
  },
});

/** A service that may hand a record on twice, or a step that reads a stream. */
function mayRepeat({ graph, know }: Case, node: PipelineNode, data: DataSet): boolean {
  if (atLeastOnce.has(node.kind)) return true;
  if (graph.roleOf(node) !== 'process' || know(node, ['idempotent']) === true) return false;
  return graph
    .edgesIn(node)
    .some((edge) => isDataEdge(edge) && graph.carries(edge, data) && isStream(graph.from(edge) ?? node));
}

/** Whether a step between the hop and the store can be rerun without a trace. */
function deduplicatedAfter(
  { graph, know }: Case,
  hop: PipelineNode,
  way: readonly PipelineNode[],
  data: DataSet,
): boolean {
  const after = graph.downstream(hop, (edge) => isDataEdge(edge) && graph.carries(edge, data));
  return way.some(
    (node) => after.includes(node) && graph.roleOf(node) === 'process' && know(node, ['idempotent']) === true,
  );
}
