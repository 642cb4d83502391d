import * as z from 'zod';
import { facts } from './facts';

const { dataKeyReuseSeconds, receivesBeforeDeadLetter } = facts;

export const config = z.strictObject({
  type: z.enum(['standard', 'fifo']).default('standard').meta({
    title: 'Type',
    description: 'A FIFO queue keeps the order of each message group, and takes each message once.',
  }),
  onFailure: z.string().optional().meta({
    title: 'Dead-letter queue',
    references: 'node:sqs',
    description: 'A queue of the design; or "queue" for one of its own.',
  }),
  maxReceive: z
    .int()
    .min(1)
    .max(receivesBeforeDeadLetter.value.most)
    .optional()
    .meta({
      title: 'Receives before dead letter',
      description: `${receivesBeforeDeadLetter.value.usual} when left out.`,
      source: receivesBeforeDeadLetter.source,
    }),
  visibilitySeconds: z.int().min(0).max(facts.visibilityMaxSeconds.value).default(30).meta({
    title: 'Hidden while worked on',
    unit: 's',
    description: 'A message that is not deleted by then is handed out again.',
    source: facts.visibilityMaxSeconds.source,
  }),
  retentionMinutes: z
    .int()
    .min(1)
    .max(facts.retentionMaxMinutes.value)
    .default(facts.retentionDefaultMinutes.value)
    .meta({ title: 'Retention', unit: 'min', source: facts.retentionMaxMinutes.source }),
  delaySeconds: z
    .int()
    .min(0)
    .max(facts.delayMaxSeconds.value)
    .default(0)
    .meta({ title: 'Delivery delay', unit: 's', source: facts.delayMaxSeconds.source }),
  maxMessageKiB: z
    .int()
    .min(1)
    .max(facts.messageMaxKiB.value)
    .default(facts.messageMaxKiB.value)
    .meta({ title: 'Largest message', unit: 'KiB', source: facts.messageMaxKiB.source }),
  waitSeconds: z.int().min(0).max(facts.waitMaxSeconds.value).default(0).meta({
    title: 'Long polling',
    unit: 's',
    description: 'How long a receiver waits for messages; 0 asks a part of the servers only.',
    source: facts.waitMaxSeconds.source,
  }),
  contentBasedDeduplication: z
    .boolean()
    .default(false)
    .meta({ title: 'Deduplicate by content', group: 'FIFO', description: 'Instead of an id that senders give.' }),
  highThroughput: z
    .boolean()
    .default(false)
    .meta({ title: 'High throughput', group: 'FIFO', description: 'Limits and deduplication by message group.' }),
  dataKeyReuseSeconds: z
    .int()
    .min(dataKeyReuseSeconds.value.least)
    .max(dataKeyReuseSeconds.value.most)
    .default(dataKeyReuseSeconds.value.usual)
    .meta({ title: 'Reuse of a data key', unit: 's', advanced: true, source: dataKeyReuseSeconds.source }),
});
