import type { Case } from '../../kit/rule';
import { isFlow } from '../../model/graph';
import type { PipelineNode } from '../../model/vocabulary';

/** Whether a bucket holds a website and feeds nothing but browsers. */
export function servesBrowsersOnly({ graph, know }: Pick<Case, 'graph' | 'know'>, node: PipelineNode): boolean {
  const readers = graph.edgesOut(node).filter(isFlow);
  return (
    know(node, ['config', 'staticWebsite']) === true && readers.every((edge) => graph.to(edge)?.kind === 'source.web')
  );
}
