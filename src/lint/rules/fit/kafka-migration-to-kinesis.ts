import { Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { defineRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { service as kinesisDataStreams } from '../../../services/kinesis-data-streams/service';
import { kafkaNeighbours } from '../../kafka';
import { streamNeeds } from '../../tables/stream-needs';

export const rule = defineRule(kinesisDataStreams, {
  id: 'fit/kafka-migration-to-kinesis',
  severity: 'info',
  since: '0.1.0',
  summary: 'Keep Kafka for producers and consumers that speak it already.',
  why: 'A data stream has another protocol, another client and other semantics: every producer and consumer is written again.',
  exceptions: 'A team that wants to leave Kafka behind has reason to write the clients again.',
  source: streamNeeds.kafkaKinds.source,
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check(work) {
    const { node, graph, matrix, know, report } = work;
    const speakers = kafkaNeighbours(work, node);
    if (speakers.length === 0) return;
    const change = new Refactoring(graph);
    const retentionHours = know(node, ['config', 'retentionHours']);
    const replaced = replaceBy(change, graph, matrix, node, 'msk', {
      config: { mode: 'SERVERLESS', ...(retentionHours !== undefined && { retentionHours }) },
    });
    report({
      message: `${listed([...new Set(speakers.map(labelOf))])} already ${speakers.length > 1 ? 'speak' : 'speaks'} Kafka, which ${labelOf(node)} does not: it takes new producers and consumers. Amazon MSK takes the code as it is.`,
      related: speakers.map((element) => ({ element, message: 'Speaks Kafka' })),
      fix: replaced ? { title: 'Replace it by MSK Serverless', edits: change.edits } : undefined,
    });
  },
});
