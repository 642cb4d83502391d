import { defineRule, labelOf } from '../../../kit/rule';
import { facts } from '../facts';
import { service as kinesisDataStreams } from '../service';

export const rule = defineRule(kinesisDataStreams, {
  id: 'fit/replay-beyond-kinesis',
  severity: 'error',
  since: '0.1.0',
  summary: 'Look elsewhere for a replay of more than a year.',
  why: 'A Kinesis data stream keeps records for a year at most, whatever is set: the older ones are gone.',
  source: facts.retentionMaxHours.source,
  fix: null,
  references: { lens: ['8.1', '3.7'] },
  check({ node, graph, need, each, report }) {
    const most = facts.retentionMaxHours.value;
    each(graph.dataIn(node), (data) => {
      const replayHours = need(data, ['replayHours']);
      if (replayHours <= most) return;
      report({
        message: `${replayHours} h of replay of "${labelOf(data)}" exceed the ${most} h that ${labelOf(node)} can keep; use MSK with tiered storage, or replay from S3.`,
        values: { replayHours, maxHours: most },
        related: [{ element: data, message: 'Declares the replay' }],
      });
    });
  },
});
