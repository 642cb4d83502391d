import { keepAsIceberg, Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { storedFormat, tableFormats } from '../../../kit/stored';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service as s3 } from '../service';

export const rule = defineRule(s3, {
  id: 'fit/upserts-on-plain-files',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep rows that change in a table format.',
  why: 'A file cannot be changed in part: an update rewrites whole files, and whoever reads meanwhile sees half of it.',
  source: facts.tableFormat.source,
  fix: 'refactor',
  references: { lens: ['10.1', '4.5'] },
  check(work) {
    const { node, graph, need, each, report } = work;
    const store = node as PipelineNode;
    each(graph.dataOf(store), (data) => {
      const mutation = need(data, ['mutation']);
      if (mutation === 'append' || need(node, ['config', 'tableType']) === 'iceberg') return;
      const format = storedFormat(work, store, data);
      if (tableFormats.has(format)) return;
      const change = new Refactoring(graph);
      keepAsIceberg(change, graph, store, [data]);
      const changed = mutation === 'upsert' ? 'is updated by key' : 'has rows deleted by key';
      report({
        message: `"${labelOf(data)}" ${changed} on plain ${format} in ${labelOf(node)}; readers see half-written states. A table format (Iceberg, Hudi) changes rows atomically.`,
        values: { mutation, format },
        related: [{ element: data, message: 'Declares the changes' }],
        fix: { title: 'Keep it as an Iceberg table', edits: change.edits },
      });
    });
  },
});
