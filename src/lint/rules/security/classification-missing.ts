import { defineDataRule, labelOf } from '../../../kit/rule';
import { bracketed, counted, quantity } from '../../../kit/words';

export const rule = defineDataRule({
  id: 'security/classification-missing',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Classify every data set that is stored.',
  why: 'Keys, grants, logging and masking all follow from the class; without one they follow from nothing.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/data-classification.html',
  fix: 'quickfix',
  references: { lens: ['3.2', '3.4', '3.5'] },
  check({ data, graph, know, mention, report, set }) {
    const stores = graph.storesOf(data);
    if (stores.length === 0 || know(data, ['classification']) !== undefined) return;
    report({
      at: ['classification'],
      message: `"${labelOf(data)}"${bracketed(quantity(mention(data, ['totalGB']), 'GB'))} is stored in ${counted(stores.length, 'place')} and has no classification, so nobody can decide its key, its grants or its masking. Classify it.`,
      values: { stores: stores.length },
      related: stores.map((element) => ({ element, message: 'Stored here' })),
      // Personal data is for people to classify.
      fix: know(data, ['pii'])
        ? undefined
        : { title: 'Start with "internal"', edits: [set(data, ['classification'], 'internal')] },
    });
  },
});
