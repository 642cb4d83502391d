import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { bracketed, quantity } from '../../../kit/words';
import { isFlow } from '../../../model/graph';

export const rule = defineEdgeRule({
  id: 'security/edge-plaintext',
  severity: 'error',
  since: '0.1.0',
  summary: 'Move data over TLS.',
  why: 'Whoever sits on the way reads and changes what passes in clear.',
  exceptions: 'Public data on a private network may travel in clear.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/protecting-data-in-transit.html',
  fix: 'quickfix',
  references: { lens: ['3.6'], hub: ['DMS.9', 'MSK.3'] },
  check({ edge, graph, need, mention, any, report, set }) {
    if (!isFlow(edge)) return;
    if (need(edge, ['encrypted'])) return;
    const data = graph.findData(edge.data);
    const exposed = any(
      () => !need(edge, ['private']),
      () => data !== undefined && need(data, ['classification']) !== 'public',
    );
    if (!exposed) return;
    const [from, to] = [graph.from(edge), graph.to(edge)].map((end) => (end ? labelOf(end) : '?'));
    const classification = data && mention(data, ['classification']);
    report({
      at: ['encrypted'],
      message: `${from} → ${to} moves ${[classification, 'data'].filter(Boolean).join(' ')}${data ? ` "${labelOf(data)}"` : ''} in clear${bracketed(quantity(data && mention(data, ['dailyGB']), 'GB/day'))}; anyone on the way can read and change it. Use TLS.`,
      fix: { title: 'Encrypt the transfer', edits: [set(edge, ['encrypted'], true)] },
    });
  },
});
