import * as z from 'zod';
import { facts } from './facts';

const { source } = facts.retry;

export const config = z.strictObject({
  type: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD').meta({
    title: 'Type',
    description: 'Express runs for five minutes at most and waits for no job.',
    advanced: true,
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
  }),
  logLevel: z
    .enum(['OFF', 'FATAL', 'ERROR', 'ALL'])
    .default('OFF')
    .meta({ title: 'Log level', group: 'Observability' }),
  logInput: z.boolean().default(false).meta({
    title: 'Log inputs and outputs',
    group: 'Observability',
    description: 'They may hold personal data.',
  }),
  tracing: z.boolean().default(false).meta({ title: 'X-Ray tracing', group: 'Observability' }),
  retryCatch: z.boolean().default(false).meta({
    title: 'Retry and catch',
    group: 'Failures',
    description: 'Every step is retried; what still fails is told to the topics, queues and buses it is joined to.',
  }),
  retrySeconds: z.int().min(1).max(facts.retry.value.intervalMaxSeconds).default(30).meta({
    title: 'First wait before a retry',
    unit: 's',
    group: 'Failures',
    source,
  }),
  retryBackoff: z.number().min(facts.retry.value.backoffMin).max(10).default(2).meta({
    title: 'Backoff',
    group: 'Failures',
    description: 'Each wait is so many times the one before.',
    source,
  }),
  parallel: z.boolean().default(true).meta({
    title: 'Independent jobs side by side',
    description: 'Jobs that do not read what another one of them writes run at the same time.',
  }),
});
