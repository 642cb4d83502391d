import type { Case } from '../kit/rule';

/** Whether an audit trail records this design: said in `architecture.trail`, or drawn as a CloudTrail node. */
export function hasTrail({ graph, need, any }: Pick<Case, 'graph' | 'need' | 'any'>): boolean {
  return any(
    () => graph.nodesOfKind('cloudtrail').length > 0,
    () => need(graph.pipeline.architecture, ['trail', 'enabled']),
  );
}
