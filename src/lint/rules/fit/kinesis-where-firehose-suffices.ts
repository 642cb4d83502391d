import { peakInto } from '../../../kit/load';
import { Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../../../services/firehose/facts';
import { service as kinesisDataStreams } from '../../../services/kinesis-data-streams/service';
import { exceeds, onlyDelivery, possibleQuotas, writeDirectly } from '../../direct-put';

export const rule = defineRule(kinesisDataStreams, {
  id: 'fit/kinesis-where-firehose-suffices',
  severity: 'info',
  since: '0.1.0',
  summary: 'Write to the delivery stream directly where nobody else reads the stream.',
  why: 'A stream with one patient consumer, no replay and no order costs shard or stream hours and does nothing that the delivery stream does not do itself.',
  exceptions: 'A stream that is kept because a second consumer is planned.',
  source: [facts.directPutQuota.source, 'https://docs.aws.amazon.com/firehose/latest/dev/basic-write.html'],
  fix: 'refactor',
  references: { lens: ['8.1', '11.3'] },
  check(work) {
    const { node: stream, graph, need, know, all, undecided, report } = work;
    const node = stream as PipelineNode;
    const delivery = onlyDelivery(work, node);
    if (!delivery) return;
    const { consumer, producers } = delivery;
    const sets = graph.dataIn(node);
    if (sets.length === 0) undecided(producers[0]!, ['data']);
    const patient = all(
      ...sets.flatMap((data) => [
        () => need(data, ['replayHours']) === 0,
        () => need(data, ['ordering']) === 'none',
        () => need(data, ['freshnessSeconds']) >= facts.usualDelaySeconds.value,
      ]),
    );
    if (!patient) return;
    const [least, most] = [
      possibleQuotas(know(stream, ['region'])).at(0)!,
      possibleQuotas(know(stream, ['region'])).at(-1)!,
    ];
    const peak = peakInto(work, node, (known) => exceeds(known, most));
    if (exceeds(peak, most)) return;
    if (exceeds(peak, least)) undecided(graph.pipeline.architecture, ['region']);
    const freshness = Math.min(...sets.map((data) => need(data, ['freshnessSeconds'])));
    const change = new Refactoring(graph);
    writeDirectly(change, node, delivery);
    report({
      message: `${labelOf(stream)} only feeds ${labelOf(consumer)}; with no replay, no order, ${amount(freshness)} s of freshness and one consumer, writing to Firehose directly is simpler.`,
      values: { freshnessSeconds: freshness, ...peak },
      related: [{ element: consumer, message: 'The only consumer' }],
      fix: { title: `Write to ${labelOf(consumer)} directly`, edits: change.edits },
    });
  },
});
