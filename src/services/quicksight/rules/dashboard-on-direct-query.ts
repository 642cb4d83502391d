import { defineRule, labelOf } from '../../../kit/rule';
import { amount, quantity } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service as quicksight } from '../service';

const engines: ReadonlySet<string> = new Set(['athena', 'redshift', 'redshift-serverless', 'redshift-spectrum']);
const secondsPerMinute = 60;

export const rule = defineRule(quicksight, {
  id: 'performance/dashboard-on-direct-query',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Serve busy dashboards from SPICE where the data may be a quarter of an hour old.',
  why: 'Each view of each reader runs the same queries again: they wait for the engine, and the engine is paid each time.',
  source: facts.directQueryFor.source,
  fix: 'quickfix',
  references: { lens: ['10.2', '15.5'] },
  check({ node, graph, need, mention, any, each, report, set }) {
    if (need(node, ['config', 'queryMode']) !== 'direct') return;
    const { queriesPerDay, concurrentUsers, queryLatencySeconds, freshnessSeconds } = facts.directQueryFor.value;
    each(graph.edgesIn(node as PipelineNode).filter(isFlow), (edge) => {
      const [from, data] = [graph.from(edge), graph.findData(edge.data)];
      if (!from || !engines.has(from.kind) || !data) return;
      const busy = any(
        () => need(data, ['queriesPerDay']) > queriesPerDay,
        () => need(data, ['concurrentUsers']) > concurrentUsers,
        () => need(data, ['queryLatencySeconds']) < queryLatencySeconds,
      );
      const fresh = need(edge, ['freshnessSeconds']);
      if (!busy || fresh < freshnessSeconds) return;
      const minutes = Math.floor(fresh / secondsPerMinute);
      const readers = quantity(mention(data, ['concurrentUsers']), 'readers') || 'its readers';
      const queries = quantity(mention(data, ['queriesPerDay']), 'queries/day') || 'their queries';
      const latency = quantity(mention(data, ['queryLatencySeconds']), 's');
      report({
        at: ['config', 'queryMode'],
        message: `${labelOf(node)}: ${readers} run ${queries} straight on ${labelOf(from)}${latency && ` and want answers within ${latency}`}; ${amount(fresh)} s of age are allowed. SPICE serves them from memory.`,
        related: [{ element: data, message: 'Declares the use' }],
        fix: {
          title: `Use SPICE, refreshed every ${minutes} min`,
          edits: [set(node, ['config', 'queryMode'], 'SPICE'), set(node, ['config', 'refreshMinutes'], minutes)],
        },
      });
    });
  },
});
