import * as z from 'zod';
import { databaseFields } from '../../kit/database-fields';
import { facts } from './facts';

const { valkey, redis } = facts.versions.value;

export const config = z.strictObject({
  mode: z.enum(['NODES', 'SERVERLESS']).default('NODES').meta({
    title: 'Mode',
    group: 'Capacity',
    description: 'Nodes of a chosen type, or a cache that sizes itself.',
  }),
  engine: z.enum(['valkey', 'redis']).default('valkey').meta({ title: 'Engine', description: 'Valkey, or Redis OSS.' }),
  version: z
    .enum([...valkey, ...redis])
    .optional()
    .meta({
      title: 'Engine version',
      description: 'The newest that the export knows when left out.',
      source: facts.versions.source,
    }),
  instanceType: z
    .enum(facts.instanceTypes.value)
    .default('cache.t4g.small')
    .meta({ title: 'Node type', group: 'Capacity', source: facts.instanceTypes.source }),
  shards: z.int().min(1).max(facts.nodesMax.value).default(1).meta({
    title: 'Shards',
    group: 'Capacity',
    description: 'Parts that the keys are spread over; with more than one, clients speak the protocol of clusters.',
    source: facts.nodesMax.source,
  }),
  replicas: z.int().min(0).max(facts.replicasMax.value).default(0).meta({
    title: 'Replicas per shard',
    group: 'Capacity',
    description: 'At least one less than the zones of the node.',
    source: facts.replicasMax.source,
  }),
  maxDataGB: z.int().min(1).max(facts.serverlessDataMaxGB.value).optional().meta({
    title: 'Most data',
    unit: 'GB',
    group: 'Capacity',
    description: 'Of a serverless cache.',
    source: facts.serverlessDataMaxGB.source,
  }),
  maxUnitsPerSec: z.int().min(facts.serverlessUnitsMin.value).max(facts.serverlessUnitsMax.value).optional().meta({
    title: 'Most processing',
    unit: 'ECPU/s',
    group: 'Capacity',
    description: 'Of a serverless cache.',
    source: facts.serverlessUnitsMax.source,
  }),
  port: databaseFields.port,
});
