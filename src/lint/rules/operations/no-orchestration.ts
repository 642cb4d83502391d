import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineNodeRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import { type Graph, isDataEdge, isFlow } from '../../../model/graph';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { orchestratorOf } from '../../jobs';

const chained = 3;

export const rule = defineNodeRule({
  id: 'operations/no-orchestration',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let one orchestrator run jobs that depend on each other.',
  why: 'With a clock for each job, one that is late or fails is not seen by the next: that works on what was there yesterday.',
  exceptions: 'Two jobs, and jobs that an orchestrator starts.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/reliability.html',
  fix: 'refactor',
  references: { lens: ['6.4', '6.2'] },
  check({ node, graph, matrix, report }) {
    if (graph.roleOf(node) !== 'process' || !ownClock(graph, node)) return;
    const chain = chainsOf(graph).get(node);
    // Said once, on the first job of the chain.
    if (!chain || chain.length < chained || chain[0] !== node) return;
    const runs = chain.every(({ kind }) => matrix.find('step-functions', kind)?.way === 'native');
    report({
      message: `${chain.length} chained jobs run on ${chain.length} clocks (${fewOf(chain.map(labelOf))}): a late or failed one is not seen by the next. Let Step Functions run them in order.`,
      values: { jobs: chain.map(({ id }) => id) },
      related: chain.slice(1).map((element) => ({ element, message: 'Runs on a clock of its own' })),
      fix: runs ? { title: 'Run the chain with Step Functions', edits: orchestrated(graph, chain).edits } : undefined,
    });
  },
});

const scheduled = ({ trigger }: Edge): boolean => trigger === 'schedule';

/** Edges on which a job starts by the clock; empty when something else starts it. */
function clockEdges(graph: Graph, job: PipelineNode): readonly Edge[] {
  return [...graph.edgesIn(job), ...graph.edgesOut(job)].filter(
    (edge) => isFlow(edge) && scheduled(edge) && isOwn(graph, job, edge),
  );
}

/** A schedule on an edge between two jobs is that of the second. */
const isOwn = (graph: Graph, job: PipelineNode, edge: Edge): boolean =>
  edge.to === job.id || graph.isStore(graph.to(edge) ?? job);

const ownClock = (graph: Graph, job: PipelineNode): boolean =>
  clockEdges(graph, job).length > 0 && orchestratorOf(graph, job) === undefined;

const cache = new WeakMap<Graph, ReadonlyMap<PipelineNode, readonly PipelineNode[]>>();

/** Chains of jobs with clocks of their own, each in the order of the document. */
function chainsOf(graph: Graph): ReadonlyMap<PipelineNode, readonly PipelineNode[]> {
  let chains = cache.get(graph);
  if (!chains) {
    chains = findChains(graph);
    cache.set(graph, chains);
  }
  return chains;
}

function findChains(graph: Graph): ReadonlyMap<PipelineNode, readonly PipelineNode[]> {
  const jobs = new Set(
    graph.pipeline.nodes.filter((node) => graph.roleOf(node) === 'process' && ownClock(graph, node)),
  );
  const leaders = new Map<PipelineNode, PipelineNode>();
  const leaderOf = (job: PipelineNode): PipelineNode => {
    let leader = job;
    for (let next = leaders.get(leader); next; next = leaders.get(leader)) {
      // Halves the way for whoever asks next.
      const after = leaders.get(next);
      if (after) leaders.set(leader, after);
      leader = next;
    }
    return leader;
  };
  const join = (a: PipelineNode, b: PipelineNode): void => {
    const [first, second] = [leaderOf(a), leaderOf(b)];
    if (first !== second) leaders.set(second, first);
  };
  for (const [first, second] of dependences(graph, jobs)) join(first, second);
  const byLeader = new Map<PipelineNode, PipelineNode[]>();
  for (const job of jobs) push(byLeader, leaderOf(job), job);
  return new Map([...byLeader.values()].flatMap((chain) => chain.map((job) => [job, chain] as const)));
}

/** Pairs of which the second reads what the first made: by an edge, or by way of a store. A pair stands for many where they share a store. */
function* dependences(graph: Graph, jobs: ReadonlySet<PipelineNode>): Generator<readonly [PipelineNode, PipelineNode]> {
  for (const job of jobs) {
    for (const edge of graph.edgesOut(job)) {
      const to = isFlow(edge) ? graph.to(edge) : undefined;
      if (to && to !== job && jobs.has(to)) yield [job, to];
    }
  }
  for (const store of graph.pipeline.nodes) {
    if (!graph.isStore(store)) continue;
    const writers = new Map<string, PipelineNode[]>();
    for (const edge of graph.edgesIn(store)) {
      const writer = isDataEdge(edge) ? graph.from(edge) : undefined;
      if (writer && jobs.has(writer)) push(writers, edge.data ?? '', writer);
    }
    if (writers.size === 0) continue;
    const readers = new Map<string, PipelineNode[]>();
    for (const edge of graph.edgesOut(store)) {
      const reader = isFlow(edge) ? graph.to(edge) : undefined;
      if (reader && jobs.has(reader)) push(readers, edge.data ?? '', reader);
    }
    for (const [data, reading] of readers) {
      const [first] = reading;
      const [source] = writers.get(data) ?? [];
      if (!first || !source) continue;
      for (const writer of writers.get(data)!) if (writer !== first) yield [writer, first];
      for (const reader of reading) if (reader !== source) yield [source, reader];
    }
  }
}

function push<K>(lists: Map<K, PipelineNode[]>, key: K, node: PipelineNode): void {
  const list = lists.get(key);
  if (list) list.push(node);
  else lists.set(key, [node]);
}

/** One workflow with the schedule of the first job; the jobs give up theirs. */
function orchestrated(graph: Case['graph'], chain: readonly PipelineNode[]): Refactoring {
  const change = new Refactoring(graph);
  const workflow = change.add('step-functions', chain[0]!, { label: `Run of ${labelOf(chain[0]!)}` });
  const clocks = [...new Set(chain.flatMap((job) => clockEdges(graph, job)))];
  const first = clocks.find(({ startAt }) => startAt !== undefined) ?? clocks[0]!;
  for (const [index, job] of chain.entries()) {
    change.connect(workflow, job.id, {
      kind: 'control',
      ...(index === 0 && {
        trigger: 'schedule',
        ...(first.intervalMinutes !== undefined && { intervalMinutes: first.intervalMinutes }),
        ...(first.startAt !== undefined && { startAt: first.startAt }),
      }),
    });
  }
  for (const edge of clocks) {
    change.unset(edge, ['trigger']);
    if (edge.startAt !== undefined) change.unset(edge, ['startAt']);
  }
  return change;
}
