import * as z from 'zod';

export const config = z.strictObject({
  intervalMinutes: z
    .int()
    .min(5)
    .optional()
    .meta({ title: 'Interval', unit: 'min', description: 'On demand when left out.' }),
  eventDriven: z
    .boolean()
    .default(false)
    .meta({ title: 'Event driven', description: 'Crawls only what S3 events name.' }),
  securityConfiguration: z.string().optional().meta({
    title: 'Security configuration',
    description: 'Name of the Glue security configuration that encrypts its logs; the export makes it.',
  }),
});
