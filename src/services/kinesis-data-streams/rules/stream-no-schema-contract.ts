import { defineRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';
import { service as kinesisDataStreams } from '../service';

export const rule = defineRule(kinesisDataStreams, {
  id: 'reliability/stream-no-schema-contract',
  severity: 'info',
  since: '0.1.0',
  summary: 'Register the schema of a stream that changes and that several consumers read.',
  why: 'A producer that adds or drops a field does not know who breaks; a registry refuses the change that would.',
  source: 'https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html',
  fix: 'quickfix',
  references: { lens: ['7.1', '4.3'] },
  check({ node, graph, need, each, report, set }) {
    if (need(node, ['config', 'schemaRegistry'])) return;
    each(graph.dataOf(node), (data) => {
      const consumers = graph.edgesOut(node).filter((edge) => isDataEdge(edge) && graph.carries(edge, data)).length;
      const schemaEvolution = need(data, ['schemaEvolution']);
      if (consumers < 2 || schemaEvolution === 'none') return;
      report({
        at: ['config', 'schemaRegistry'],
        message: `${counted(consumers, 'consumer')} of ${labelOf(node)} break when a producer changes "${labelOf(data)}", whose schema sees ${schemaEvolution} changes. Register the schema.`,
        values: { consumers, schemaEvolution },
        related: [{ element: data, message: 'Declares how its schema changes' }],
        fix: { title: 'Use a schema registry', edits: [set(node, ['config', 'schemaRegistry'], true)] },
      });
    });
  },
});
