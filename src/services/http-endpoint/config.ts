import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  url: z
    .string()
    .max(1000)
    .regex(/^https:\/\/[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]*)?$/)
    .optional()
    .meta({ title: 'Address', description: 'https://…; a parameter of the stack when left out.' }),
  protocol: sourceFields.protocol,
});
