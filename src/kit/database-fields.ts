import * as z from 'zod';

/** Configuration fields that the databases share word for word. */
export const databaseFields = {
  version: z
    .string()
    .regex(/^[0-9]{1,2}([.][0-9a-z_]{1,20}){0,4}$/, 'use the number of the version, such as 16.4')
    .optional()
    .meta({ title: 'Engine version', description: 'The newest that the export knows when left out.' }),
  port: z
    .int()
    .min(1150)
    .max(65_535)
    .optional()
    .meta({ title: 'Port', description: 'That of the engine when left out.', group: 'Network' }),
  database: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/, 'begin with a letter; use letters, digits and "_"')
    .optional()
    .meta({ title: 'Database', description: 'The first one; "pipeline" when left out.' }),
  pitr: z.boolean().default(false).meta({
    title: 'Point-in-time recovery',
    group: 'Reliability',
    description: 'Comes with backups of a day and more.',
  }),
  proxy: z
    .boolean()
    .default(false)
    .meta({ title: 'RDS Proxy', group: 'Network', description: 'Shares connections between many clients.' }),
} as const;
