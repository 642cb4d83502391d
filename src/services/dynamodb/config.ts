import * as z from 'zod';
import { facts } from './facts';

const units = (title: string) =>
  z.int().min(1).max(facts.tableUnits.value).default(5).meta({
    title,
    unit: 'units',
    group: 'Capacity',
    description: 'With provisioned capacity.',
    source: facts.tableUnits.source,
  });
/** Names of attributes are up to 255 bytes long. */
const attribute = z.string().regex(/^[A-Za-z0-9_.-]{1,255}$/, 'use letters, digits, "_", "." and "-"');

export const config = z.strictObject({
  mode: z
    .enum(['PAY_PER_REQUEST', 'PROVISIONED'])
    .default('PAY_PER_REQUEST')
    .meta({ title: 'Capacity', group: 'Capacity', description: 'On demand pays by request; provisioned by the hour.' }),
  readUnits: units('Read capacity'),
  writeUnits: units('Write capacity'),
  autoScaling: z
    .boolean()
    .default(false)
    .meta({ title: 'Auto scaling', group: 'Capacity', description: 'Of provisioned capacity, up to ten times.' }),
  tableClass: z
    .enum(['STANDARD', 'STANDARD_INFREQUENT_ACCESS'])
    .default('STANDARD')
    .meta({ title: 'Table class', group: 'Capacity' }),
  partitionKey: z
    .strictObject({
      column: attribute.meta({ title: 'Column' }),
      cardinality: z.int().nonnegative().optional().meta({ title: 'Distinct values' }),
      topSharePct: z.number().min(0).max(100).optional().meta({ title: 'Share of the most frequent value', unit: '%' }),
    })
    .optional()
    .meta({ title: 'Partition key', group: 'Keys', description: 'Spreads items over partitions.' }),
  sortKey: attribute.optional().meta({ title: 'Sort key', group: 'Keys', description: 'Orders the items of one key.' }),
  ttl: attribute.optional().meta({
    title: 'Time to live',
    group: 'Cost',
    description: 'Column with the time after which an item is deleted.',
  }),
  pitr: z
    .boolean()
    .default(false)
    .meta({ title: 'Point-in-time recovery', group: 'Reliability', description: 'To any second of the last days.' }),
});
