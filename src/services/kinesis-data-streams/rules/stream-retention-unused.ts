import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { facts } from '../facts';
import { service as kinesisDataStreams } from '../service';

const includedHours = facts.retentionMinHours.value;

export const rule = defineRule(kinesisDataStreams, {
  id: 'cost/stream-retention-unused',
  severity: 'info',
  since: '0.1.0',
  summary: 'Pay for stream retention only as far as somebody re-reads.',
  why: 'The first day is in the price of the stream; every further one is paid by the shard hour or by the gigabyte kept.',
  exceptions: 'Streams that carry data of high criticality may keep more as a reserve.',
  source: 'https://aws.amazon.com/kinesis/data-streams/pricing/',
  fix: 'quickfix',
  references: { lens: ['15.4'] },
  check({ node, graph, need, report, set }) {
    const retentionHours = need(node, ['config', 'retentionHours']);
    const sets = graph.dataOf(node);
    if (retentionHours <= includedHours || sets.length === 0) return;
    const replayHours = Math.max(...sets.map((data) => need(data, ['replayHours'])));
    if (replayHours > includedHours) return;
    if (sets.some((data) => ['high', 'critical'].includes(need(data, ['criticality'])))) return;
    report({
      at: ['config', 'retentionHours'],
      message: `${labelOf(node)} pays to keep records ${retentionHours} h; ${amount(replayHours)} h of replay are needed and ${includedHours} h are included. Keep them ${includedHours} h.`,
      values: { retentionHours, replayHours },
      fix: {
        title: `Keep records ${includedHours} h`,
        edits: [set(node, ['config', 'retentionHours'], includedHours)],
      },
    });
  },
});
