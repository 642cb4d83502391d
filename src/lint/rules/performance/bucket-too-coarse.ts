import { Refactoring } from '../../../kit/refactoring';
import { defineDataRule, labelOf } from '../../../kit/rule';
import { amount, counted } from '../../../kit/words';
import type { DataSet } from '../../../model/vocabulary';
import { scannedIn } from '../../analytic-readers';
import { layout } from '../../tables/layout';

const fewValues = layout.bucketMinValues.value;
const megabytesPerGigabyte = 1024;

export const rule = defineDataRule({
  id: 'performance/bucket-too-coarse',
  severity: 'info',
  since: '0.1.0',
  summary: 'Bucket by columns with many values, and partition by those with few.',
  why: 'With fewer values than buckets some stay empty while others overflow: a query reads as much as before.',
  source: layout.bucketMinValues.source,
  fix: 'refactor',
  references: { lens: ['10.4'] },
  check({ data, graph, need, each, report }) {
    const columns = need(data, ['bucketColumns']);
    if (columns.length === 0 || !scannedIn(graph, data)) return;
    const count = need(data, ['bucketCount']);
    each(columns.entries(), ([index, { column }]) => {
      const values = need(data, ['bucketColumns', index, 'cardinality']) as number;
      if (values >= Math.max(count, fewValues)) return;
      const change = new Refactoring(graph);
      const rest = columns.filter((_, other) => other !== index);
      change.set(
        data,
        ['bucketColumns'],
        rest.map((kept) => ({ ...kept })),
      );
      if (rest.length === 0 && data.bucketCount !== undefined) change.unset(data, ['bucketCount']);
      change.set(
        data,
        ['partitionColumns'],
        [...(data.partitionColumns ?? []).map((kept) => ({ ...kept })), { column, cardinality: values }],
      );
      if (data.partitionCount !== undefined) change.set(data, ['partitionCount'], data.partitionCount * values);
      report({
        at: ['bucketColumns', index],
        message: `Bucket column ${column} of "${labelOf(data)}" has only ${amount(values)} values${count > 0 ? ` for ${counted(count, 'bucket')}` : ''}. A column with few values is a partition.`,
        values: { column, cardinality: values, bucketCount: count },
        fix: staysCoarse(data, values) ? { title: `Move ${column} to partitions`, edits: change.edits } : undefined,
      });
    });
  },
});

/** Whether partitions that are divided further still hold a good file each, as far as anybody knows. */
function staysCoarse(data: DataSet, values: number): boolean {
  const counts = (data.partitionColumns ?? []).map(({ cardinality }) => cardinality);
  const known = data.partitionCount ?? counts.reduce((product: number, count) => product * (count ?? NaN), 1);
  if (data.totalGB === undefined || Number.isNaN(known)) return true;
  return (data.totalGB * megabytesPerGigabyte) / (known * values) >= layout.goodFileMB.value;
}
