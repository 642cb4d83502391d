import { freshnessNeed } from '../../../kit/freshness';
import { defineRule, labelOf } from '../../../kit/rule';
import { streamsInto } from '../../../kit/streams';
import { amount } from '../../../kit/words';
import { service as emrEc2 } from '../../../services/emr-ec2/service';
import { service as emrServerless } from '../../../services/emr-serverless/service';
import { service as glueJob } from '../../../services/glue-job/service';
import { service as lambda } from '../../../services/lambda/service';
import { dataEdgesOf } from '../../flows';
import { streamNeeds } from '../../tables/stream-needs';

const atOnce = streamNeeds.microBatchFromSeconds.value;

export const rule = defineRule([glueJob, emrEc2, emrServerless, lambda], {
  id: 'fit/micro-batch-for-subsecond',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give work with state over a stream, and answers within a second, to Flink.',
  why: 'Micro-batches wait to be filled, and a function forgets between two calls: windows, joins and anomalies need state that survives both.',
  exceptions:
    'Spark keeps windows too: a streaming job is named only where they must be fresher than its batches. What Flink handles beside the node is not asked again.',
  source: streamNeeds.microBatchFromSeconds.source,
  fix: null,
  references: { lens: ['8.1'] },
  check(work) {
    const { node, graph, need, each, any, report } = work;
    const streams = streamsInto(graph, node);
    if (streams.length === 0) return;
    const { reads, writes } = dataEdgesOf(work, node);
    const flinks = graph.nodesOfKind('managed-flink');
    each(graph.dataIn(node), (data) => {
      if (flinks.some((flink) => graph.dataIn(flink).includes(data))) return;
      const carriers = [...reads, ...writes].filter((edge) => graph.carries(edge, data));
      const stateful = carriers.some(({ transform }) => transform === 'stateful');
      const tooSoon = any(
        () => stateful && node.kind === lambda.kind,
        () => freshnessNeed(work, node, data) < (stateful && node.kind === glueJob.kind ? batchSeconds() : atOnce),
      );
      if (!tooSoon) return;
      const seconds = work.mention(data, ['freshnessSeconds']);
      const why = stateful ? 'windows and joins' : `answers within ${amount(atOnce)} s`;
      report({
        message: `${labelOf(node)} handles "${labelOf(data)}" in micro-batches${seconds === undefined ? '' : `; it is needed within ${amount(seconds)} s`}. For ${why}, read the stream with Managed Service for Apache Flink.`,
        ...(seconds !== undefined && { values: { freshnessSeconds: seconds } }),
        related: [{ element: data, message: 'Declares the need' }],
      });
    });

    function batchSeconds(): number {
      const seconds = need(node, ['config', 'windowSeconds']) as unknown;
      return typeof seconds === 'number' ? Math.max(seconds, atOnce) : atOnce;
    }
  },
});
