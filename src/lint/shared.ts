import type { Case } from '../kit/rule';
import { isFlow } from '../model/graph';
import type { DataSet, PipelineNode } from '../model/vocabulary';

/** A store is shared when a person may read it: by a grant, or through an engine that reads it in place. */
export function isShared({ graph }: Pick<Case, 'graph'>, node: PipelineNode, data: DataSet): boolean {
  if (!graph.isStore(node)) return false;
  if (graph.grantsOn(node).some((grant) => grant.data === data.id)) return true;
  const readers = graph.downstream(node, (edge) => {
    const from = graph.from(edge);
    return (
      isFlow(edge) &&
      graph.carries(edge, data) &&
      from !== undefined &&
      (from === node || graph.roleOf(from) === 'consume')
    );
  });
  return readers.some(({ kind }) => kind === 'persona');
}
