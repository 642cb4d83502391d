import { Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount, listed } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as s3 } from '../../../services/s3/service';
import { analyticReaders } from '../../analytic-readers';
import { layout } from '../../tables/layout';

export const rule = defineRule(s3, {
  id: 'performance/no-partitioning',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Partition what is scanned by a column that queries filter on.',
  why: 'Without partitions on the filter, each query reads and pays for all of it to keep a part.',
  source: layout.unpartitionedMaxGB.source,
  fix: 'refactor',
  references: { lens: ['10.4', '15.5'] },
  check({ node, graph, need, each, report }) {
    const store = node as PipelineNode;
    each(graph.dataOf(store), (data) => {
      const [reader] = analyticReaders(graph, store, data);
      // Said once, on the first store of the data set that is scanned.
      const scanned = graph
        .storesOf(data)
        .find(({ id, kind }) => kind === s3.kind && analyticReaders(graph, graph.findNode(id)!, data).length > 0);
      if (!reader || scanned !== store) return;
      if (need(data, ['totalGB']) <= layout.unpartitionedMaxGB.value) return;
      const filters = need(data, ['predicateColumns']);
      const partitions = need(data, ['partitionColumns']).map(({ column }) => column);
      if (filters.length === 0 || filters.some(({ column }) => partitions.includes(column))) return;
      const coarsest = [...filters].sort((a, b) => (a.cardinality ?? Infinity) - (b.cardinality ?? Infinity))[0]!;
      const change = new Refactoring(graph);
      change.set(data, ['partitionColumns'], [{ ...coarsest }]);
      report({
        message: `Every query of ${labelOf(reader)} on "${labelOf(data)}" scans ${amount(need(data, ['totalGB']))} GB: it filters on ${listed(filters.map(({ column }) => column))} and the partitions are ${listed(partitions) || 'none'}.`,
        values: { filters: filters.map(({ column }) => column), partitions },
        related: [{ element: data, message: 'The data set' }],
        fix: { title: `Partition by ${coarsest.column}`, edits: change.edits },
      });
    });
  },
});
