import { Refactoring, streamBefore } from '../../../kit/refactoring';
import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { isFlow } from '../../../model/graph';
import type { DataSet, Edge, PipelineNode } from '../../../model/vocabulary';
import { facts as firehoseFacts } from '../../../services/firehose/facts';
import { service as firehose } from '../../../services/firehose/service';
import { facts as kinesis } from '../../../services/kinesis-data-streams/facts';

const hoursPerDay = 24;
const originals: ReadonlySet<string | undefined> = new Set(['drop', 'landing', 'raw']);

export const rule = defineRule(firehose, {
  id: 'fit/firehose-cannot-replay',
  severity: 'error',
  since: '0.1.0',
  summary: 'Put a stream that can be re-read in front of a delivery stream when consumers go back.',
  why: 'A delivery stream forgets a record once it is delivered: a consumer with a bug, or a new one, cannot read it again.',
  exceptions:
    'A raw zone in S3 that keeps the data as long as the replay reaches back, and from which consumers read, is a replay.',
  source: [firehoseFacts.undeliveredMaxHours.source, kinesis.retentionMaxHours.source],
  fix: 'refactor',
  references: { lens: ['8.1', '6.4'] },
  check(work) {
    const { node, graph, need, each, report } = work;
    each(graph.dataIn(node), (data) => {
      const replayHours = need(data, ['replayHours']);
      if (replayHours <= 0) return;
      const carries = (edge: Edge): boolean => isFlow(edge) && graph.carries(edge, data);
      if (graph.upstream(node, carries).some(isStream)) return;
      const ways = [node, ...graph.downstream(node, carries)];
      if (ways.some((store) => rereads(work, store, data, replayHours))) return;
      const change = new Refactoring(graph);
      const retentionHours = Math.max(Math.ceil(replayHours), kinesis.retentionMinHours.value);
      const stream =
        retentionHours <= kinesis.retentionMaxHours.value && streamBefore(change, graph, node, { retentionHours });
      report({
        message: `${labelOf(node)} keeps nothing once delivered (undelivered records: ${firehoseFacts.undeliveredMaxHours.value} h); "${labelOf(data)}" must be replayable for ${replayHours} h. Put Kinesis Data Streams (up to ${kinesis.retentionMaxHours.value} h) or MSK in front.`,
        values: { replayHours },
        related: [{ element: data, message: 'Declares the replay' }],
        fix: stream
          ? { title: `Put a data stream that keeps ${retentionHours} h in front`, edits: change.edits }
          : undefined,
      });
    });
  },
});

/** Whether a store keeps originals as long as consumers go back, and feeds somebody from them. */
function rereads(
  { graph, need, know }: Pick<Case, 'graph' | 'need' | 'know'>,
  store: PipelineNode,
  data: DataSet,
  replayHours: number,
): boolean {
  if (store.kind !== 's3' || !originals.has(know(store, ['zone']))) return false;
  if (!graph.edgesOut(store).some((edge) => isFlow(edge) && graph.carries(edge, data))) return false;
  const expireDays = know(store, ['config', 'expireDays']);
  const keptDays = Math.min(need(data, ['retentionDays']), typeof expireDays === 'number' ? expireDays : Infinity);
  return keptDays * hoursPerDay >= replayHours;
}
