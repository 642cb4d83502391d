import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  protocol: sourceFields.protocol,
  fps: z.int().min(1).max(240).optional().meta({ title: 'Frames', unit: 'per s' }),
  bitrateKbps: z.int().positive().optional().meta({ title: 'Bit rate', unit: 'kbit/s' }),
  vpcConnection: sourceFields.vpcConnection,
});
