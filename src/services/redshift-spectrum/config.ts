import * as z from 'zod';

export const config = z.strictObject({
  schema: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,126}$/, 'begin with a small letter or "_"; use small letters, digits and "_"')
    .optional()
    .meta({
      title: 'External schema',
      description: 'Name of the schema in the warehouse; the id of the node when left out.',
      source: 'https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_SCHEMA.html',
    }),
  database: z
    .string()
    .regex(/^[a-z0-9_]{1,255}$/, 'use small letters, digits and "_"')
    .optional()
    .meta({
      title: 'Database of the catalog',
      description: 'The database that the drawn catalog holds, when left out.',
    }),
});
