import type { DataSet } from '../model/vocabulary';
import type { Case } from './rule';
import { quantity, sumOf } from './words';

type Reading = Pick<Case, 'mention'>;

/** `60 GB`: what data sets take up together, for messages; empty when nobody said. */
export const storedVolume = ({ mention }: Reading, sets: readonly DataSet[]): string =>
  quantity(sumOf(sets.map((data) => mention(data, ['totalGB']))), 'GB');

/** `4 GB/day`: what comes of data sets together, for messages; empty when nobody said. */
export const dailyVolume = ({ mention }: Reading, sets: readonly DataSet[]): string =>
  quantity(sumOf(sets.map((data) => mention(data, ['dailyGB']))), 'GB/day');
