import * as z from 'zod';

export const config = z.strictObject({
  mode: z
    .enum(['ON_DEMAND', 'PROVISIONED'])
    .default('ON_DEMAND')
    .meta({ title: 'Capacity', description: 'On demand scales by itself; provisioned has a number of shards.' }),
  shards: z
    .int()
    .positive()
    .max(100_000)
    .optional()
    .meta({ title: 'Shards', description: 'With provisioned capacity.' }),
  retentionHours: z
    .int()
    .min(24)
    .max(8760)
    .default(24)
    .meta({ title: 'Retention', unit: 'h', description: 'How far back consumers can re-read.' }),
  maxRecordKiB: z.int().min(1024).max(10240).default(1024).meta({ title: 'Largest record', unit: 'KiB' }),
  partitionKey: z
    .strictObject({
      column: z.string().meta({ title: 'Column' }),
      cardinality: z.int().nonnegative().optional().meta({ title: 'Distinct values' }),
      topSharePct: z.number().min(0).max(100).optional().meta({ title: 'Share of the most frequent value', unit: '%' }),
    })
    .optional()
    .meta({ title: 'Partition key', description: 'Spreads records over shards; order holds per key.' }),
  enhancedFanOut: z
    .array(z.string().meta({ references: 'nodes' }))
    .default([])
    .meta({ title: 'Enhanced fan-out', description: 'Consumers with 2 MB/s per shard of their own.' }),
  schemaRegistry: z.boolean().default(false).meta({ title: 'Schema registry' }),
});
