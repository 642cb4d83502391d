import { isFlow } from '../model/graph';
import type { DataSet, Edge, PipelineNode } from '../model/vocabulary';
import type { Case } from './rule';

type Reading = Pick<Case, 'graph' | 'know'>;

/** Whether a node takes personal fields out of what passes it: by itself, or by a function it transforms with. */
export function masks({ graph, know }: Reading, node: PipelineNode): boolean {
  if (know(node, ['config', 'masksPii']) === true) return true;
  if (node.kind !== 'firehose') return false;
  const transform = know(node, ['config', 'transform']);
  const called = [
    ...(typeof transform === 'string' ? [graph.findNode(transform)] : []),
    ...graph.edgesOut(node).map((edge) => graph.to(edge)),
  ];
  return called.some(
    (step) => step !== undefined && step.kind === 'lambda' && know(step, ['config', 'masksPii']) === true,
  );
}

/**
 * Where a data set arrives with its personal fields: every node it reaches before something masks it, and the edges of
 * a shortest way there. A node that masks is reached; what leaves it is not followed.
 */
export function unmaskedWays(reading: Reading, data: DataSet): ReadonlyMap<PipelineNode, readonly Edge[]> {
  const { graph, know } = reading;
  const ways = new Map<PipelineNode, readonly Edge[]>(graph.originsOf(data).map((node) => [node, []]));
  for (const [node, way] of ways) {
    if (masks(reading, node)) continue;
    for (const edge of graph.edgesOut(node)) {
      const next = graph.to(edge);
      if (!next || ways.has(next) || !isFlow(edge) || !graph.carries(edge, data) || know(edge, ['masks'])) continue;
      ways.set(next, [...way, edge]);
    }
  }
  return ways;
}
