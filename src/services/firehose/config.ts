import * as z from 'zod';

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
});
