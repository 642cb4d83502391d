import * as z from 'zod';

export const config = z.strictObject({
  logRetentionDays: z
    .int()
    .positive()
    .optional()
    .meta({ title: 'Keep logs', unit: 'days', description: 'For ever when left out.' }),
});
