import * as z from 'zod';

export const config = z.strictObject({
  database: z
    .string()
    .regex(/^[a-z0-9_]{1,255}$/, 'use lower-case letters, digits and "_"')
    .optional()
    .meta({ title: 'Database', description: 'Derived from the id when left out.' }),
  partitionProjection: z.boolean().default(false).meta({
    title: 'Partition projection',
    description: 'Partitions are computed from the prefix pattern instead of listed.',
  }),
  lineage: z.boolean().default(false).meta({ title: 'Lineage' }),
});
