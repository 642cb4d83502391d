import { defineRule, labelOf } from '../../../kit/rule';
import { facts as firehoseFacts } from '../../../services/firehose/facts';
import { service as firehose } from '../../../services/firehose/service';
import { service as kinesisDataStreams } from '../../../services/kinesis-data-streams/service';

export const rule = defineRule([kinesisDataStreams, firehose], {
  id: 'operations/no-lag-alarm',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Raise an alarm while a consumer falls behind, not when its records are gone.',
  why: 'A consumer that is too slow fails nowhere: it reads ever older records until they expire unread.',
  source: [
    'https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html',
    'https://docs.aws.amazon.com/firehose/latest/dev/firehose-cloudwatch-metrics-best-practices.html',
  ],
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['1.2', '6.2'], hub: ['MSK.2'] },
  check({ node, need, mention, report, set }) {
    const alarms = need(node, ['alarms']);
    const isStream = node.kind === kinesisDataStreams.kind;
    const alarm = isStream ? 'iterator-age' : 'freshness';
    if (alarms.includes(alarm)) return;
    const hours = isStream
      ? Number(mention(node, ['config', 'retentionHours']))
      : firehoseFacts.undeliveredMaxHours.value;
    report({
      at: ['alarms'],
      message: isStream
        ? `${labelOf(node)}: nothing warns before records pass the ${hours} h retention unread. Add an iterator-age alarm at ${hours / 2} h.`
        : `${labelOf(node)}: nothing warns before undelivered records pass the ${hours} h it retries. Add a freshness alarm.`,
      values: { alarm },
      fix: {
        title: isStream ? 'Add an iterator-age alarm' : 'Add a freshness alarm',
        edits: [set(node, ['alarms'], [...alarms, alarm])],
      },
    });
  },
});
