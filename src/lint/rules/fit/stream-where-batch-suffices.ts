import { freshnessNeed } from '../../../kit/freshness';
import { mentionedInto } from '../../../kit/load';
import { Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { streamsInto } from '../../../kit/streams';
import { amount } from '../../../kit/words';
import type { Graph } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as glueJob } from '../../../services/glue-job/service';
import { service as kinesisDataStreams } from '../../../services/kinesis-data-streams/service';
import { service as managedFlink } from '../../../services/managed-flink/service';
import { service as msk } from '../../../services/msk/service';
import { exceeds, onlyDelivery, possibleQuotas, writeDirectly } from '../../direct-put';
import { kafkaNeighbours } from '../../kafka';
import { streamNeeds } from '../../tables/stream-needs';

const patient = streamNeeds.batchFromSeconds.value;

export const rule = defineRule([kinesisDataStreams, msk, managedFlink, glueJob], {
  id: 'fit/stream-where-batch-suffices',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Load in batches what nobody needs within the hour.',
  why: 'A stream and its consumers run, cost and are watched around the clock; a load every hour runs for minutes.',
  exceptions:
    'Data that is read again from the stream, or in the order of its keys. What Kafka clients write has to arrive by Kafka. A stream that fills several delivery streams is there to fan out. A consumer that is in more of a hurry says so on its edge ("freshnessSeconds").',
  source: streamNeeds.batchFromSeconds.source,
  fix: 'refactor',
  references: { lens: ['8.1', '13.1', '15.2'] },
  // Who hears that no stream is needed need not hear that this one could be shorter.
  silences: ['fit/kinesis-where-firehose-suffices'],
  check(work) {
    const { node, graph, need, know, all, mention, undecided, report } = work;
    const incoming = graph.edgesIn(node);
    if (incoming.length === 0) return;
    if (node.kind === glueJob.kind) {
      const type = know(node, ['config', 'jobType']);
      if (
        type !== 'streaming' &&
        ((node.config !== undefined && 'jobType' in node.config) || streamsInto(graph, node).length === 0)
      )
        return;
    }
    if (kafkaNeighbours(work, node).length > 0 || fansOut(graph, node as PipelineNode)) return;
    const sets = graph.dataIn(node);
    if (sets.length === 0) undecided(incoming[0]!, ['data']);
    const waits = all(
      ...sets.flatMap((data) => [
        () => need(data, ['replayHours']) === 0,
        () => need(data, ['ordering']) === 'none',
        () => freshnessNeed(work, node, data) >= patient,
      ]),
    );
    if (!waits) return;
    const seconds = Math.min(...sets.map((data) => freshnessNeed(work, node, data)));
    const delivery = node.kind === kinesisDataStreams.kind ? onlyDelivery(work, node) : undefined;
    const { peak } = mentionedInto(work, node);
    const takes = peak !== undefined && !exceeds(peak, possibleQuotas(mention(node, ['region']))[0]!);
    const change = new Refactoring(graph);
    if (delivery && takes) writeDirectly(change, node, delivery);
    report({
      message: `Nothing downstream of ${labelOf(node)} needs data younger than ${amount(seconds)} s, reads it again or relies on its order. A load every hour costs less to run and to own.`,
      values: { freshnessSeconds: seconds },
      related: sets.map((element) => ({ element, message: 'May be that old' })),
      fix:
        delivery && takes
          ? { title: `Write to ${labelOf(delivery.consumer)} directly`, edits: change.edits }
          : undefined,
    });
  },
});

/** A delivery stream has one destination: a stream before several of them is what lets data reach more than one. */
function fansOut(graph: Graph, node: PipelineNode): boolean {
  const deliveries = graph.edgesOut(node).flatMap((edge) => (graph.to(edge)?.kind === 'firehose' ? [edge.to] : []));
  return new Set(deliveries).size > 1;
}
