import * as z from 'zod';
import { sourceFields } from '../../kit/fields';
import { facts } from './facts';

export const config = z.strictObject({
  intervalMinutes: z.int().min(facts.intervalMinMinutes.value).max(44_640).optional().meta({
    title: 'Interval',
    unit: 'min',
    description: 'Started on demand when left out.',
    source: facts.intervalMinMinutes.source,
  }),
  verify: z
    .boolean()
    .default(true)
    .meta({ title: 'Verify', description: 'Check the files that were copied against the source.' }),
  vpcConnection: sourceFields.vpcConnection,
});
