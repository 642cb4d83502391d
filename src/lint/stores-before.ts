import { type Graph, isFlow } from '../model/graph';
import type { PipelineNode } from '../model/vocabulary';

const cache = new WeakMap<Graph, Map<string, readonly PipelineNode[]>>();

/** Stores from which an edge out of `id` brings data: the node itself, or those before it when it keeps nothing. */
export function storesBefore(graph: Graph, id: string): readonly PipelineNode[] {
  const known = cache.get(graph) ?? new Map<string, readonly PipelineNode[]>();
  cache.set(graph, known);
  let stores = known.get(id);
  if (!stores) {
    stores = findStores(graph, id);
    known.set(id, stores);
  }
  return stores;
}

function findStores(graph: Graph, id: string): readonly PipelineNode[] {
  const start = graph.findNode(id);
  if (!start) return [];
  const reached = new Set([start]);
  for (const node of reached) {
    // What a reader makes of originals is told where it reads them.
    if (graph.isStore(node) || graph.roleOf(node) === 'consume') continue;
    for (const edge of graph.edgesIn(node)) {
      const before = isFlow(edge) ? graph.from(edge) : undefined;
      if (before) reached.add(before);
    }
  }
  return [...reached].filter((node) => graph.isStore(node));
}
