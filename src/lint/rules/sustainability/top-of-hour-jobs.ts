import { type Case, defineEdgeRule } from '../../../kit/rule';
import type { Graph } from '../../../model/graph';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { jobsBefore, startEdgeOf } from '../../jobs';

const manyStarts = 4;
const apartMinutes = 7;
const minutesPerHour = 60;

export const rule = defineEdgeRule({
  id: 'sustainability/top-of-hour-jobs',
  severity: 'hint',
  since: '0.1.0',
  summary: 'Spread the starts of jobs over the hour.',
  why: 'Jobs that all start on the hour wait for the same capacity, and ask for a peak that is idle a few minutes later.',
  exceptions: 'The first of the jobs may stay where it is.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/alignment-to-demand.html',
  fix: 'quickfix',
  references: { lens: ['15.2'] },
  check(work) {
    const { edge, graph, report, set } = work;
    if (!edge.startAt?.endsWith(':00')) return;
    const together = startsOf(graph).get(edge.startAt)!;
    const index = together.get(edge)!;
    if (together.size < manyStarts || index === 0) return;
    const minute = String((index * apartMinutes) % minutesPerHour).padStart(2, '0');
    const better = `${edge.startAt.slice(0, 3)}${minute}`;
    report({
      at: ['startAt'],
      message: `${together.size} jobs start at ${edge.startAt}: they wait for the same capacity. Spread them over the hour.`,
      values: { jobs: together.size },
      // A job that others wait for must not end later than they expect.
      fix: isWaitedFor(work, edge)
        ? undefined
        : { title: `Start at ${better}`, edits: [set(edge, ['startAt'], better)] },
    });
  },
});

const starts = new WeakMap<Graph, ReadonlyMap<string, ReadonlyMap<Edge, number>>>();

/** Edges by the time at which they start, each with its place among them. */
function startsOf(graph: Graph): ReadonlyMap<string, ReadonlyMap<Edge, number>> {
  const known = starts.get(graph);
  if (known) return known;
  const found = new Map<string, Map<Edge, number>>();
  for (const edge of graph.pipeline.edges) {
    if (edge.startAt === undefined) continue;
    const together = found.get(edge.startAt) ?? new Map<Edge, number>();
    together.set(edge, together.size);
    found.set(edge.startAt, together);
  }
  starts.set(graph, found);
  return found;
}

const waited = new WeakMap<Graph, ReadonlySet<PipelineNode>>();

function isWaitedFor({ graph }: Case, edge: Edge): boolean {
  let before = waited.get(graph);
  if (!before) {
    const jobs = graph.pipeline.nodes.filter((node) => startEdgeOf(graph, node) !== undefined);
    before = new Set(jobs.flatMap((job) => jobsBefore(graph, job)));
    waited.set(graph, before);
  }
  return [graph.from(edge), graph.to(edge)].some((end) => end !== undefined && before.has(end));
}
