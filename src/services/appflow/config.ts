import * as z from 'zod';
import { sourceFields } from '../../kit/fields';
import { facts } from './facts';

export const config = z.strictObject({
  intervalMinutes: z.int().min(facts.intervalMinMinutes.value).max(525_600).optional().meta({
    title: 'Interval',
    unit: 'min',
    description: 'Of a scheduled flow; started on demand when left out.',
    source: facts.intervalMinMinutes.source,
  }),
  masksPii: z
    .boolean()
    .default(false)
    .meta({ title: 'Mask personal data', description: 'Columns with personal data are masked on the way.' }),
  qualityRules: z
    .array(z.string().max(2048))
    .default([])
    .meta({ title: 'Validations', description: 'Columns that must have a value: records without are dropped.' }),
  verify: z
    .boolean()
    .default(true)
    .meta({ title: 'Verify', description: 'Files are checked after they were written.', advanced: true }),
  incrementalColumn: z
    .string()
    .max(256)
    .optional()
    .meta({ title: 'Column of the last change', description: 'Date and time by which only new records are read.' }),
  vpcConnection: sourceFields.vpcConnection,
});
