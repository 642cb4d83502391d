import type { DataSet, PipelineNode } from '../model/vocabulary';
import type { Case } from './rule';

/** Zones that keep data as it came. */
const originalZones: ReadonlySet<string> = new Set(['drop', 'landing', 'raw']);

/** Stores that keep a data set as it came: those in a zone for originals. */
export function storesOfOriginals(
  { graph, know }: Pick<Case, 'graph' | 'know'>,
  data: DataSet,
): readonly PipelineNode[] {
  return graph.storesOf(data).filter((store) => originalZones.has(know(store, ['zone']) ?? ''));
}
