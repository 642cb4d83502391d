import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  type: z.enum(['SEARCH', 'TIMESERIES', 'VECTORSEARCH']).default('TIMESERIES').meta({
    title: 'Collection type',
    group: 'Collection',
    description: 'Documents, logs and metrics over time, or vectors. Fixed once the collection is made.',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-overview.html',
  }),
  standbyReplicas: z.boolean().default(true).meta({
    title: 'Standby replicas',
    group: 'Collection',
    description: 'Copies in a second zone; without them a collection costs half.',
  }),
  expireDays: z.int().min(1).max(facts.retentionMaxDays.value).optional().meta({
    title: 'Expire after',
    unit: 'd',
    group: 'Collection',
    description: 'Documents of a time-series collection are deleted at this age.',
    source: facts.retentionMaxDays.source,
  }),
});
