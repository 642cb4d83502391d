import * as z from 'zod';
import { facts } from './facts';

const authentications = ['iam', 'scram', 'mtls', 'unauthenticated'] as const;

export const config = z.strictObject({
  mode: z.enum(['PROVISIONED', 'EXPRESS', 'SERVERLESS']).default('PROVISIONED').meta({
    title: 'Mode',
    group: 'Capacity',
    description:
      'Standard brokers with volumes of their own, Express brokers whose storage grows by itself, or none to size.',
  }),
  brokers: z.int().min(1).max(facts.brokersMax.value).optional().meta({
    title: 'Brokers',
    group: 'Capacity',
    description: 'In all zones together; rounded up to a multiple of the zones. One per zone when left out.',
    source: facts.brokersMax.source,
  }),
  instanceType: z
    .enum([...facts.standardTypes.value, ...facts.expressTypes.value])
    .optional()
    .meta({
      title: 'Broker type',
      group: 'Capacity',
      description: 'kafka.m7g.large, or express.m7g.large in Express mode, when left out.',
      source: facts.standardTypes.source,
    }),
  volumeGiB: z.int().min(1).max(facts.volumeMaxGiB.value).default(1000).meta({
    title: 'Volume per broker',
    unit: 'GiB',
    group: 'Capacity',
    description: 'Of standard brokers.',
    source: facts.volumeMaxGiB.source,
  }),
  version: z
    .enum(['3.6.0', '3.7.x', '3.7.x.kraft', '3.8.x', '3.8.x.kraft', '3.9.x', '3.9.x.kraft'])
    .default('3.9.x')
    .meta({
      title: 'Apache Kafka version',
      group: 'Capacity',
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html',
    }),
  partitions: z.int().min(1).max(10_000).default(1).meta({
    title: 'Partitions per topic',
    group: 'Topics',
    description: 'As many consumers of one group can read side by side.',
  }),
  replicationFactor: z.int().min(1).max(15).default(3).meta({
    title: 'Copies of each record',
    group: 'Topics',
    description: 'Never more than there are brokers; Express brokers and MSK Serverless keep three.',
  }),
  minInSync: z.int().min(1).max(15).default(2).meta({
    title: 'Copies to be written',
    group: 'Topics',
    description: 'How many copies must be in step before a write is acknowledged.',
  }),
  retentionHours: z.int().min(1).max(87_600).default(168).meta({ title: 'Retention', unit: 'h', group: 'Topics' }),
  tieredStorage: z.boolean().default(false).meta({
    title: 'Tiered storage',
    group: 'Topics',
    description: 'Older records move to cheaper storage; standard brokers only, and none of t3.small.',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-tiered-storage.html',
  }),
  partitionKey: z
    .strictObject({
      column: z.string().meta({ title: 'Column' }),
      cardinality: z.int().nonnegative().optional().meta({ title: 'Distinct values' }),
      topSharePct: z.number().min(0).max(100).optional().meta({ title: 'Share of the most frequent value', unit: '%' }),
    })
    .optional()
    .meta({ title: 'Partition key', group: 'Topics' }),
  schemaRegistry: z.boolean().default(false).meta({
    title: 'Schema registry',
    group: 'Topics',
    description: 'Producers and consumers agree on schemas in a registry.',
  }),
  auth: z.array(z.enum(authentications)).default([]).meta({
    title: 'Authentication',
    group: 'Security',
    description: 'Edges of the design authenticate by IAM.',
  }),
  clientBroker: z.enum(['TLS', 'TLS_PLAINTEXT', 'PLAINTEXT']).default('TLS').meta({
    title: 'Between clients and brokers',
    group: 'Security',
  }),
  inClusterTls: z.boolean().default(true).meta({ title: 'TLS between brokers', group: 'Security' }),
  monitoring: z
    .enum(['DEFAULT', 'PER_BROKER', 'PER_TOPIC_PER_BROKER', 'PER_TOPIC_PER_PARTITION'])
    .default('DEFAULT')
    .meta({ title: 'Metrics', group: 'Operations', description: 'Finer ones than the default are charged.' }),
});
