import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { type Graph, isDataEdge, isFlow } from '../../../model/graph';
import type { Edge } from '../../../model/vocabulary';

export const rule = defineEdgeRule({
  id: 'graph/profile-missing',
  severity: 'hint',
  since: '0.1.0',
  summary: 'Say what flows: its data set, and of that the volume, the format and the freshness.',
  why: 'Most rules compare a service with the data it carries; without a profile they cannot decide and keep silent.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
  fix: 'quickfix',
  references: { lens: ['6.1'] },
  check({ edge, graph, mention, report, set }) {
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !to || !isDataEdge(edge)) return;
    const way = `${labelOf(from)} → ${labelOf(to)}`;
    if (edge.data === undefined) {
      // Said where the unknown begins: what lies behind it follows.
      if (graph.edgesIn(from).some((before) => isDataEdge(before) && before.data === undefined)) return;
      const sets = new Set([...(from.data ?? []), ...graph.dataIn(from).map(({ id }) => id)]);
      const [only] = sets;
      const data = sets.size === 1 ? graph.findData(only) : undefined;
      report({
        message: `${way} does not say what it carries: rules about volume, freshness and sensitivity cannot be decided. Name a data set in "data".`,
        fix: data ? { title: `It carries "${labelOf(data)}"`, edits: [set(edge, ['data'], data.id)] } : undefined,
      });
      return;
    }
    const data = graph.findData(edge.data);
    // Said once, on the first edge that carries the data set.
    if (!data || firstEdges(graph).get(data.id) !== edge) return;
    const volume = mention(data, ['totalGB']) ?? mention(data, ['dailyGB']);
    const missing = [
      volume === undefined && 'volume (totalGB or dailyGB)',
      mention(data, ['format']) === undefined && 'format',
      mention(data, ['freshnessSeconds']) === undefined && 'freshnessSeconds',
    ].filter((field) => field !== false);
    if (missing.length === 0) return;
    report({
      at: ['data'],
      message: `"${labelOf(data)}" on ${way} has no ${listed(missing, 'or')}: the rules that compare it with what carries it cannot be decided. Declare ${missing.length === 1 ? 'it' : 'them'}.`,
      values: { missing },
      related: [{ element: data, message: 'Declare it here' }],
    });
  },
});

const cache = new WeakMap<Graph, ReadonlyMap<string, Edge>>();

/** The first edge of the document that carries each data set. */
function firstEdges(graph: Graph): ReadonlyMap<string, Edge> {
  let first = cache.get(graph);
  if (!first) {
    // From the end, so that the first wins.
    first = new Map(
      graph.pipeline.edges
        .filter(isFlow)
        .reverse()
        .map((edge) => [edge.data ?? '', edge]),
    );
    cache.set(graph, first);
  }
  return first;
}
