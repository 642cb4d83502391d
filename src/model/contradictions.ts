import type { LocalProblem } from './check';
import { groupAnswer } from './field';
import { Graph } from './graph';
import type { KindCatalog } from './kind';
import type { Pipeline, PipelineNode } from './vocabulary';

/** Fields in which a group around a node speaks for it. */
const grouped = ['account', 'region', 'vpc', 'subnet', 'zone'] as const;

/** Fields of nodes that say otherwise than the group the node lies in: the group wins, and people should know. */
export function contradictions(pipeline: Pipeline, kinds: KindCatalog): { entry: PipelineNode; local: LocalProblem }[] {
  if (pipeline.groups.length === 0) return [];
  const graph = new Graph(pipeline, kinds);
  return pipeline.nodes.flatMap((node) =>
    grouped.flatMap((field): { entry: PipelineNode; local: LocalProblem }[] => {
      const declared = node[field];
      const answer = declared === undefined ? undefined : groupAnswer(graph, node, field);
      if (answer === undefined || answer === declared) return [];
      const message = `"${node.label ?? node.id}" says ${field} "${declared}", but lies in a group whose ${field} is "${answer}". The group counts: change one of the two.`;
      return [{ entry: node, local: { code: 'document.contradiction', severity: 'error', message, path: [field] } }];
    }),
  );
}
