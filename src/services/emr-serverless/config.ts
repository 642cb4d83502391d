import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  framework: z.enum(['spark', 'hive']).default('spark').meta({ title: 'Framework', group: 'Application' }),
  releaseLabel: z
    .string()
    .regex(/^emr-[67]\.\d{1,2}\.\d{1,2}$/, 'use a release of EMR 6 or 7: emr-7.9.0')
    .optional()
    .meta({
      title: 'Release',
      group: 'Application',
      description: `${facts.release.value} when left out.`,
      source: facts.release.source,
    }),
  architecture: z.enum(['X86_64', 'ARM64']).default('X86_64').meta({
    title: 'Architecture',
    group: 'Application',
    description: 'ARM64 runs on Graviton: a fifth cheaper.',
  }),
  maxVcpus: z.int().min(1).max(10_000).optional().meta({
    title: 'vCPUs at most',
    group: 'Capacity',
    description: 'All runs together; the quota of the account when left out.',
  }),
  maxMemoryGB: z.int().min(2).max(100_000).optional().meta({ title: 'Memory at most', unit: 'GB', group: 'Capacity' }),
  workerVcpus: z
    .union([z.literal(1), z.literal(2), z.literal(4), z.literal(8), z.literal(16)])
    .default(4)
    .meta({ title: 'vCPUs of a worker', group: 'Capacity', source: facts.vcpus.source }),
  workerMemoryGB: z.int().min(2).max(120).default(16).meta({
    title: 'Memory of a worker',
    unit: 'GB',
    group: 'Capacity',
    source: facts.memoryGB.source,
  }),
  warmWorkers: z.int().min(0).max(1000).default(0).meta({
    title: 'Workers kept ready',
    group: 'Capacity',
    description: 'Runs start at once on them; they are paid while the application is started.',
  }),
  autoStart: z.boolean().default(true).meta({
    title: 'Starts with a run',
    group: 'Capacity',
    description: 'A run starts the application.',
  }),
  autoStop: z.boolean().default(true).meta({ title: 'Stops when idle', group: 'Capacity' }),
  idleMinutes: z.int().min(1).max(facts.idleMinutes.value.most).default(facts.idleMinutes.value.usual).meta({
    title: 'Idle time before it stops',
    unit: 'min',
    group: 'Capacity',
    source: facts.idleMinutes.source,
  }),
  masksPii: z.boolean().default(false).meta({
    title: 'Masks personal data',
    group: 'Data',
    description: 'Personal columns of its data sets are replaced by their hash.',
  }),
  lineage: z.boolean().default(false).meta({ title: 'Lineage', group: 'Data' }),
  migration: z.boolean().default(false).meta({
    title: 'Moved unchanged',
    group: 'Data',
    description: 'An application of Hadoop, Hive or Spark that existed before.',
  }),
  securityConfiguration: z.string().optional().meta({ title: 'Security configuration', advanced: true }),
});
