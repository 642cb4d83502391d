import type { Peak } from '../kit/load';
import type { Refactoring } from '../kit/refactoring';
import type { Case } from '../kit/rule';
import { amount } from '../kit/words';
import { isDataEdge, isFlow } from '../model/graph';
import type { Edge, PipelineNode } from '../model/vocabulary';
import { facts } from '../services/firehose/facts';

const large: ReadonlySet<string> = new Set(facts.directPutLargeRegions.value);

interface Quota {
  readonly mibPerSecond: number;
  readonly requestsPerSecond: number;
  readonly recordsPerSecond: number;
}

/** Default quota of direct writes to a delivery stream in a Region. */
export function directPutQuota(region: string): Quota {
  return large.has(region) ? facts.directPutQuota.value : facts.directPutQuotaElsewhere.value;
}

/** Quotas that may hold: one where the Region is known, else both, the smaller first. */
export function possibleQuotas(region: string | undefined): readonly Quota[] {
  return region === undefined
    ? [facts.directPutQuotaElsewhere.value, facts.directPutQuota.value]
    : [directPutQuota(region)];
}

export const exceeds = (peak: Peak, quota: Quota): boolean =>
  peak.mbPerSecond > quota.mibPerSecond || peak.recordsPerSecond > quota.recordsPerSecond;

export const quotaWords = ({ mibPerSecond, recordsPerSecond }: Quota): string =>
  `${amount(mibPerSecond)} MiB/s, ${amount(recordsPerSecond)} records/s`;

/** Rounded up: a peak just above a limit must not read like the limit. */
export const peakWords = ({ mbPerSecond, recordsPerSecond }: Peak): string =>
  `${amount(Math.ceil(mbPerSecond * 100) / 100)} MB/s, ${amount(Math.ceil(recordsPerSecond))} records/s`;

/** A delivery stream that is all that reads a stream, with the edges of the stream's producers, each of which could write to it. */
export interface OnlyDelivery {
  readonly consumer: PipelineNode;
  readonly producers: readonly Edge[];
}

export function onlyDelivery(
  { graph, matrix }: Pick<Case, 'graph' | 'matrix'>,
  stream: PipelineNode,
): OnlyDelivery | undefined {
  const reads = graph.edgesOut(stream).filter(isFlow);
  const [consumer, ...more] = new Set(reads.flatMap((edge) => graph.to(edge) ?? []));
  const producers = graph.edgesIn(stream).filter(isDataEdge);
  if (consumer?.kind !== 'firehose' || more.length > 0 || producers.length === 0) return undefined;
  // Not every producer of a stream can write to a delivery stream.
  const direct = producers.every((edge) => {
    const pair = matrix.find(graph.from(edge)?.kind ?? '', consumer.kind);
    return pair !== undefined && pair.way !== 'refused';
  });
  return direct ? { consumer, producers } : undefined;
}

/** Leads the producers of a stream to the delivery stream that reads it, and takes the stream out. */
export function writeDirectly(change: Refactoring, stream: PipelineNode, { consumer, producers }: OnlyDelivery): void {
  for (const edge of producers) change.lead(edge, { to: consumer.id });
  change.remove(stream);
}
