import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  retentionHours: z.int().min(0).max(facts.retentionMaxHours.value).default(0).meta({
    title: 'Retention',
    unit: 'h',
    description: 'How long video can be played back; 0 keeps none.',
    source: facts.retentionMaxHours.source,
  }),
  mediaType: z
    .string()
    .regex(/^[a-z0-9.+-]{1,60}[/][a-z0-9.+-]{1,60}$/, 'write a media type, such as video/h264')
    .default('video/h264')
    .meta({ title: 'Media type' }),
});
