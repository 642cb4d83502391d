import { isResource } from '../../../kit/resources';
import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { Edge, PipelineNode } from '../../../model/vocabulary';

/** GB a day up to which crossing a Region costs too little to move anything. */
const littleGB = 1;
/** Stores that load by themselves: an engine and its disks in one. */
const loaders: ReadonlySet<string> = new Set([
  'redshift',
  'redshift-serverless',
  'opensearch',
  'opensearch-serverless',
]);

export const rule = defineEdgeRule({
  id: 'performance/compute-far-from-data',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Run an engine in the Region of the data it reads.',
  why: 'Between Regions every read takes longer and every gigabyte is charged, on every run.',
  exceptions: 'A gigabyte a day and less.',
  source: [
    'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/perf_networking_choose_workload_location_network_requirements.html',
    'https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer',
  ],
  fix: null,
  references: { lens: ['8.2'] },
  check(work) {
    const { edge, need, know, undecided, report } = work;
    const ends = isFlow(edge) ? endsOf(work, edge) : undefined;
    if (!ends || !need(edge, ['crossRegion'])) return;
    const data = work.graph.findData(edge.data) ?? undecided(edge, ['data']);
    const dailyGB = need(data, ['dailyGB']);
    if (dailyGB <= littleGB) return;
    const { engine, store } = ends;
    const region = (node: PipelineNode): string => know(node, ['region']) ?? 'another Region';
    report({
      message: `${labelOf(engine)} (${region(engine)}) reads ${amount(dailyGB)} GB/day from ${labelOf(store)} (${region(store)}): slow, and charged by the gigabyte. Run it where the data is, or replicate the store.`,
      values: { dailyGB },
      related: [{ element: store, message: 'Holds the data' }],
    });
  },
});

/** The engine that reads and the store it reads; a query edge may be drawn either way. */
function endsOf(
  { graph }: Case,
  edge: Edge,
): { readonly engine: PipelineNode; readonly store: PipelineNode } | undefined {
  const [from, to] = [graph.from(edge), graph.to(edge)];
  if (!from || !to) return undefined;
  const [engine, store] = edge.kind === 'query' && graph.isStore(to) && !graph.isStore(from) ? [from, to] : [to, from];
  const role = graph.roleOf(engine);
  const computes = role === 'process' || role === 'consume' || loaders.has(engine.kind);
  return computes && graph.isStore(store) && isResource(graph, engine) ? { engine, store } : undefined;
}
