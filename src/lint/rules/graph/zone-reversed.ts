import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { isDataEdge } from '../../../model/graph';
import { storesBefore } from '../../stores-before';
import { zoneTable } from '../../tables/zones';

const ranks = zoneTable.ranks.value;

export const rule = defineEdgeRule({
  id: 'graph/zone-reversed',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let data move forward through the zones of the lake only.',
  why: 'An early zone promises data as it came. What comes back into it was changed on the way, and nobody can tell it from an original.',
  exceptions: 'A job that looks something up in a later zone while it works on an earlier one.',
  source: zoneTable.ranks.source,
  fix: null,
  references: { lens: ['7.3'] },
  check({ edge, graph, know, report }) {
    const to = graph.to(edge);
    if (!to || !isDataEdge(edge) || graph.roleOf(to) !== 'store') return;
    const target = know(to, ['zone']);
    if (target === undefined) return;
    const before = storesBefore(graph, edge.from).flatMap((store) => {
      const zone: keyof typeof ranks | undefined = know(store, ['zone']);
      return zone === undefined ? [] : [{ store, zone }];
    });
    // Of several, the earliest counts: the others are looked up.
    const [first] = before.sort((a, b) => ranks[a.zone] - ranks[b.zone]);
    if (!first || ranks[first.zone] <= ranks[target]) return;
    report({
      message: `${labelOf(first.store)} (${first.zone}) leads back into ${labelOf(to)} (${target}): what lies there stops being the original. Write results to a later zone.`,
      values: { from: first.zone, to: target },
      related: [{ element: first.store, message: `Zone ${first.zone}` }],
    });
  },
});
