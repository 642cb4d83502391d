import * as z from 'zod';

export const config = z.strictObject({
  keyRotation: z.boolean().default(false).meta({ title: 'Yearly rotation' }),
});
