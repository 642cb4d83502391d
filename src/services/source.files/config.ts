import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  protocol: sourceFields.protocol,
  host: z
    .string()
    .max(255)
    .optional()
    .meta({ title: 'Host', description: 'Name or address; a parameter of the stack when left out.' }),
  path: z.string().max(4096).optional().meta({ title: 'Path', description: 'Of the share; "/" when left out.' }),
  vpcConnection: sourceFields.vpcConnection,
});
