import { defineGrantRule, labelOf } from '../../../kit/rule';
import { classifications } from '../../../model/vocabulary';

export const rule = defineGrantRule({
  id: 'iam/grant-above-clearance',
  severity: 'error',
  since: '0.1.0',
  summary: 'Grant people only what they are cleared for.',
  why: 'A clearance that grants pass over protects nothing.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
  fix: null,
  references: { lens: ['4.1', '4.3', '3.3'] },
  check({ grant, graph, need, report }) {
    const [persona, data] = [graph.findPersona(grant.persona), graph.findData(grant.data)];
    if (!persona || !data) return;
    const classification = need(data, ['classification']);
    const clearance = need(persona, ['clearance']);
    if (classifications.indexOf(classification) <= classifications.indexOf(clearance)) return;
    const level = need(grant, ['level']);
    const node = graph.findNode(grant.node);
    report({
      at: ['data'],
      message: `${labelOf(persona)} is cleared for ${clearance} and can ${level === 'read' ? 'read' : `${level} and read`} "${labelOf(data)}" (${classification})${node ? ` on ${labelOf(node)}` : ''}. Take the grant back, mask the data, or raise the clearance.`,
      values: { classification, clearance },
      related: [
        { element: persona, message: 'The clearance' },
        { element: data, message: 'The classification' },
      ],
    });
  },
});
