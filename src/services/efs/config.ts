import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  throughputMode: z
    .enum(['elastic', 'bursting'])
    .default('bursting')
    .meta({ title: 'Throughput', description: 'Elastic is paid by use; bursting grows with what is stored.' }),
  infrequentDays: z.literal(facts.archiveDays.value).optional().meta({
    title: 'To infrequent access after',
    unit: 'days',
    group: 'Cost',
    source: facts.archiveDays.source,
  }),
});
