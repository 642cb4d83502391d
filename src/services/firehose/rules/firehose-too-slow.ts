import { consumingEdges, freshnessNeed } from '../../../kit/freshness';
import { Refactoring, streamAndFunctionFor } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { facts } from '../facts';
import { service as firehose } from '../service';

const refinedZones: ReadonlySet<string> = new Set(['trusted', 'analytics', 'curated', 'serving']);

export const rule = defineRule(firehose, {
  id: 'fit/firehose-too-slow',
  severity: 'error',
  since: '0.1.0',
  summary: 'Read a stream directly where data is needed within a minute.',
  why: 'A delivery stream collects records before it hands them on: whoever waits for it sees the past.',
  exceptions: 'A delivery stream that only fills an archive beside a faster way keeps nobody waiting.',
  source: [facts.usualDelaySeconds.source],
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check(work) {
    const { node, graph, matrix, mention, each, report } = work;
    each(graph.dataIn(node), (data) => {
      if (consumingEdges(work, node, data).length === 0) return;
      const seconds = freshnessNeed(work, node, data);
      const [usual, least] = [facts.usualDelaySeconds.value, facts.leastDelaySeconds.value];
      if (seconds >= usual) return;
      const change = new Refactoring(graph);
      // A function between the producer and a refined store would leave no originals.
      const losesOriginals =
        mention(data, ['reproducible']) !== true &&
        graph.edgesOut(node).some((edge) => refinedZones.has(mention(graph.to(edge) ?? node, ['zone']) ?? ''));
      const replaced = !losesOriginals && streamAndFunctionFor(change, graph, matrix, node, undefined);
      report({
        severity: seconds < least ? 'error' : 'warning',
        message: `"${labelOf(data)}" is needed within ${amount(seconds)} s; ${labelOf(node)} delivers micro-batches, about ${usual} s in usual practice and ${least} s at best. Read the stream from Kinesis Data Streams.`,
        values: { freshnessSeconds: seconds },
        related: [{ element: data, message: 'Declares the freshness' }],
        fix: replaced ? { title: 'Replace it by a data stream and a function', edits: change.edits } : undefined,
      });
    });
  },
});
