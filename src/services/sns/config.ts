import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  type: z.enum(['standard', 'fifo']).default('standard').meta({
    title: 'Type',
    description: 'A FIFO topic keeps the order of each message group; only queues subscribe to it.',
  }),
  onFailure: z.string().optional().meta({
    title: 'Dead-letter queue',
    references: 'node:sqs',
    description:
      'Takes what a subscriber did not: a queue of the design, or "queue" for one of the subscription’s own.',
  }),
  displayName: z
    .string()
    .max(facts.displayNameMax.value)
    .optional()
    .meta({ title: 'Display name', description: 'Sender in e-mails.', source: facts.displayNameMax.source }),
  emails: z
    .array(z.string().regex(/^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}$/))
    .default([])
    .meta({ title: 'E-mail addresses', description: 'Each is asked by e-mail to confirm.' }),
  contentBasedDeduplication: z
    .boolean()
    .default(false)
    .meta({ title: 'Deduplicate by content', group: 'FIFO', description: 'Instead of an id that senders give.' }),
  highThroughput: z
    .boolean()
    .default(false)
    .meta({ title: 'High throughput', group: 'FIFO', description: 'Limits and deduplication by message group.' }),
  archiveDays: z.int().min(1).max(facts.archiveMaxDays.value).optional().meta({
    title: 'Archive',
    unit: 'days',
    group: 'FIFO',
    description: 'Messages that subscribers can have again; none when left out.',
    source: facts.archiveMaxDays.source,
  }),
});
