import { defineRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { service as redshift } from '../../../services/redshift/service';
import { service as redshiftServerless } from '../../../services/redshift-serverless/service';

export const rule = defineRule([redshift, redshiftServerless], {
  id: 'operations/warehouse-audit-off',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep the audit log of a warehouse.',
  why: 'Who connected, and what they asked, is known from nowhere else: system tables forget within days.',
  source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: {
    lens: ['5.4', '4.5'],
    hub: ['Redshift.4', 'RedshiftServerless.6'],
    nag: ['RS5', 'RS11'],
    checkov: ['CKV_AWS_71'],
  },
  check({ node, graph, need, report, set }) {
    const logs = need(node, ['logs']);
    if (logs.includes('audit')) return;
    const personas = new Set(graph.grantsOn(node).map(({ persona }) => persona)).size;
    const who = personas === 0 ? '' : `${counted(personas, 'persona')} ${personas === 1 ? 'queries' : 'query'} it and `;
    report({
      at: ['logs'],
      message: `${labelOf(node)}: ${who}no log of connections and queries is kept. Switch the audit log on.`,
      values: { personas },
      fix: { title: 'Switch the audit log on', edits: [set(node, ['logs'], [...logs, 'audit'])] },
    });
  },
});
