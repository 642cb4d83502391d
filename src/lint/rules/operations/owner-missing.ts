import { placeholder } from '../../../kit/placeholder';
import { defineDesignRule, labelOf } from '../../../kit/rule';

export const rule = defineDesignRule({
  id: 'operations/owner-missing',
  severity: 'info',
  since: '0.1.0',
  summary: 'Name an owner for every data set and every store.',
  why: 'Classes, retention, grants and keys are decisions; without an owner nobody takes them and nobody answers for them.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/operational-excellence.html',
  fix: 'quickfix',
  references: { lens: ['3.4', '4.1', '6.1'] },
  check({ graph, know, each, report, set }) {
    each(graph.pipeline.data, (data) => {
      if (know(data, ['owner'])?.trim()) return;
      report({
        on: data,
        at: ['owner'],
        message: `"${labelOf(data)}" has no owner: nobody can set its classification, its retention or its grants. Name one.`,
        fix: { title: 'Add an owner to fill in', edits: [set(data, ['owner'], placeholder)] },
      });
    });
    each(graph.pipeline.nodes, (node) => {
      if (!graph.isStore(node) || know(node, ['owner'])?.trim()) return;
      report({
        on: node,
        at: ['owner'],
        message: `${labelOf(node)} has no owner: nobody answers for its access, its key or its cost. Name one.`,
        fix: { title: 'Add an owner to fill in', edits: [set(node, ['owner'], placeholder)] },
      });
    });
  },
});
