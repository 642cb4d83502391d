import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';
import { incremental } from '../../tables/incremental';

const copiers: ReadonlySet<string> = new Set(incremental.copiers.value);
const sources: ReadonlySet<string> = new Set(incremental.sources.value);
/** Part of a data set that is new each day, from which copying all of it is no waste worth a word. */
const muchChange = 0.1;

export const rule = defineEdgeRule({
  id: 'sustainability/full-reload',
  severity: 'info',
  since: '0.1.0',
  summary: 'Copy what changed, not all of it again.',
  why: 'A full copy reads, moves and writes what has been there since the last run: energy, time and load on the source for nothing.',
  exceptions:
    'Results that are computed anew from all of the history on purpose: a job that keeps state ("transform": "stateful").',
  source: [incremental.copiers.source, incremental.sources.source],
  fix: 'quickfix',
  references: { lens: ['15.3', '15.6'] },
  check({ edge, graph, need, know, undecided, report, set }) {
    if (edge.load !== 'full' || !isDataEdge(edge) || know(edge, ['transform']) === 'stateful') return;
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !to || !copiers.has(to.kind) || !sources.has(from.kind)) return;
    const data = graph.findData(edge.data) ?? undecided(edge, ['data']);
    const [dailyGB, totalGB] = [need(data, ['dailyGB']), need(data, ['totalGB'])];
    if (dailyGB >= totalGB * muchChange) return;
    report({
      at: ['load'],
      message: `${labelOf(to)} copies all ${amount(totalGB)} GB of "${labelOf(data)}" on each run for ${amount(dailyGB)} GB/day of change. Copy what changed only.`,
      values: { totalGB, dailyGB },
      fix: { title: 'Copy what changed', edits: [set(edge, ['load'], 'incremental')] },
    });
  },
});
