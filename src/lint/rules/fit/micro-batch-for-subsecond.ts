import { freshnessNeed } from '../../../kit/freshness';
import { defineRule, labelOf } from '../../../kit/rule';
import { streamsInto } from '../../../kit/streams';
import { amount } from '../../../kit/words';
import type { Graph } from '../../../model/graph';
import type { DataSet, Edge, PipelineNode } from '../../../model/vocabulary';
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
    each(graph.dataIn(node), (data) => {
      if (streams.some((stream) => isReadByFlink(graph, stream, data))) return;
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

/** Whether Flink handles a data set beside the node, or before it: it reads the same stream, or writes it. */
function isReadByFlink(graph: Graph, stream: PipelineNode, data: DataSet): boolean {
  const carried = (edge: Edge): boolean => graph.carries(edge, data);
  const beside = graph
    .edgesOut(stream)
    .filter(carried)
    .map((edge) => graph.to(edge));
  const before = graph
    .edgesIn(stream)
    .filter(carried)
    .map((edge) => graph.from(edge));
  return [...beside, ...before].some((node) => node?.kind === 'managed-flink');
}
