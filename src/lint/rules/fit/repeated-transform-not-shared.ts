import { defineNodeRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import type { Edge } from '../../../model/vocabulary';
import { transformation } from '../../tables/transformation';

const readers: ReadonlySet<string> = new Set(transformation.readers.value);

export const rule = defineNodeRule({
  id: 'fit/repeated-transform-not-shared',
  severity: 'info',
  since: '0.1.0',
  summary: 'Make a transform that many consumers need once, before loading.',
  why: 'Each consumer pays for the same work on every read, and each writes it a little differently: their numbers stop agreeing.',
  exceptions: 'Transforms that differ from consumer to consumer.',
  source: transformation.sharedFrom.source,
  fix: null,
  references: { lens: ['6.4', '15.5'] },
  check({ node, graph, need, each, report }) {
    const transformed = graph
      .edgesOut(node)
      .filter((edge) => isFlow(edge) && edge.transform === 'full' && readers.has(graph.to(edge)?.kind ?? ''));
    if (transformed.length < transformation.sharedFrom.value) return;
    each(byData(transformed), ([id, edges]) => {
      const data = graph.findData(id);
      const consumers = [...new Set(edges.flatMap((edge) => graph.to(edge) ?? []))];
      if (!data || consumers.length < transformation.sharedFrom.value || need(data, ['structure']) !== 'structured')
        return;
      report({
        message: `${consumers.length} consumers of ${labelOf(node)} repeat the same transform of "${labelOf(data)}" on every read (ELT). Do it once before loading (ETL), and let them read the result.`,
        values: { consumers: consumers.map(labelOf) },
        related: consumers.map((element) => ({ element, message: 'Transforms on read' })),
      });
    });
  },
});

function byData(edges: readonly Edge[]): ReadonlyMap<string | undefined, readonly Edge[]> {
  const groups = new Map<string | undefined, Edge[]>();
  for (const edge of edges) groups.set(edge.data, [...(groups.get(edge.data) ?? []), edge]);
  return groups;
}
