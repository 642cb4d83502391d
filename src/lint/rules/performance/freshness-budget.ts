import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { wayAlong } from '../../waits';

export const rule = defineEdgeRule({
  id: 'performance/freshness-budget',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let the waits on the way to a consumer add up to less than the freshness it needs.',
  why: 'Each buffer and each schedule looks small alone. What counts is their sum: data that just missed each of them.',
  exceptions:
    'Where data takes several ways, the fastest counts. Of two daily runs with a start, the second waits only until its time of day.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/performance-efficiency.html',
  fix: null,
  references: { lens: ['8.1', '8.3'] },
  check(work) {
    const { edge, graph, need, undecided, report } = work;
    const consumer = graph.to(edge);
    if (!consumer || !isFlow(edge) || graph.roleOf(consumer) !== 'consume' || isPassedOn(work, edge, consumer)) return;
    const way = wayAlong(work, edge);
    if (way.waits.length === 0 && !way.unknown) return;
    const seconds = need(edge, ['freshnessSeconds']);
    if (way.seconds <= seconds) {
      if (way.unknown) undecided(way.unknown, ['durationMinutes']);
      return;
    }
    const data = graph.findData(edge.data);
    const parts = way.waits.map(({ at, words }) => `${labelOf(at)}: ${words}`).join('; ');
    report({
      ...(edge.freshnessSeconds !== undefined && { at: ['freshnessSeconds'] }),
      message: `${data ? `"${labelOf(data)}"` : 'Data'} takes up to ${amount(way.seconds)} s to ${labelOf(consumer)} (${parts}); the need is ${amount(seconds)} s. Shorten the longest wait, or say what this consumer needs.`,
      values: { seconds: way.seconds, freshnessSeconds: seconds },
      related: way.waits.map(({ at, words }) => ({ element: at, message: words })),
    });
  },
});

/** Whether a consumer hands data on to another one: then the last one's need counts. */
const isPassedOn = ({ graph }: Case, edge: Edge, consumer: PipelineNode): boolean =>
  graph.edgesOut(consumer).some((next) => {
    const to = isFlow(next) && (edge.data === undefined || next.data === edge.data) ? graph.to(next) : undefined;
    return to !== undefined && graph.roleOf(to) === 'consume';
  });
