import { Refactoring } from '../../../kit/refactoring';
import { defineDataRule, labelOf } from '../../../kit/rule';
import { amount, counted } from '../../../kit/words';
import type { DataSet } from '../../../model/vocabulary';
import { scannedIn } from '../../analytic-readers';
import { layout } from '../../tables/layout';

const megabytesPerGigabyte = 1024;
const mostValues = layout.partitionMaxValues.value;
const goodMB = layout.goodFileMB.value;
/** Largest file of the range that readers like: buckets of this size are few. */
const bucketMB = 512;

export const rule = defineDataRule({
  id: 'performance/partition-too-fine',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Partition by columns with few values, so that each partition holds files worth opening.',
  why: 'Each partition is listed, opened and kept in the catalog: thousands of little ones cost more than the reading they save.',
  exceptions: 'Up to a thousand partitions, such as two years of days, little ones do no harm.',
  source: [layout.partitionMaxValues.source, layout.goodFileMB.source, layout.manyPartitions.source],
  fix: 'refactor',
  references: { lens: ['10.4', '15.5'] },
  check(work) {
    const { data, graph, need, know, mention, any, report } = work;
    const columns = need(data, ['partitionColumns']);
    if (columns.length === 0 || !scannedIn(graph, data)) return;
    const widest = columns.reduce((a, b) => ((b.cardinality ?? 0) > (a.cardinality ?? 0) ? b : a));
    const tooMany = (widest.cardinality ?? 0) > mostValues;
    const tooSmall = (): boolean => {
      const partitions = need(data, ['partitionCount']);
      if (partitions <= layout.manyPartitions.value) return false;
      return (need(data, ['totalGB']) * megabytesPerGigabyte) / partitions < goodMB;
    };
    if (!any(() => tooMany, tooSmall)) return;
    const count = know(data, ['partitionCount']);
    const totalGB = mention(data, ['totalGB']);
    const size = count && totalGB !== undefined ? (totalGB * megabytesPerGigabyte) / count : undefined;
    const partitions =
      count === undefined
        ? ''
        : `: ${counted(count, 'partition')}${size === undefined ? '' : ` of ${amount(size)} MB`}`;
    const values = widest.cardinality === undefined ? 'many' : amount(widest.cardinality);
    const change = withBuckets(data, widest, totalGB);
    report({
      at: ['partitionColumns'],
      message: `Partition column ${widest.column} of "${labelOf(data)}" has ${values} values${partitions}. Use buckets for a column with many values, or partition by a coarser one.`,
      values: { column: widest.column, ...(size !== undefined && { partitionMB: size }) },
      fix: change ? { title: `Move ${widest.column} to buckets`, edits: edited(change).edits } : undefined,
    });

    function edited({ partitionColumns, partitionCount, bucketCount }: Layout): Refactoring {
      const edits = new Refactoring(graph);
      edits.set(data, ['partitionColumns'], partitionColumns);
      if (data.partitionCount !== undefined) edits.set(data, ['partitionCount'], partitionCount);
      edits.set(
        data,
        ['bucketColumns'],
        [...(data.bucketColumns ?? []), { ...widest }].map((column) => ({ ...column })),
      );
      if (data.bucketCount === undefined) edits.set(data, ['bucketCount'], bucketCount);
      return edits;
    }
  },
});

type Column = NonNullable<DataSet['partitionColumns']>[number];

interface Layout {
  readonly partitionColumns: { column: string; cardinality?: number }[];
  readonly partitionCount: number;
  readonly bucketCount: number;
}

/** The layout with a column in buckets; undefined where it is not known to be better, or where queries lose the one filter that partitions serve. */
function withBuckets(data: DataSet, moved: Column, totalGB: number | undefined): Layout | undefined {
  const rest = (data.partitionColumns ?? []).filter((column) => column !== moved);
  const counts = rest.map(({ cardinality }) => cardinality);
  if (moved.cardinality === undefined || totalGB === undefined || counts.some((count) => count === undefined))
    return undefined;
  const partitionCount = counts.reduce((product: number, count) => product * count!, 1);
  const partitionMB = (totalGB * megabytesPerGigabyte) / partitionCount;
  const bucketCount = Math.max(1, Math.ceil(partitionMB / bucketMB));
  const filters = data.predicateColumns ?? [];
  const served = filters.length === 0 || filters.some(({ column }) => rest.some((other) => other.column === column));
  const tooWide = counts.some((count) => count! > mostValues);
  const tooFew = moved.cardinality < Math.max(bucketCount, layout.bucketMinValues.value);
  if (partitionMB < goodMB || !served || tooWide || tooFew) return undefined;
  return { partitionColumns: rest.map((column) => ({ ...column })), partitionCount, bucketCount };
}
