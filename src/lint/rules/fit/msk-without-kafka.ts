import { mentionedInto } from '../../../kit/load';
import { Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount, listed, quantity } from '../../../kit/words';
import { facts as kinesis } from '../../../services/kinesis-data-streams/facts';
import { service as msk } from '../../../services/msk/service';
import { kafkaNeighbours } from '../../kafka';
import { kbPerKiB } from '../../tables/payloads';
import { streamNeeds } from '../../tables/stream-needs';

const hoursMax = kinesis.retentionMaxHours.value;
const recordMaxKB = kinesis.recordMaxKiB.value * kbPerKiB;

export const rule = defineRule(msk, {
  id: 'fit/msk-without-kafka',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Choose Kafka for its clients, its tools or the skills of the team; else a data stream is less to run.',
  why: 'Topics, partitions, clients and versions of Kafka are work every week; a data stream asks for none of it.',
  exceptions:
    'Clients and connectors that speak Kafka, a team that knows it, delivery exactly once, records larger and history longer than a data stream takes. A design that says nothing of the skills of its team is not judged.',
  source: [streamNeeds.kafkaKinds.source, kinesis.retentionMaxHours.source],
  fix: 'refactor',
  references: { lens: ['8.1', '11.3'] },
  check(work) {
    const { node, graph, matrix, need, know, all, undecided, report } = work;
    const { architecture } = graph.pipeline;
    if (graph.edgesIn(node).length === 0 || kafkaNeighbours(work, node).length > 0) return;
    if (architecture?.teamSkills?.includes('kafka') || need(node, ['config', 'retentionHours']) > hoursMax) return;
    const sets = graph.dataIn(node);
    if (sets.length === 0) undecided(graph.edgesIn(node)[0]!, ['data']);
    const takes = all(
      ...sets.flatMap((data) => [
        () => need(data, ['replayHours']) <= hoursMax,
        () => need(data, ['delivery']) !== 'exactly-once',
        () => need(data, ['maxRecordKB']) <= recordMaxKB,
      ]),
    );
    if (!takes) return;
    if (architecture?.teamSkills === undefined) undecided(architecture, ['teamSkills']);
    const replayHours = Math.max(...sets.map((data) => need(data, ['replayHours'])));
    const { peak } = mentionedInto(work, node);
    const covers = [quantity(peak?.mbPerSecond, 'MB/s'), `${amount(replayHours)} h of replay`].filter(Boolean);
    const change = new Refactoring(graph);
    const retentionHours = Math.max(
      kinesis.retentionMinHours.value,
      Math.ceil(replayHours),
      know(node, ['config', 'retentionHours']) ?? 0,
    );
    const replaced = replaceBy(change, graph, matrix, node, 'kinesis-data-streams', { config: { retentionHours } });
    report({
      message: `${labelOf(node)} brings topics, partitions and clients to run, and nothing here needs Kafka. Kinesis Data Streams covers ${listed(covers)}.`,
      values: { replayHours, ...peak },
      fix: replaced ? { title: 'Replace it by a Kinesis data stream', edits: change.edits } : undefined,
    });
  },
});
