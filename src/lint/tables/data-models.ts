import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';
const guide =
  'https://docs.aws.amazon.com/decision-guides/latest/databases-on-aws-how-to-choose/databases-on-aws-how-to-choose.html';

/** Which store serves which workload. */
export const dataModels = defineFacts({
  /** Kinds made for a model, best first in words; those that will do; and those that will do with one engine. */
  byWorkload: {
    value: {
      'key-value': { words: 'Amazon DynamoDB', kinds: ['dynamodb', 'elasticache', 'keyspaces'], withPostgres: [] },
      document: {
        words: 'Amazon DocumentDB or DynamoDB',
        kinds: ['documentdb', 'dynamodb'],
        withPostgres: ['aurora', 'rds'],
      },
      graph: { words: 'Amazon Neptune', kinds: ['neptune'], withPostgres: [] },
      'wide-column': { words: 'Amazon Keyspaces', kinds: ['keyspaces', 'dynamodb'], withPostgres: [] },
      'time-series': {
        words: 'Amazon Timestream for InfluxDB',
        kinds: ['timestream-influxdb', 'timestream-liveanalytics', 's3', 'iceberg-table', 'athena'],
        withPostgres: [],
      },
      cache: { words: 'Amazon ElastiCache', kinds: ['elasticache', 'dynamodb'], withPostgres: [] },
      search: {
        words: 'Amazon OpenSearch Service',
        kinds: ['opensearch', 'opensearch-serverless', 's3', 'iceberg-table', 'athena'],
        withPostgres: [],
      },
      'log-analytics': {
        words: 'Amazon OpenSearch Service',
        kinds: ['opensearch', 'opensearch-serverless', 's3', 'iceberg-table', 'athena', 'cloudwatch'],
        withPostgres: [],
      },
      relational: {
        words: 'Amazon Aurora or RDS',
        kinds: ['aurora', 'rds', 'source.database', 'dynamodb'],
        withPostgres: [],
      },
      ledger: { words: 'Aurora PostgreSQL with audit', kinds: ['qldb'], withPostgres: ['aurora', 'rds'] },
    },
    source: guide,
    checked,
  },
  /** Databases that are each made for a model of data. */
  databases: {
    value: [
      'aurora',
      'rds',
      'dynamodb',
      'documentdb',
      'keyspaces',
      'neptune',
      'elasticache',
      'timestream-influxdb',
      'timestream-liveanalytics',
      'opensearch',
      'opensearch-serverless',
    ],
    source: guide,
    checked,
  },
  /** Stores that serve many small reads and writes. */
  transactional: {
    value: ['aurora', 'rds', 'dynamodb', 'documentdb', 'keyspaces', 'neptune', 'source.database'],
    source: guide,
    checked,
  },
  /** More single-record transactions in a second than an analytic store is asked for. */
  transactionsMax: {
    value: 10,
    unit: 'transaction/s',
    source: 'https://docs.aws.amazon.com/redshift/latest/dg/c_best-practices-multi-row-inserts.html',
    checked,
  },
  /** Above either, questions belong in an analytic store. */
  analyticsMax: {
    value: { totalGB: 100, queriesPerDay: 100 },
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
    checked,
  },
  /** From this size on, history that is rarely read leaves a relational database; hot is less than this share of it. */
  history: {
    value: { totalGB: 1000, hotShare: 0.25 },
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/export-cluster-data.html',
    checked,
  },
  /** Engines and people that scan a store to answer a question. */
  scanners: {
    value: ['athena', 'athena-spark', 'quicksight', 'sagemaker', 'persona'],
    source: guide,
    checked,
  },
});
