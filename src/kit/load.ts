import type { DataSet, PipelineNode } from '../model/vocabulary';
import type { Case } from './rule';

/** Busiest minute of what enters a node. */
export interface Peak {
  /** MiB, near enough: records times KB, divided by 1024. */
  readonly mbPerSecond: number;
  readonly recordsPerSecond: number;
}

type Reading = Pick<Case, 'graph' | 'need' | 'know' | 'undecided'>;

/**
 * Peak of all data sets that enter a node, each counted once however many edges bring it.
 * With no data set on its edges the case ends as undecided; so does one whose rate is unknown, unless what is known of
 * the others is already `enough`.
 */
export function peakInto(
  { graph, need, know, undecided }: Reading,
  node: PipelineNode,
  enough: (known: Peak) => boolean,
): Peak {
  const sets = graph.dataIn(node);
  const [edge] = graph.edgesIn(node);
  if (sets.length === 0) undecided(edge ?? node, ['data']);
  const known = sets.map((data) => peakOf(know(data, ['peakRecordsPerSec']), know(data, ['avgRecordKB'])));
  const least = sum(known.filter((peak) => peak !== undefined));
  if (enough(least)) return least;
  return sum(sets.map((data) => peakOf(need(data, ['peakRecordsPerSec']), need(data, ['avgRecordKB']))!));
}

function peakOf(recordsPerSecond: number | undefined, recordKB: number | undefined): Peak | undefined {
  return recordsPerSecond === undefined || recordKB === undefined
    ? undefined
    : { recordsPerSecond, mbPerSecond: (recordsPerSecond * recordKB) / kilobytesPerMegabyte };
}

function sum(peaks: readonly Peak[]): Peak {
  return {
    mbPerSecond: peaks.reduce((total, { mbPerSecond }) => total + mbPerSecond, 0),
    recordsPerSecond: peaks.reduce((total, { recordsPerSecond }) => total + recordsPerSecond, 0),
  };
}

const kilobytesPerMegabyte = 1024;
const megabytesPerGigabyte = 1024;
const secondsPerDay = 86_400;

/** Mean MB/s of a flow of so many GB a day. */
export const meanMBps = (dailyGB: number): number => (dailyGB * megabytesPerGigabyte) / secondsPerDay;

/** Mean MB/s of all data sets that enter a node; undecided while one of them is unknown. */
export function meanInto({ graph, need, undecided }: Reading, node: PipelineNode): number {
  const sets = graph.dataIn(node);
  const [edge] = graph.edgesIn(node);
  if (sets.length === 0) undecided(edge ?? node, ['data']);
  return sets.reduce((total: number, data: DataSet) => total + meanMBps(need(data, ['dailyGB'])), 0);
}

/** Peak and mean of all that enters a node, for words and fixes: decides nothing; undefined while a part is unknown. */
export function mentionedInto(
  { graph, mention }: Pick<Case, 'graph' | 'mention'>,
  node: PipelineNode,
): { readonly peak: Peak | undefined; readonly meanMBps: number | undefined } {
  const sets = graph.dataIn(node);
  const peaks = sets.map((data) => peakOf(mention(data, ['peakRecordsPerSec']), mention(data, ['avgRecordKB'])));
  const daily = sets.map((data) => mention(data, ['dailyGB']));
  const complete = sets.length > 0;
  return {
    peak: complete && peaks.every((peak) => peak !== undefined) ? sum(peaks) : undefined,
    meanMBps:
      complete && daily.every((dailyGB) => dailyGB !== undefined)
        ? daily.reduce((total, dailyGB) => total + meanMBps(dailyGB), 0)
        : undefined,
  };
}
