import * as z from 'zod';

const days = z.int().positive();
export const storageClasses = [
  'STANDARD',
  'INTELLIGENT_TIERING',
  'STANDARD_IA',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
  'EXPRESS_ONEZONE',
] as const;
export type StorageClass = (typeof storageClasses)[number];

const lifecycleRule = z.strictObject({
  prefix: z.string().optional().meta({ title: 'Prefix', description: 'The whole bucket when left out.' }),
  transitions: z
    .array(
      z.strictObject({
        days: z.int().nonnegative().meta({ title: 'After', unit: 'days' }),
        storageClass: z.enum(storageClasses).meta({ title: 'To class' }),
      }),
    )
    .optional()
    .meta({ title: 'Transitions' }),
  expireDays: days.optional().meta({ title: 'Expire after', unit: 'days' }),
  noncurrentDays: days.optional().meta({ title: 'Expire old versions after', unit: 'days' }),
});
export type LifecycleRule = z.infer<typeof lifecycleRule>;

export const config = z.strictObject({
  storageClass: z
    .enum(storageClasses)
    .default('STANDARD')
    .meta({ title: 'Storage class', group: 'Cost', description: 'Class that objects are written to.' }),
  lifecycle: z.array(lifecycleRule).default([]).meta({ title: 'Lifecycle rules', group: 'Cost' }),
  expireDays: days.optional().meta({
    title: 'Expire after',
    unit: 'days',
    group: 'Cost',
    description: 'Short for a lifecycle rule over the whole bucket.',
  }),
  noncurrentDays: days.optional().meta({
    title: 'Expire old versions after',
    unit: 'days',
    group: 'Cost',
    description: 'Short for a lifecycle rule over the whole bucket.',
  }),
  versioning: z
    .enum(['enabled', 'disabled', 'suspended'])
    .default('disabled')
    .meta({ title: 'Versioning', group: 'Protection' }),
  blockPublicAccess: z
    .strictObject({
      blockPublicAcls: z.boolean().default(true).meta({ title: 'Block public ACLs' }),
      ignorePublicAcls: z.boolean().default(true).meta({ title: 'Ignore public ACLs' }),
      blockPublicPolicy: z.boolean().default(true).meta({ title: 'Block public policies' }),
      restrictPublicBuckets: z.boolean().default(true).meta({ title: 'Restrict public buckets' }),
    })
    .default({ blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: true, restrictPublicBuckets: true })
    .meta({ title: 'Block Public Access', group: 'Protection' }),
  objectOwnership: z
    .enum(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'])
    .default('BucketOwnerEnforced')
    .meta({ title: 'Object ownership', group: 'Protection', advanced: true }),
  tlsOnly: z
    .boolean()
    .default(false)
    .meta({ title: 'TLS only', group: 'Protection', description: 'Deny requests over plain HTTP.' }),
  staticWebsite: z.boolean().default(false).meta({
    title: 'Static website',
    group: 'Use',
    description: 'Holds the files of a site; keep public access blocked and serve it through CloudFront.',
  }),
  replication: z
    .array(
      z.strictObject({
        to: z.string().meta({ title: 'To bucket', references: 'node:s3' }),
        prefix: z.string().optional().meta({ title: 'Prefix' }),
      }),
    )
    .default([])
    .meta({ title: 'Replication', group: 'Protection' }),
  tableType: z.enum(['none', 'iceberg', 'governed']).default('none').meta({ title: 'Table type', group: 'Use' }),
  compaction: z
    .boolean()
    .default(false)
    .meta({ title: 'Compaction', group: 'Use', description: 'Table maintenance merges small files.' }),
  select: z.boolean().default(false).meta({ title: 'S3 Select', group: 'Use', advanced: true }),
});
