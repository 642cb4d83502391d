import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';
const lens = 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html';

/** Where transformation belongs. */
export const transformation = defineFacts({
  /** Structures that are loaded first and transformed per use (ELT). */
  loadFirst: { value: ['unstructured', 'semi-structured'], source: lens, checked },
  /** Kinds that keep data as files or tables of a lake. */
  lakeKinds: {
    value: ['s3', 'iceberg-table'],
    source: 'https://docs.aws.amazon.com/whitepapers/latest/building-data-lakes/data-lake-foundation.html',
    checked,
  },
  /** Kinds that write rows against a schema. */
  warehouses: {
    value: ['redshift', 'redshift-serverless'],
    source: 'https://docs.aws.amazon.com/redshift/latest/dg/c_best-practices-use-copy.html',
    checked,
  },
  /** Formats of which no rows can be made without a model or a parser. */
  rowless: {
    value: ['image', 'audio', 'video'],
    source: 'https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html',
    checked,
  },
  /** From so many consumers on, a transform is made once and shared (ETL). */
  sharedFrom: { value: 3, unit: 'consumer', source: lens, checked },
  /** Kinds that transform when they read. */
  readers: {
    value: ['athena', 'quicksight', 'redshift', 'redshift-serverless', 'redshift-spectrum', 'athena-spark', 'persona'],
    source: lens,
    checked,
  },
});
