import * as z from 'zod';
import { facts } from './facts';

const { least, most } = facts.sizeGiB.value;

export const config = z.strictObject({
  volumeType: z.enum(['gp3', 'gp2']).default('gp3').meta({ title: 'Volume type' }),
  sizeGiB: z.int().min(least).max(most).default(100).meta({ title: 'Size', unit: 'GiB', source: facts.sizeGiB.source }),
});
