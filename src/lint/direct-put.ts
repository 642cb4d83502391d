import type { Peak } from '../kit/load';
import { amount } from '../kit/words';
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
