import { scheduleOf } from '../../../kit/freshness';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';

const secondsPerMinute = 60;

export const rule = defineEdgeRule({
  id: 'fit/batch-where-stream-needed',
  severity: 'error',
  since: '0.1.0',
  summary: 'Stream what is needed sooner than the next batch.',
  why: 'What happens just after a run waits a whole interval for the next one, before anything else takes its time.',
  exceptions:
    'A consumer that may wait longer than others says so on its edge ("freshnessSeconds"): the need of the edge counts.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/streaming-ingestion.html',
  fix: null,
  references: { lens: ['8.1'] },
  check(work) {
    const { edge, graph, need, report } = work;
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !to || !isFlow(edge)) return;
    const minutes = scheduleOf(work, edge);
    if (minutes === undefined) return;
    const seconds = need(edge, ['freshnessSeconds']);
    if (minutes * secondsPerMinute <= seconds) return;
    const data = graph.findData(edge.data);
    const onEdge = edge.intervalMinutes !== undefined;
    report({
      ...(onEdge && { at: ['intervalMinutes'] }),
      message: `${labelOf(from)} → ${labelOf(to)} runs every ${amount(minutes)} min (${amount(minutes * secondsPerMinute)} s); ${data ? `"${labelOf(data)}"` : 'it'} must be usable within ${amount(seconds)} s. Ingest it as a stream, or say on the edge what this consumer needs.`,
      values: { intervalMinutes: minutes, freshnessSeconds: seconds },
      ...(data && { related: [{ element: data, message: 'Declares the freshness' }] }),
    });
  },
});
