import { defineFacts } from './facts';

const athena = 'https://docs.aws.amazon.com/athena/latest/ug/what-is.html';
const checked = '2026-11-20';

export const engines = defineFacts({
  /** Kinds that scan files to answer questions or to transform: what layout and format decide for. */
  analyticReaders: {
    value: [
      'athena',
      'athena-spark',
      'redshift',
      'redshift-serverless',
      'redshift-spectrum',
      'emr-ec2',
      'emr-serverless',
      'emr-eks',
      'glue-job',
      'sagemaker',
    ],
    source: athena,
    checked,
  },
  /** Kinds that read files of a lake by table only. */
  needTables: {
    value: ['athena', 'redshift-spectrum'],
    source: 'https://docs.aws.amazon.com/athena/latest/ug/understanding-tables-databases-and-the-data-catalog.html',
    checked,
  },
  /** Kinds that read by table, and can infer a schema from the files themselves. */
  mayInferTables: {
    value: ['glue-job', 'emr-serverless', 'emr-ec2', 'emr-eks', 'athena-spark'],
    source: 'https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format.html',
    checked,
  },
  /** Kinds that answer SQL. */
  sql: {
    value: ['athena', 'redshift', 'redshift-serverless', 'redshift-spectrum'],
    source: athena,
    checked,
  },
});
