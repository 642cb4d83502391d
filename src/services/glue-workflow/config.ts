import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  triggers: z.enum(['on-demand', 'schedule', 'event']).optional().meta({
    title: 'Started by',
    group: 'Start',
    description:
      'When left out: by events where EventBridge is drawn before it, by the clock where it has an interval, else by hand.',
  }),
  intervalMinutes: z.int().min(5).max(44_640).optional().meta({
    title: 'Interval',
    unit: 'min',
    group: 'Start',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html',
  }),
  startAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write HH:MM in UTC')
    .optional()
    .meta({ title: 'First start', unit: 'HH:MM UTC', group: 'Start' }),
  eventBatch: z.int().min(1).max(facts.batch.value.sizeMax).default(1).meta({
    title: 'Events for a run',
    group: 'Start',
    source: facts.batch.source,
  }),
  eventWindowSeconds: z
    .int()
    .min(1)
    .max(facts.batch.value.windowMaxSeconds)
    .default(facts.batch.value.windowMaxSeconds)
    .meta({
      title: 'Longest wait for events',
      unit: 's',
      group: 'Start',
      source: facts.batch.source,
    }),
  maxConcurrentRuns: z.int().min(1).max(facts.runsMax.value).optional().meta({
    title: 'Runs at a time',
    group: 'Runs',
    description: 'As many as the account may have when left out.',
    source: facts.runsMax.source,
  }),
  runProperties: z
    .record(z.string().regex(/^[A-Za-z0-9_.-]{1,255}$/), z.string().max(1024))
    .default({})
    .meta({ title: 'Properties of a run', group: 'Runs', description: 'Jobs read and change them. No passwords.' }),
  retryCatch: z.boolean().default(false).meta({
    title: 'Retry and catch',
    group: 'Failures',
    description: 'Jobs of a workflow are retried by their own number of retries.',
  }),
  parallel: z.boolean().default(true).meta({
    title: 'Independent jobs side by side',
    group: 'Runs',
    description: 'Jobs that do not read what another one of them writes run at the same time.',
  }),
});
