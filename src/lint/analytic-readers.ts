import { engines } from '../kit/engines';
import { type Graph, isFlow } from '../model/graph';
import type { DataSet, PipelineNode } from '../model/vocabulary';

const analytic: ReadonlySet<string> = new Set(engines.analyticReaders.value);

/** Engines that scan a data set in a store: layout, format and size of its files are paid there. */
export function analyticReaders(graph: Graph, store: PipelineNode, data: DataSet): readonly PipelineNode[] {
  const reading = graph.edgesOut(store).filter((edge) => isFlow(edge) && graph.carries(edge, data));
  // A query edge may be drawn from the engine to the store as well.
  const asking = graph.edgesIn(store).filter((edge) => edge.kind === 'query' && graph.carries(edge, data));
  const ends = [...reading.map((edge) => graph.to(edge)), ...asking.map((edge) => graph.from(edge))];
  return [...new Set(ends.flatMap((node) => node ?? []))].filter(({ kind }) => analytic.has(kind));
}

/** The first bucket or table in which engines scan a data set; undefined when none does. */
export function scannedIn(graph: Graph, data: DataSet): PipelineNode | undefined {
  return graph
    .storesOf(data)
    .find((store) => fileStores.has(store.kind) && analyticReaders(graph, store, data).length > 0);
}

const fileStores: ReadonlySet<string> = new Set(['s3', 'iceberg-table']);
