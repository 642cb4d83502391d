import { scheduleOf } from '../../../kit/freshness';
import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { type Graph, isFlow } from '../../../model/graph';
import type { DataSet, Edge, PipelineNode } from '../../../model/vocabulary';

const minutesPerDay = 1440;
const secondsPerMinute = 60;
/** Runs for each time that somebody looks, above which most are for nobody. */
const runsPerRead = 4;

export const rule = defineEdgeRule({
  id: 'sustainability/refreshed-faster-than-read',
  severity: 'info',
  since: '0.1.0',
  summary: 'Refresh about as often as somebody reads.',
  why: 'Every run that nobody looks at before the next one replaces it burned its energy and its money for nothing.',
  exceptions:
    'A tight freshness need is a reason to refresh before each possible look: it counts as a reading interval.',
  source:
    'https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/software-and-architecture-patterns.html',
  fix: 'quickfix',
  references: { lens: ['13.1', '15.2'] },
  check(work) {
    const { edge, graph, know, report, set } = work;
    const [node, data] = [graph.to(edge), graph.findData(edge.data)];
    if (!node || !data || !isFlow(edge)) return;
    const every = scheduleOf(work, edge);
    if (every === undefined || every <= 0) return;
    const reading = readingMinutes(work, edge, node, data);
    if (reading === undefined) return;
    const freshness = know(edge, ['freshnessSeconds']);
    const useful = Math.floor(Math.min(reading, freshness === undefined ? Infinity : freshness / secondsPerMinute));
    if (every * runsPerRead >= useful) return;
    const [runs, reads] = [minutesPerDay / every, minutesPerDay / reading];
    const onEdge = edge.intervalMinutes !== undefined;
    const path = onEdge ? ['intervalMinutes'] : ['config', 'refreshMinutes'];
    const owner = onEdge ? edge : node;
    report({
      on: owner,
      at: path,
      message: `${labelOf(node)} runs every ${amount(every)} min; "${labelOf(data)}" is read every ${amount(reading)} min: ${amount(Math.floor(runs - reads))} of ${amount(runs)} runs a day serve nobody.`,
      values: { everyMinutes: every, readingMinutes: reading },
      fix: { title: `Run every ${useful} min`, edits: [set(owner, path, useful)] },
    });
  },
});

/** Minutes between two looks at what `node` makes of `data`; none where something follows it at once, undefined where nobody looks. */
function readingMinutes(
  { graph, need, know }: Pick<Case, 'graph' | 'need' | 'know'>,
  edge: Edge,
  node: PipelineNode,
  data: DataSet,
): number | undefined {
  const readers = readersOf(graph, node, data, edge);
  if (readers.length === 0) return undefined;
  const intervals = readers.map((read): number => {
    const scheduled = scheduleOf({ graph, know }, read);
    if (scheduled !== undefined) return scheduled;
    const trigger = know(read, ['trigger']);
    if (trigger === 'event' || trigger === 'continuous') return 0;
    // No query a day: never.
    return minutesPerDay / need(data, ['queriesPerDay']);
  });
  const shortest = Math.min(...intervals);
  return Number.isFinite(shortest) ? shortest : undefined;
}

/** Edges that read what a run leaves behind: those out of the node, or out of the stores that it writes. */
function readersOf(graph: Graph, node: PipelineNode, data: DataSet, run: Edge): readonly Edge[] {
  const out = (from: PipelineNode): readonly Edge[] =>
    graph.edgesOut(from).filter((edge) => edge !== run && isFlow(edge) && graph.carries(edge, data));
  return out(node).flatMap((edge) => {
    const to = graph.to(edge);
    return to && graph.isStore(to) && !graph.isStore(node) ? out(to) : [edge];
  });
}
