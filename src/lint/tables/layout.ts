import { defineFacts } from '../../kit/facts';

const tuning = 'https://docs.aws.amazon.com/athena/latest/ug/performance-tuning-data-optimization-techniques.html';
const lens = 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html';
const checked = '2026-11-20';

export const layout = defineFacts({
  rowFormatMaxGB: { value: 15, unit: 'GB', source: lens, checked },
  /** Below this, opening a file costs more than reading it. */
  smallFileMB: { value: 32, unit: 'MB', source: tuning, checked },
  /** Size of a file that one task reads well. */
  goodFileMB: { value: 128, unit: 'MB', source: tuning, checked },
  /** Codecs that make a text file one piece: a reader has to begin at its beginning. */
  unsplittableCodecs: {
    value: ['gzip', 'deflate', 'zstd'],
    source: 'https://docs.aws.amazon.com/athena/latest/ug/compression-formats.html',
    checked,
  },
  /** Distinct values above which a column makes too many partitions, and below which it makes too few buckets. */
  partitionMaxValues: {
    value: 10_000,
    unit: 'value',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/ctas-partitioning-and-bucketing-what-is-bucketing.html',
    checked,
  },
  /** Up to so many partitions, little ones do no harm: two or three years of days. */
  manyPartitions: {
    value: 1000,
    unit: 'partition',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/partitions.html',
    checked,
  },
  bucketMinValues: {
    value: 100,
    unit: 'value',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/ctas-partitioning-and-bucketing-what-is-bucketing.html',
    checked,
  },
  manyFilesPerDay: { value: 1000, unit: 'file/day', source: tuning, checked },
  manyFiles: { value: 100_000, unit: 'file', source: tuning, checked },
  unpartitionedMaxGB: {
    value: 10,
    unit: 'GB',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/partitions.html',
    checked,
  },
  uncompressedMaxGB: {
    value: 10,
    unit: 'GB',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/compression-formats.html',
    checked,
  },
});
