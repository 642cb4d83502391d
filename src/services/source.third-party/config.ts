import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  protocol: sourceFields.protocol,
  product: z.string().optional().meta({ title: 'Data product' }),
  dataSetId: z
    .string()
    .regex(/^[a-z0-9]{1,64}$/)
    .optional()
    .meta({ title: 'Data set id', description: 'Of the entitled data set; a parameter of the stack when left out.' }),
  vpcConnection: sourceFields.vpcConnection,
});
