import type { EdgeBlock } from '../kit/cdk';
import { layoutOf } from './lake-layout';

/** Folders of a bucket that an edge reads: the prefix it names, else those of its data sets. Undefined for other stores. */
export function readFolders({ design, edge, from, data }: EdgeBlock): string[] | undefined {
  if (from.kind !== 's3') return undefined;
  return edge.prefix === undefined ? data.map((set) => layoutOf(design, from, set).folder) : [edge.prefix];
}
