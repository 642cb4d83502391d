import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';
const serverless = 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/emr-serverless.html';

/** Which batch engine suits which job and which team. */
export const batchEngines = defineFacts({
  /** What each engine runs. */
  frameworks: {
    value: {
      'glue-job': ['spark', 'python-shell'],
      'emr-serverless': ['spark', 'hive'],
      'emr-ec2': ['spark', 'hive', 'hbase', 'presto', 'pig', 'flink'],
    },
    source: 'https://docs.aws.amazon.com/glue/latest/dg/add-job.html',
    checked,
  },
  /** A cluster that works fewer hours a day waits more than it works. */
  clusterHoursMin: { value: 12, unit: 'hour/day', source: serverless, checked },
  /** Skills of which EMR expects one. */
  skills: { value: ['spark', 'hadoop'], source: serverless, checked },
});
