import * as z from 'zod';
import { facts } from './facts';

const name = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9_]{0,253}[a-z0-9])?$/, 'use lower-case letters and digits, with "_" between them');
const upkeep = 'Upkeep';

export const config = z.strictObject({
  storage: z.enum(['s3', 's3-tables']).default('s3').meta({
    title: 'Storage',
    group: 'Table',
    description:
      'A bucket of its own with a table of the Glue Data Catalog, or a table bucket of S3 Tables, which S3 keeps in shape.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables.html',
  }),
  tableBucket: z
    .string()
    .regex(new RegExp(facts.bucketName.value.pattern), 'use 3 to 63 lower-case letters, digits and "-"')
    .optional()
    .meta({
      title: 'Table bucket',
      group: 'Table',
      description: 'Name of the table bucket of S3 Tables; derived from the id when left out.',
      source: facts.bucketName.source,
    }),
  database: name.optional().meta({
    title: 'Database',
    group: 'Table',
    description: 'Of the Glue Data Catalog; derived from the id when left out.',
    source: facts.nameMaxLength.source,
  }),
  table: name.optional().meta({
    title: 'Table',
    group: 'Table',
    description: 'Derived from the data set when left out.',
    source: facts.nameMaxLength.source,
  }),
  compaction: z
    .boolean()
    .default(false)
    .meta({ title: 'Compaction', group: upkeep, description: 'Glue merges small files in the background.' }),
  compactionMinFiles: z
    .int()
    .min(facts.compactionMinFiles.value.min)
    .max(facts.compactionMinFiles.value.max)
    .default(facts.compactionMinFiles.value.usual)
    .meta({
      title: 'Merge from',
      unit: 'files',
      group: upkeep,
      description: 'Small files in a partition before they are merged.',
      source: facts.compactionMinFiles.source,
      advanced: true,
    }),
  expireSnapshots: z
    .boolean()
    .default(false)
    .meta({ title: 'Expire snapshots', group: upkeep, description: 'Ends time travel to old states, and their cost.' }),
  snapshotDays: z.int().min(1).max(3650).default(facts.snapshotDays.value).meta({
    title: 'Snapshots kept',
    unit: 'days',
    group: upkeep,
    source: facts.snapshotDays.source,
  }),
  snapshotsKept: z.int().min(1).max(10_000).default(facts.snapshotsKept.value).meta({
    title: 'Snapshots kept at least',
    group: upkeep,
    source: facts.snapshotsKept.source,
    advanced: true,
  }),
  removeOrphans: z.boolean().default(false).meta({
    title: 'Delete orphan files',
    group: upkeep,
    description: 'Files that no snapshot refers to, such as those of failed writes.',
  }),
  orphanDays: z.int().min(1).max(3650).default(facts.orphanDays.value).meta({
    title: 'Orphans kept',
    unit: 'days',
    group: upkeep,
    source: facts.orphanDays.source,
    advanced: true,
  }),
});
