import { defineDataRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';

export const rule = defineDataRule({
  id: 'operations/no-freshness-alert',
  severity: 'info',
  since: '0.1.0',
  summary: 'Raise an alarm when data that matters stops arriving.',
  why: 'A batch that never comes fails no job: everything stays green and the report shows yesterday.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/reliability.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['1.2', '6.3'] },
  check({ data, graph, need, each, report, set }) {
    const criticality = need(data, ['criticality']);
    if (criticality !== 'high' && criticality !== 'critical') return;
    const stores = graph.storesOf(data);
    if (stores.length === 0 || need(data, ['arrival']) === 'stream') return;
    const intervalMinutes = need(data, ['intervalMinutes']);
    const last = stores.filter((store) => {
      const after = graph.downstream(store, (edge) => isFlow(edge) && graph.carries(edge, data));
      return !stores.some((other) => other !== store && after.includes(other));
    });
    each(last, (store) => {
      const alarms = need(store, ['alarms']);
      if (alarms.includes('freshness')) return;
      report({
        on: store,
        at: ['alarms'],
        message: `If "${labelOf(data)}" (${criticality}, every ${amount(intervalMinutes)} min) stops arriving in ${labelOf(store)}, every job stays green. Add a data-age alarm at ${amount(2 * intervalMinutes)} min.`,
        values: { criticality, intervalMinutes },
        related: [{ element: data, message: 'Declares criticality and interval' }],
        fix: { title: 'Add a data-age alarm', edits: [set(store, ['alarms'], [...alarms, 'freshness'])] },
      });
    });
  },
});
