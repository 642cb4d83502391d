import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  qualityRules: z.array(z.string().min(1).max(1000)).max(60).default([]).meta({
    title: 'Rules',
    description:
      'Rules in DQDL, one each: `IsComplete "id"`, `ColumnValues "total" >= 0`. Tables must have rows when there is none.',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/dqdl.html',
  }),
  masksPii: z.boolean().default(false).meta({ title: 'Masks personal data', advanced: true }),
  workers: z
    .int()
    .min(facts.workers.value.least)
    .max(facts.workers.value.most)
    .default(facts.workers.value.usual)
    .meta({
      title: 'Workers',
      group: 'Capacity',
      source: facts.workers.source,
    }),
});
