import type { Case } from '../../kit/rule';
import type { PipelineNode } from '../../model/vocabulary';
import { facts } from './facts';

/** Days to keep what was overwritten or deleted: longer where a law asks for the data. */
export function oldVersionDays({ graph, mention }: Pick<Case, 'graph' | 'mention'>, node: PipelineNode): number {
  const held = graph.dataOf(node).some((data) => (mention(data, ['legalHoldDays']) ?? 0) > 0);
  return held ? facts.oldVersionDays.value.underLegalHold : facts.oldVersionDays.value.usual;
}
