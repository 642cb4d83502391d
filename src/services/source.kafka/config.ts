import * as z from 'zod';
import { hostName, sourceFields } from '../../kit/fields';

const broker = `${hostName}:[0-9]{1,5}`;

export const config = z.strictObject({
  protocol: sourceFields.protocol,
  bootstrapServers: z
    .string()
    .max(1024)
    .regex(
      new RegExp(`^${broker}(,${broker}){0,9}$`),
      'write host:port, separated by commas, such as b1.example.com:9094,b2.example.com:9094',
    )
    .optional()
    .meta({
      title: 'Brokers',
      description: 'up to ten as host:port, separated by commas; a parameter of the stack when left out.',
    }),
  topics: z
    .array(
      z.string().regex(/^[A-Za-z0-9._-]{1,249}$/, 'write a topic of letters, digits, dots, dashes and underscores'),
    )
    .default([])
    .meta({ title: 'Topics', description: 'Those of the data sets when left out.' }),
  version: z.string().optional().meta({ title: 'Kafka version' }),
  vpcConnection: sourceFields.vpcConnection,
});
