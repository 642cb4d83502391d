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
    for (const other of graph.pipeline.nodes) addNames(other, found);
    named = found;
    cache.set(graph, named);
  }
  return named.has(node.id);
}

/** Texts of a node by which it may name others: what is no id names nobody. */
export function addNames({ id, kmsKey, secretRef, config }: PipelineNode, found: Set<string>): void {
  if (kmsKey !== undefined && kmsKey !== id) found.add(kmsKey);
  if (secretRef !== undefined && secretRef !== id) found.add(secretRef);
  if (config) addTexts(config, id, found);
}

function addTexts(value: object, own: string, found: Set<string>): void {
  for (const item of Object.values(value)) {
    if (typeof item === 'string') {
      if (item !== own) found.add(item);
    } else if (typeof item === 'object' && item !== null) {
      addTexts(item, own, found);
    }
  }
}
