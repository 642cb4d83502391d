import { isResource } from '../../../kit/resources';
import { defineNodeRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';

export const rule = defineNodeRule({
  id: 'security/residency-violation',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep a data set in the Regions where it must stay.',
  why: 'A copy in another Region breaks the promise or the law behind the residency, also when it is only passing through.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
  fix: null,
  references: { lens: ['3.3'] },
  check({ node, graph, know, each, undecided, report }) {
    if (!isResource(graph, node)) return;
    each(graph.dataOf(node), (data) => {
      const residency = know(data, ['residency']);
      if (!residency || residency.length === 0) return;
      const region = know(node, ['region']) ?? undecided(node, ['region']);
      if (residency.includes(region)) return;
      report({
        at: ['region'],
        message: `"${labelOf(data)}" must stay in ${listed(residency, 'or')}, and ${labelOf(node)} is in ${region}. Move the node, or keep this data set out of it.`,
        values: { residency, region },
        related: [{ element: data, message: 'Declares the residency' }],
      });
    });
  },
});
