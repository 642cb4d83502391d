import { unmaskedWays } from '../../../kit/personal-data';
import { defineDataRule, labelOf } from '../../../kit/rule';

export const rule = defineDataRule({
  id: 'security/pii-in-nonproduction',
  severity: 'error',
  since: '0.1.0',
  summary: 'Mask personal data before it is copied out of production.',
  why: 'Outside production more people look, fewer controls hold, and copies stay for years; the people in the data never agreed to be test data.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
  fix: null,
  references: { lens: ['3.1', '2.2'] },
  check(work) {
    const { data, graph, need, know, report } = work;
    const stores = graph.storesOf(data);
    const outside = stores.filter((store) => know(store, ['environment']) !== 'production');
    if (outside.length === 0) return;
    const original = [...stores, ...graph.originsOf(data)].find((node) => know(node, ['environment']) === 'production');
    if (!original || need(data, ['masked']) || !need(data, ['pii'])) return;
    const ways = unmaskedWays(work, data);
    for (const store of outside) {
      const way = ways.get(store);
      if (!way) continue;
      const environment = know(store, ['environment'])!;
      report({
        on: store,
        at: ['environment'],
        message: `${labelOf(store)} (${environment}) holds unmasked personal data "${labelOf(data)}" that is in production in ${labelOf(original)}. Mask it on the way, or use made-up data.`,
        values: { environment },
        related: [
          { element: data, message: 'The personal data' },
          { element: original, message: 'In production' },
          ...way.map((element) => ({ element, message: 'Does not mask' })),
        ],
      });
    }
  },
});
