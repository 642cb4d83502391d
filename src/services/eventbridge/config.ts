import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  sources: z
    .array(z.string().min(1).max(256))
    .default([])
    .meta({ title: 'Sources', group: 'Filter', description: 'Events of these only; of all when left out.' }),
  detailTypes: z
    .array(z.string().min(1).max(128))
    .default([])
    .meta({ title: 'Detail types', group: 'Filter', description: 'Events of these types only; all when left out.' }),
  intervalMinutes: z.int().min(1).max(facts.intervalMaxMinutes.value).optional().meta({
    title: 'Interval',
    unit: 'min',
    group: 'Schedule',
    description: 'Calls its targets by the clock, not by events. An edge may have its own.',
    source: facts.intervalMaxMinutes.source,
  }),
  onFailure: z.string().optional().meta({
    title: 'Dead-letter queue',
    references: 'node:sqs',
    description: 'Takes what a target did not: a queue of the design, or "queue" for one of each edge’s own.',
  }),
  maxReceive: z
    .int()
    .min(0)
    .max(facts.retries.value.most)
    .default(facts.retries.value.usual)
    .meta({ title: 'Retries of a delivery', source: facts.retries.source }),
  maxAgeMinutes: z
    .int()
    .min(1)
    .max(facts.eventAgeMaxMinutes.value)
    .default(facts.eventAgeMaxMinutes.value)
    .meta({ title: 'Retry for', unit: 'min', source: facts.eventAgeMaxMinutes.source }),
  archiveDays: z.int().min(1).max(facts.archiveMaxDays.value).optional().meta({
    title: 'Archive',
    unit: 'days',
    description: 'Events that can be replayed; none when left out.',
    source: facts.archiveMaxDays.source,
  }),
  partnerSource: z
    .string()
    .regex(/^aws\.partner(?:\/[._A-Za-z0-9-]{1,64}){2,3}$/)
    .optional()
    .meta({
      title: 'Partner event source',
      description: 'Of a SaaS product, such as aws.partner/example.com/orders.',
      advanced: true,
    }),
});
