import { type Case, defineDataRule, labelOf } from '../../../kit/rule';
import { isDataEdge } from '../../../model/graph';
import type { DataSet, Edge, PipelineNode } from '../../../model/vocabulary';
import { overlaps } from '../../prefixes';
import { stores as storeTable } from '../../tables/stores';
import { wayBetween } from '../../ways';

const keyed: ReadonlySet<string> = new Set(storeTable.replaceByKey.value);

export const rule = defineDataRule({
  id: 'graph/double-counting',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Bring a data set into a store on one way, or replace its rows by key.',
  why: 'Rows that arrive on two ways are there twice: sums double, and no job fails.',
  exceptions:
    'Stores that replace what has the same key, full loads, ways under different prefixes, and a way that starts in the store itself.',
  source: [
    'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
    storeTable.replaceByKey.source,
  ],
  fix: null,
  references: { lens: ['7.2'] },
  check(work) {
    const { data, graph, need, each, report } = work;
    each(graph.storesOf(data), (store) => {
      if (keyed.has(store.kind)) return;
      const entries = entriesInto(work, store, data);
      if (entries.length < 2) return;
      const twice = meeting(work, store, data, entries);
      if (!twice || need(data, ['mutation']) !== 'append') return;
      const ways = twice.map((way) => way.map(labelOf).join(' → '));
      report({
        on: store,
        message: `"${labelOf(data)}" reaches ${labelOf(store)} twice (${ways.join('; ')}) and is only appended: rows count twice. Drop one way, or replace rows by key.`,
        values: { ways },
        related: [{ element: data, message: 'Only appended' }],
      });
    });
  },
});

interface Entry {
  readonly edge: Edge;
  readonly writer: PipelineNode;
}

/** Ways in: writers that add a data set to a store, without those that got it from there. */
function entriesInto({ graph, know }: Case, store: PipelineNode, data: DataSet): readonly Entry[] {
  const entries = graph.edgesIn(store).flatMap((edge) => {
    const writer = graph.from(edge);
    const adds = isDataEdge(edge) && edge.data === data.id && know(edge, ['load']) !== 'full';
    return writer && adds ? [{ edge, writer }] : [];
  });
  if (entries.length < 2) return entries;
  const after = new Set(graph.downstream(store, (edge) => isDataEdge(edge) && edge.data === data.id));
  return entries.filter(({ writer }) => !after.has(writer));
}

/** Two ways from where a data set parted to the store where it meets again; undefined when no two entries share their past. */
function meeting(
  { graph }: Case,
  store: PipelineNode,
  data: DataSet,
  entries: readonly Entry[],
): readonly (readonly PipelineNode[])[] | undefined {
  const carries = (edge: Edge): boolean => isDataEdge(edge) && edge.data === data.id;
  const pasts = entries.map(({ writer }) => new Set([writer, ...graph.upstream(writer, carries)]));
  for (const [index, first] of entries.entries()) {
    for (const [other, second] of entries.entries()) {
      if (other <= index || first.writer === second.writer) continue;
      if (!overlaps(first.edge.prefix, second.edge.prefix)) continue;
      const parted = [...pasts[index]!].find((node) => pasts[other]!.has(node));
      if (!parted) continue;
      return [first, second].map(({ writer }) => [...(wayBetween(graph, parted, writer, carries) ?? []), store]);
    }
  }
  return undefined;
}
