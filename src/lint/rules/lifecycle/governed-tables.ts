import { dayWords } from '../../../kit/day';
import { keepAsIceberg, Refactoring } from '../../../kit/refactoring';
import { defineNodeRule, labelOf } from '../../../kit/rule';
import { lifecycle } from '../../tables/lifecycle';

export const rule = defineNodeRule({
  id: 'lifecycle/governed-tables',
  severity: 'error',
  since: '0.1.0',
  summary: 'Use Iceberg tables instead of Lake Formation governed tables.',
  why: 'Governed tables are gone: nothing creates, reads or compacts them any more.',
  source: lifecycle.governedTables.source,
  fix: 'refactor',
  references: { lens: ['13.3', '10.1'] },
  check({ node, graph, know, report }) {
    if (know(node, ['config', 'tableType']) !== 'governed') return;
    const change = new Refactoring(graph);
    keepAsIceberg(change, graph, node, graph.dataOf(node));
    report({
      at: ['config', 'tableType'],
      message: `${labelOf(node)}: Lake Formation governed tables ended on ${dayWords(lifecycle.governedTables.value.ended)}. Use Apache Iceberg tables.`,
      fix: { title: 'Use Iceberg tables', edits: change.edits },
    });
  },
});
