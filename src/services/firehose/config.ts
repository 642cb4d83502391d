import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  bufferSeconds: z.int().min(0).max(900).default(300).meta({
    title: 'Buffer time',
    unit: 's',
    group: 'Delivery',
    description: 'Longest wait before a batch is delivered.',
  }),
  bufferMB: z.int().min(1).max(128).default(5).meta({
    title: 'Buffer size',
    unit: 'MB',
    group: 'Delivery',
    description: 'A batch is delivered when it reaches this size; at least 64 with format conversion.',
  }),
  formatConversion: z.enum(['none', 'parquet', 'orc']).default('none').meta({
    title: 'Convert to',
    group: 'Format',
    description: 'Turns JSON into a columnar format, with the schema of a catalog table.',
  }),
  compression: z
    .enum(['none', 'gzip', 'zip', 'snappy', 'hadoop-snappy'])
    .optional()
    .meta({ title: 'Compression', group: 'Format' }),
  dynamicPartitioning: z
    .boolean()
    .default(false)
    .meta({ title: 'Dynamic partitioning', group: 'Format', description: 'Prefixes by values of the records.' }),
  transform: z.string().optional().meta({
    title: 'Transform function',
    group: 'Format',
    references: 'node:lambda',
    description: 'A Lambda function that changes or drops records in flight.',
  }),
  errorPrefix: z
    .string()
    .optional()
    .meta({ title: 'Error prefix', group: 'Failure', description: 'Where records that cannot be delivered go.' }),
  backupMode: z.enum(['none', 'failed', 'all']).optional().meta({
    title: 'Backup',
    group: 'Failure',
    description: 'Which records are also kept in a backup bucket; for destinations other than S3.',
  }),
  sourceBackup: z.boolean().default(false).meta({
    title: 'Keep originals',
    group: 'Failure',
    description: 'Keep every record as it came, under the prefix "source/".',
  }),
  prefix: z.string().optional().meta({
    title: 'Prefix',
    group: 'Delivery',
    description: 'Where objects are written; may hold !{timestamp:…} expressions.',
  }),
  partitionKeys: z
    .array(z.string().regex(/^[a-z_][a-z0-9_]{0,63}$/))
    .max(facts.partitionKeysMax.value)
    .default([])
    .meta({
      title: 'Partition keys',
      group: 'Format',
      description: 'Columns of the records that dynamic partitions are named by; those of the data set when left out.',
      source: facts.partitionKeysMax.source,
    }),
  retrySeconds: z.int().min(0).max(facts.retryMaxSeconds.value).default(300).meta({
    title: 'Retry for',
    unit: 's',
    group: 'Failure',
    description: 'How long a delivery is tried again before its records go to the backup bucket.',
    source: facts.retryMaxSeconds.source,
  }),
  table: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,126}(\.[A-Za-z_][A-Za-z0-9_]{0,126})?$/)
    .optional()
    .meta({
      title: 'Warehouse table',
      group: 'Redshift',
      description: 'Table, or schema and table; named by the data set when left out. Make it before records arrive.',
    }),
  copyOptions: z.string().max(500).optional().meta({
    title: 'COPY options',
    group: 'Redshift',
    description: "JSON 'auto' and GZIP when left out.",
  }),
  indexName: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,79}$/)
    .optional()
    .meta({ title: 'Index', group: 'OpenSearch', description: 'Named by the data set when left out.' }),
  indexRotation: z.enum(['NoRotation', 'OneHour', 'OneDay', 'OneWeek', 'OneMonth']).default('OneDay').meta({
    title: 'Index rotation',
    group: 'OpenSearch',
    description: 'A new index, with the time in its name, after each period; of domains only.',
  }),
  uniqueKeys: z
    .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/))
    .max(10)
    .default([])
    .meta({
      title: 'Row keys',
      group: 'Iceberg',
      description: 'Columns that tell rows apart, for updates and deletes; without any, rows are only added.',
    }),
  contentEncoding: z.enum(['NONE', 'GZIP']).default('GZIP').meta({ title: 'Content encoding', group: 'HTTP endpoint' }),
  attributes: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/), z.string().max(256))
    .default({})
    .meta({
      title: 'Attributes',
      group: 'HTTP endpoint',
      description: 'Sent with every request. No keys: those belong into a secret.',
    }),
});
