import * as z from 'zod';
import { facts } from './facts';

const units = z.int().min(1).max(facts.unitsMax.value);

export const config = z.strictObject({
  minUnits: units.default(1).meta({
    title: 'Least units',
    unit: 'OCU',
    group: 'Capacity',
    description: 'Always there; a unit is two vCPU and 15 GiB, and takes some 2 MiB/s.',
    source: facts.unitsMax.source,
  }),
  maxUnits: units.default(4).meta({
    title: 'Most units',
    unit: 'OCU',
    group: 'Capacity',
    description: 'As many as the load asks for.',
    source: facts.unitsMax.source,
  }),
  persistentBuffer: z.boolean().default(false).meta({
    title: 'Persistent buffer',
    group: 'Reliability',
    description: 'Records that were pushed survive a full sink; sources that are read keep them themselves.',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/osis-features-overview.html',
  }),
  startFrom: z.enum(['EARLIEST', 'LATEST']).default('EARLIEST').meta({
    title: 'Start from',
    group: 'Source',
    description: 'Where reading of a stream begins.',
  }),
});
