import type { Graph } from '../model/graph';
import type { Edge, PipelineNode } from '../model/vocabulary';

/** A shortest way between two nodes, as the nodes on it with both ends; undefined when there is none. */
export function wayBetween(
  graph: Graph,
  from: PipelineNode,
  to: PipelineNode,
  through: (edge: Edge) => boolean,
): readonly PipelineNode[] | undefined {
  const before = new Map<PipelineNode, PipelineNode | undefined>([[from, undefined]]);
  for (const node of before.keys()) {
    if (node === to) break;
    for (const edge of graph.edgesOut(node)) {
      const next = through(edge) ? graph.to(edge) : undefined;
      if (next && !before.has(next)) before.set(next, node);
    }
  }
  if (!before.has(to)) return undefined;
  const way: PipelineNode[] = [];
  for (let node: PipelineNode | undefined = to; node; node = before.get(node)) way.unshift(node);
  return way;
}
