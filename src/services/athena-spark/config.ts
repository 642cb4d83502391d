import * as z from 'zod';

export const config = z.strictObject({
  workgroup: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,128}$/, 'use letters, digits, ".", "_" and "-"')
    .optional()
    .meta({ title: 'Workgroup', description: 'Derived from the id when left out.' }),
  resultsExpireDays: z
    .int()
    .min(1)
    .max(3650)
    .default(30)
    .meta({ title: 'Keep results', unit: 'days', description: 'Of calculations, in a bucket of the workgroup.' }),
});
