import { mentionedInto } from '../../../kit/load';
import { Refactoring } from '../../../kit/refactoring';
import { defineNodeRule, labelOf } from '../../../kit/rule';
import { facts as kinesis } from '../../../services/kinesis-data-streams/facts';
import { order } from '../../tables/order';

const unordered: ReadonlySet<string> = new Set(order.none.value);
const perKey: ReadonlySet<string> = new Set(order.perKey.value);

export const rule = defineNodeRule({
  id: 'fit/ordering-unsupported',
  severity: 'error',
  since: '0.1.0',
  summary: 'Send ordered data only through what keeps its order.',
  why: 'Records that overtake each other undo what they were meant to say: the old price after the new one, the return before the sale.',
  exceptions: 'Consumers that sort by a sequence number of the record need no order on the way: declare "none".',
  source: [order.none.source, order.perKey.source],
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check(work) {
    const { node, graph, need, know, each, report } = work;
    const loses = unordered.has(node.kind) && know(node, ['config', 'type']) !== 'fifo';
    if (!loses && !perKey.has(node.kind)) return;
    each(graph.dataIn(node), (data) => {
      const ordering = need(data, ['ordering']);
      if (ordering === 'none' || (!loses && ordering === 'per-key')) return;
      const shards = loses ? undefined : know(node, ['config', 'shards']);
      const single = !loses && need(node, ['config', 'mode']) === 'PROVISIONED' && shards === 1;
      if (single) return;
      const change = new Refactoring(graph);
      change.set(node, ['config', 'mode'], 'PROVISIONED');
      change.set(node, ['config', 'shards'], 1);
      const { peak } = mentionedInto(work, node);
      const fits =
        node.kind === 'kinesis-data-streams' &&
        peak !== undefined &&
        peak.mbPerSecond <= kinesis.shardWriteMBps.value &&
        peak.recordsPerSecond <= kinesis.shardWriteRecordsPerSec.value;
      const why = loses
        ? `${labelOf(node)} hands records on in any order`
        : `${labelOf(node)} keeps it only within a shard${typeof shards === 'number' ? ` and has ${shards}` : ''}`;
      const better = loses
        ? 'Use Kinesis Data Streams with the key as partition key, or a FIFO queue.'
        : fits
          ? 'Use one shard.'
          : 'Order per key, or sort in the consumer.';
      report({
        message: `"${labelOf(data)}" must keep ${ordering} order; ${why}. ${better}`,
        values: { ordering },
        related: [{ element: data, message: 'Declares the order' }],
        fix: fits ? { title: 'Use one shard', edits: change.edits } : undefined,
      });
    });
  },
});
