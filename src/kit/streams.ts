import { type Graph, isDataEdge } from '../model/graph';
import type { PipelineNode } from '../model/vocabulary';

/** Kinds that keep records in order, by shard or partition, for consumers that re-read them. */
export const streamKinds: ReadonlySet<string> = new Set(['kinesis-data-streams', 'msk']);

export const isStream = (node: PipelineNode): boolean => streamKinds.has(node.kind);

/** The streams a node reads; empty for a delivery stream that producers write to directly. */
export function streamsInto(graph: Graph, node: PipelineNode): readonly PipelineNode[] {
  return graph
    .edgesIn(node)
    .filter(isDataEdge)
    .flatMap((edge) => graph.from(edge) ?? [])
    .filter(isStream);
}
