import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  protocol: sourceFields.protocol,
  fleetSize: z.int().positive().optional().meta({ title: 'Devices', description: 'How many there are.' }),
  topic: z
    .string()
    .max(256)
    .regex(/^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/)
    .optional()
    .meta({ title: 'Topic', description: 'Where it publishes; the id of the node when left out.' }),
  vpcConnection: sourceFields.vpcConnection,
});
