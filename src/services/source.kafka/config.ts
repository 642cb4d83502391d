import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  protocol: sourceFields.protocol,
  bootstrapServers: z
    .string()
    .max(1024)
    .optional()
    .meta({ title: 'Brokers', description: 'host:port, separated by commas; a parameter of the stack when left out.' }),
  topics: z
    .array(z.string().max(249))
    .default([])
    .meta({ title: 'Topics', description: 'Those of the data sets when left out.' }),
  version: z.string().optional().meta({ title: 'Kafka version' }),
  vpcConnection: sourceFields.vpcConnection,
});
