import type { Graph } from '../model/graph';
import type { PipelineNode } from '../model/vocabulary';

const cache = new WeakMap<Graph, ReadonlySet<string>>();

/**
 * Whether another node names this one in a field: as its key, its secret, its transform, the target of its replication.
 * Such a node is used without an edge.
 */
export function isNamedByNode(graph: Graph, node: PipelineNode): boolean {
  let named = cache.get(graph);
  if (!named) {
    const found = new Set<string>();
    for (const other of graph.pipeline.nodes) {
      for (const text of [other.kmsKey, other.secretRef, ...textsIn(other.config)])
        if (text !== undefined && text !== other.id) found.add(text);
    }
    named = found;
    cache.set(graph, named);
  }
  return named.has(node.id);
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsIn(item);
}
