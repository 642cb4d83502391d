import type { Graph } from '../model/graph';
import type { PipelineNode } from '../model/vocabulary';

/** Stages whose nodes AWS does not run for this design: sources, people, what is outside the catalogue. */
const outsideStages: ReadonlySet<string> = new Set(['source', 'consumers', 'custom']);

/** Whether a node stands for something of this design that runs in an AWS account and Region. */
export function isResource(graph: Graph, node: PipelineNode): boolean {
  const stage = graph.kindOf(node)?.stage;
  return stage !== undefined && !outsideStages.has(stage);
}
