import type { Case } from '../kit/rule';
import { isFlow } from '../model/graph';
import type { PipelineNode } from '../model/vocabulary';
import { streamNeeds } from './tables/stream-needs';

const kafkaKinds: ReadonlySet<string> = new Set(streamNeeds.kafkaKinds.value);

/** Neighbours of a stream that speak Kafka: by their kind, or by the protocol they declare. */
export function kafkaNeighbours(
  { graph, know }: Pick<Case, 'graph' | 'know'>,
  stream: PipelineNode,
): readonly PipelineNode[] {
  const producers = graph
    .edgesIn(stream)
    .filter(isFlow)
    .map((edge) => graph.from(edge));
  const consumers = graph
    .edgesOut(stream)
    .filter(isFlow)
    .map((edge) => graph.to(edge));
  return [...producers, ...consumers]
    .flatMap((node) => node ?? [])
    .filter((node) => kafkaKinds.has(node.kind) || know(node, ['config', 'protocol']) === 'kafka');
}
