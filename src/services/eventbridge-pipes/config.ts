import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  onFailure: z.string().optional().meta({
    title: 'Dead-letter queue',
    references: 'node:sqs',
    description:
      'Takes records of a stream that failed too often: a queue of the design, or "queue" for one of its own.',
  }),
  maxReceive: z.int().min(0).max(facts.retriesMax.value).optional().meta({
    title: 'Retries of a batch',
    description: 'Of a stream; until its records expire when left out.',
    source: facts.retriesMax.source,
  }),
  batchSize: z
    .int()
    .min(1)
    .max(facts.batchMax.value)
    .optional()
    .meta({
      title: 'Batch size',
      unit: 'records',
      description: `${facts.batchDefault.value.records} when left out, of a queue ${facts.batchDefault.value.messages}.`,
      source: facts.batchMax.source,
    }),
  windowSeconds: z
    .int()
    .min(0)
    .max(facts.windowMaxSeconds.value)
    .default(0)
    .meta({ title: 'Wait for a batch', unit: 's', source: facts.windowMaxSeconds.source }),
  startingPosition: z
    .enum(['TRIM_HORIZON', 'LATEST'])
    .default('TRIM_HORIZON')
    .meta({ title: 'Starts at', description: 'The oldest record of a stream, or what comes from now on.' }),
  parallelBatches: z
    .int()
    .min(1)
    .max(facts.parallelMax.value)
    .default(1)
    .meta({ title: 'Batches of a shard at once', advanced: true, source: facts.parallelMax.source }),
  bisectOnError: z.boolean().default(false).meta({ title: 'Split a failing batch', advanced: true }),
  enrichment: z.string().optional().meta({
    title: 'Enrichment',
    references: 'node:lambda',
    description:
      'The function that changes records on the way. When left out: the function that is drawn beside another target.',
  }),
});
