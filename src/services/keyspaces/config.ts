import * as z from 'zod';
import { facts } from './facts';

/** What CQL takes without quotes, which makes no difference between capital and small letters, and CloudFormation. */
const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,47}$/, 'use two to 48 small letters, digits and "_", and begin with a letter');
const units = z.int().min(1).max(facts.capacityMax.value);

export const config = z.strictObject({
  mode: z.enum(['PAY_PER_REQUEST', 'PROVISIONED']).default('PAY_PER_REQUEST').meta({
    title: 'Capacity mode',
    group: 'Capacity',
    description: 'On demand, or reads and writes per second that are reserved.',
  }),
  readUnits: units.default(5).meta({
    title: 'Read units',
    unit: '1/s',
    group: 'Capacity',
    description: 'Of a provisioned table.',
    source: facts.capacityMax.source,
  }),
  writeUnits: units.default(5).meta({
    title: 'Write units',
    unit: '1/s',
    group: 'Capacity',
    description: 'Of a provisioned table.',
    source: facts.capacityMax.source,
  }),
  keyspace: name.optional().meta({
    title: 'Keyspace',
    group: 'Table',
    description: 'That of the stack, named by the node, when left out.',
    source: facts.nameMax.source,
  }),
  table: name.optional().meta({
    title: 'Table',
    group: 'Table',
    description: 'Named by the data set that the node keeps when left out.',
    source: facts.nameMax.source,
  }),
  partitionKey: z
    .array(name)
    .max(10)
    .default([])
    .meta({ title: 'Partition key', group: 'Table', description: 'Columns; "id" when left out.' }),
  clusteringKey: z
    .array(
      z.strictObject({
        column: name.meta({ title: 'Column' }),
        order: z.enum(['ASC', 'DESC']).default('ASC').meta({ title: 'Order' }),
      }),
    )
    .max(10)
    .default([])
    .meta({ title: 'Clustering columns', group: 'Table', description: 'Order of the rows of a partition.' }),
  ttlSeconds: z.int().min(0).max(facts.ttlMaxSeconds.value).default(0).meta({
    title: 'Time to live',
    unit: 's',
    group: 'Table',
    description: 'Age at which rows are deleted; never with 0.',
    source: facts.ttlMaxSeconds.source,
  }),
  pitr: z.boolean().default(false).meta({
    title: 'Point-in-time recovery',
    group: 'Backup',
    description: 'The table as it was in any second of the last 35 days.',
    source: 'https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html',
  }),
  changes: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']).optional().meta({
    title: 'Stream of changes',
    group: 'Changes',
    description: 'What it shows of each change, for a day.',
    source: 'https://docs.aws.amazon.com/keyspaces/latest/devguide/cdc.html',
  }),
});
