import type { Case } from '../kit/rule';
import { isDataEdge } from '../model/graph';
import type { Edge, PipelineNode } from '../model/vocabulary';

/** Transforms that change what the data says, beyond a check, a cast or a mask. */
const thorough: ReadonlySet<string> = new Set(['full', 'stateful']);

export const isThorough = ({ transform }: Edge): boolean => transform !== undefined && thorough.has(transform);

/** Data edges into and out of a node. */
export function dataEdgesOf(
  { graph }: Pick<Case, 'graph'>,
  node: PipelineNode,
): { readonly reads: readonly Edge[]; readonly writes: readonly Edge[] } {
  return { reads: graph.edgesIn(node).filter(isDataEdge), writes: graph.edgesOut(node).filter(isDataEdge) };
}

/** Whether a step masks or checks what passes it, by its own settings or on one of its edges. */
export function changesContent({ know }: Pick<Case, 'know'>, node: PipelineNode, edges: readonly Edge[]): boolean {
  const rules = know(node, ['config', 'qualityRules']);
  return (
    know(node, ['config', 'masksPii']) === true ||
    (Array.isArray(rules) && rules.length > 0) ||
    edges.some(({ masks }) => masks === true)
  );
}
