import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  protocol: sourceFields.protocol,
  host: sourceFields.host,
  path: z
    .string()
    .regex(/^[A-Za-z0-9_+./()$ -]{0,512}$/, 'use letters, digits, "_", "-", "+", ".", "/", "(", ")", "$" and spaces')
    .optional()
    .meta({ title: 'Path', description: 'Of the share; "/" when left out.' }),
  vpcConnection: sourceFields.vpcConnection,
});
