import * as z from 'zod';

export const config = z.strictObject({
  version: z.string().optional().meta({ title: 'Version', advanced: true }),
});
