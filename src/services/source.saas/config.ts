import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  protocol: sourceFields.protocol,
  product: z.string().optional().meta({ title: 'Product', description: 'Salesforce, ServiceNow, Zendesk …' }),
  object: z
    .string()
    .max(512)
    .optional()
    .meta({ title: 'Object', description: 'What is read there: Account, ticket …' }),
  vpcConnection: sourceFields.vpcConnection,
});
