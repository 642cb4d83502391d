import * as z from 'zod';

export const config = z.strictObject({
  workgroup: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,128}$/, 'use letters, digits, ".", "_" and "-"')
    .optional()
    .meta({ title: 'Workgroup', description: 'Derived from the id when left out.' }),
  enforceWorkgroup: z
    .boolean()
    .default(false)
    .meta({ title: 'Enforce workgroup settings', description: 'Clients cannot override encryption and location.' }),
  resultEncryption: z.enum(['none', 'SSE_S3', 'SSE_KMS']).default('none').meta({ title: 'Result encryption' }),
  resultsExpireDays: z.int().positive().default(7).meta({
    title: 'Keep results',
    unit: 'days',
    description: 'In the results bucket that the export makes when no bucket is drawn.',
  }),
  scanLimitGB: z
    .number()
    .positive()
    .optional()
    .meta({ title: 'Scan limit', unit: 'GB', description: 'A query that scans more is cancelled.' }),
  resultReuse: z.boolean().default(false).meta({ title: 'Reuse results' }),
  capacity: z.enum(['on-demand', 'provisioned']).default('on-demand').meta({ title: 'Capacity' }),
});
