import * as z from 'zod';
import { facts } from './facts';

const workers = z.int().min(1).max(facts.workersMax.value);

export const config = z.strictObject({
  connectorClass: z
    .string()
    .regex(/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/)
    .optional()
    .meta({
      title: 'Connector class',
      group: 'Connector',
      description: 'Java class of the connector; that of the S3 sink when left out.',
    }),
  settings: z
    .record(z.string().regex(/^[A-Za-z0-9._-]{1,128}$/), z.string().max(2048))
    .default({})
    .meta({
      title: 'Settings',
      group: 'Connector',
      description:
        'Configuration of the connector beyond what the edges say. No passwords: name a secret by a configuration provider.',
    }),
  tasks: z.int().min(1).max(1000).default(1).meta({ title: 'Tasks', group: 'Connector' }),
  flushRecords: z.int().min(1).max(10_000_000).default(1000).meta({
    title: 'Records per object',
    group: 'Connector',
    description: 'Of the S3 sink.',
  }),
  version: z.enum(['2.7.1', '3.7.x']).default('3.7.x').meta({
    title: 'Kafka Connect version',
    group: 'Workers',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-supported-versions.html',
  }),
  capacity: z.enum(['provisioned', 'autoscaled']).default('provisioned').meta({ title: 'Capacity', group: 'Workers' }),
  workers: workers.default(1).meta({
    title: 'Workers',
    group: 'Workers',
    description: 'Of provisioned capacity; the least of autoscaled capacity.',
    source: facts.workersMax.source,
  }),
  maxWorkers: workers.default(2).meta({
    title: 'Most workers',
    group: 'Workers',
    description: 'Of autoscaled capacity.',
    source: facts.workersMax.source,
  }),
  unitsPerWorker: z.literal(facts.unitsPerWorker.value).default(1).meta({
    title: 'Units per worker',
    unit: 'MCU',
    group: 'Workers',
    description: 'A unit is one vCPU and 4 GiB.',
    source: facts.unitsPerWorker.source,
  }),
});
