import { defineRule, labelOf } from '../../../kit/rule';
import { bracketed, quantity } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import { service as s3 } from '../service';

/** Sources whose content others decide. */
const foreignSources: ReadonlySet<string> = new Set(['source.saas', 'source.third-party', 'source.files']);

export const rule = defineRule(s3, {
  id: 'security/sensitive-discovery-off',
  severity: 'info',
  since: '0.1.0',
  summary: 'Search data of little-known content for personal data.',
  why: 'Names and addresses turn up in free text and foreign files; what nobody found, nobody masks, grants with care or erases.',
  source: 'https://docs.aws.amazon.com/macie/latest/user/data-classification.html',
  fix: null,
  references: { lens: ['3.3'], hub: ['Macie.1', 'Macie.2'] },
  check({ node, graph, need, know, mention, any, each, report }) {
    if (need(graph.pipeline.architecture, ['macie']) || graph.nodesOfKind('macie').length > 0) return;
    if (need(node, ['config', 'staticWebsite'])) return;
    each(graph.dataOf(node), (data) => {
      if (know(data, ['pii']) !== undefined) return;
      const origin = graph
        .upstream(node, (edge) => isFlow(edge) && graph.carries(edge, data))
        .find(({ kind }) => foreignSources.has(kind));
      const little = any(
        () => origin !== undefined,
        () => need(data, ['trust']) === 'low',
      );
      if (!little) return;
      report({
        message: `Nobody checks "${labelOf(data)}" in ${labelOf(node)} for personal data${bracketed(quantity(mention(data, ['totalGB']), 'GB'))}${origin ? `, though it comes from ${labelOf(origin)}` : ', though its source has little trust'}. Switch on Macie, or declare whether it is personal.`,
        related: [
          { element: data, message: 'Does not say whether it is personal' },
          ...(origin ? [{ element: origin, message: 'Where it comes from' }] : []),
        ],
      });
    });
  },
});
