import { defineDataRule, labelOf } from '../../../kit/rule';
import { quantity } from '../../../kit/words';

export const rule = defineDataRule({
  id: 'operations/question-missing',
  severity: 'hint',
  since: '0.1.0',
  summary: 'Say what a data set is to answer before you keep it.',
  why: 'Without a question nobody can judge its format, its freshness or its end.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/performance-efficiency.html',
  fix: null,
  references: { lens: ['8.1', '15.3'] },
  check({ data, graph, know, mention, report }) {
    const stores = graph.storesOf(data);
    if (stores.length === 0 || know(data, ['question'])?.trim()) return;
    const size = quantity(mention(data, ['totalGB']), 'GB');
    report({
      at: ['question'],
      message: `What will "${labelOf(data)}" answer? ${size || 'It'} ${size ? 'are' : 'is'} kept without a stated use; write the question, or "exploration".`,
      related: stores.map((element) => ({ element, message: 'Kept here' })),
    });
  },
});
