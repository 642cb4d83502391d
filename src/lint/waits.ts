import { scheduleOf } from '../kit/freshness';
import type { Case } from '../kit/rule';
import { streamsInto } from '../kit/streams';
import { amount } from '../kit/words';
import { type Graph, isDataEdge, isFlow } from '../model/graph';
import type { Edge, PipelineNode } from '../model/vocabulary';

/** How long data is under way: the waits on the fastest way to a place. */

export interface Wait {
  readonly at: PipelineNode;
  readonly seconds: number;
  /** `every 60 min`, `buffer 300 s`, `run 1800 s`. */
  readonly words: string;
}

export interface Way {
  readonly seconds: number;
  readonly waits: readonly Wait[];
  /** Job on the way that runs by the clock for nobody knows how long. */
  readonly unknown?: PipelineNode | undefined;
  /** Minute of the day at which data is here, where a daily run sets it. */
  readonly dayMinute?: number | undefined;
}

type Reading = Pick<Case, 'graph' | 'mention'>;

const here: Way = { seconds: 0, waits: [] };
const secondsPerMinute = 60;
const minutesPerDay = 1440;
const cache = new WeakMap<Graph, Map<string, Way>>();

/** The fastest way along an edge, with its own wait. Where it does not say what it carries, all that enters its start counts. */
export function wayAlong(reading: Reading, edge: Edge): Way {
  const from = reading.graph.from(edge);
  if (!from) return here;
  const known = cache.get(reading.graph) ?? new Map<string, Way>();
  cache.set(reading.graph, known);
  return withSchedule(reading, wayTo(reading, known, from, edge.data), edge);
}

interface Place {
  readonly node: PipelineNode;
  readonly key: string;
  readonly entering: readonly Edge[];
  /** How many of the entering edges were looked at. */
  next: number;
}

/** The fastest way of a data set to a node and through it. Without recursion: a chain may be long. */
function wayTo(reading: Reading, known: Map<string, Way>, node: PipelineNode, data: string | undefined): Way {
  const { graph } = reading;
  const open = new Set<string>();
  const stack: Place[] = [];
  const enter = (at: PipelineNode, carried: string | undefined): void => {
    const key = keyOf(at, carried);
    if (known.has(key) || open.has(key)) return;
    open.add(key);
    stack.push({ node: at, key, entering: enteringEdges(graph, at, carried), next: 0 });
  };
  enter(node, data);
  for (let place = stack.at(-1); place; place = stack.at(-1)) {
    const edge = place.entering[place.next++];
    if (edge) {
      const from = graph.from(edge);
      if (from) enter(from, edge.data);
      continue;
    }
    stack.pop();
    open.delete(place.key);
    // A way that comes back to a place before it is never the fastest one: it is not known yet, and left out.
    const ways = place.entering.flatMap((entry) => {
      const from = graph.from(entry);
      const way = from && known.get(keyOf(from, entry.data));
      return way ? [withSchedule(reading, way, entry)] : [];
    });
    const [fastest = here] = ways.sort((a, b) => a.seconds - b.seconds);
    known.set(place.key, through(reading, fastest, place.node));
  }
  return known.get(keyOf(node, data)) ?? here;
}

const keyOf = (node: PipelineNode, data: string | undefined): string => `${node.id} ${data ?? ''}`;

/** Edges that bring a data set to a node; all that enter where it is made of others. */
function enteringEdges(graph: Graph, node: PipelineNode, data: string | undefined): readonly Edge[] {
  const flows = graph.edgesIn(node).filter((edge) => isFlow(edge) && edge.from !== node.id);
  const same = flows.filter((edge) => data !== undefined && edge.data === data);
  if (same.length > 0) return same;
  return graph.isStore(node) && data !== undefined ? flows.filter((edge) => edge.data === undefined) : flows;
}

/** Adds the interval of an edge. One that a job before it has waited for already counts once: it reads and writes in one run. */
function withSchedule(reading: Reading, way: Way, edge: Edge): Way {
  const to = reading.graph.to(edge);
  const from = reading.graph.from(edge);
  if (!to || (from && !isStart(reading.graph, from, edge))) return way;
  const minutes = scheduleOf({ graph: reading.graph, know: reading.mention }, edge);
  return minutes === undefined ? way : waited(way, to, minutes, edge.startAt);
}

/** Whether a schedule on an edge is one of its own: not that of a job which has one where it reads. */
function isStart(graph: Graph, from: PipelineNode, edge: Edge): boolean {
  const role = graph.roleOf(from);
  if (role !== 'process' && role !== 'ingest') return true;
  return !graph.edgesIn(from).some((other) => other !== edge && other.trigger === 'schedule');
}

function waited(way: Way, at: PipelineNode, minutes: number, startAt: string | undefined): Way {
  const start = startAt !== undefined && minutes === minutesPerDay ? minuteOf(startAt) : undefined;
  // Of two daily runs the second waits for the first only until its own time of day.
  const gap =
    start === undefined || way.dayMinute === undefined
      ? minutes
      : (start - way.dayMinute + minutesPerDay) % minutesPerDay;
  const words = gap === minutes ? `every ${amount(minutes)} min` : `${amount(gap)} min later`;
  return {
    seconds: way.seconds + gap * secondsPerMinute,
    waits: [...way.waits, { at, seconds: gap * secondsPerMinute, words }],
    unknown: way.unknown,
    dayMinute: start,
  };
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * secondsPerMinute + Number(time.slice(3));

/** Adds what a node waits for by itself: its buffer, its window, its run, the clock of its orchestrator. */
function through(reading: Reading, before: Way, node: PipelineNode): Way {
  const { graph, mention } = reading;
  const role = graph.roleOf(node);
  let way = before;
  if (role === 'process' && !graph.edgesIn(node).some((edge) => isFlow(edge) && edge.trigger === 'schedule')) {
    const control = graph.edgesIn(node).find((edge) => edge.kind === 'control' && edge.trigger === 'schedule');
    if (control?.intervalMinutes !== undefined) way = waited(way, node, control.intervalMinutes, control.startAt);
  }
  if (node.kind === 'firehose') return added(way, node, Number(mention(node, ['config', 'bufferSeconds'])), 'buffer');
  if (node.kind === 'eventbridge-pipes' || isStreaming(reading, node))
    return added(way, node, Number(mention(node, ['config', 'windowSeconds'])), 'batch window');
  if (role !== 'process') return way;
  const minutes = mention(node, ['durationMinutes']);
  if (minutes !== undefined) return added(way, node, minutes * secondsPerMinute, 'run');
  return way !== before || runsByClock(graph, node) ? { ...way, unknown: way.unknown ?? node } : way;
}

/** A job that takes together what comes in a window. Windows of Flink are no waits: they may slide. */
function isStreaming({ graph, mention }: Reading, node: PipelineNode): boolean {
  if (node.kind !== 'glue-job') return false;
  return mention(node, ['config', 'jobType']) === 'streaming' || streamsInto(graph, node).length > 0;
}

const runsByClock = (graph: Graph, node: PipelineNode): boolean =>
  [...graph.edgesIn(node), ...graph.edgesOut(node).filter(isDataEdge)].some(({ trigger }) => trigger === 'schedule');

function added(way: Way, at: PipelineNode, seconds: number, what: string): Way {
  if (seconds <= 0) return way;
  const dayMinute =
    way.dayMinute === undefined ? undefined : (way.dayMinute + seconds / secondsPerMinute) % minutesPerDay;
  return {
    seconds: way.seconds + seconds,
    waits: [...way.waits, { at, seconds, words: `${what} ${amount(seconds)} s` }],
    unknown: way.unknown,
    dayMinute,
  };
}
