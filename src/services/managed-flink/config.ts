import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  version: z.enum(facts.versions.value).default('1.20').meta({
    title: 'Apache Flink version',
    group: 'Application',
    source: facts.versions.source,
  }),
  parallelism: z
    .int()
    .min(1)
    .max(facts.kpusMax.value * facts.parallelismPerKpuMax.value)
    .default(1)
    .meta({
      title: 'Parallelism',
      group: 'Capacity',
      description: 'Tasks that run side by side at first; autoscaling changes it.',
      source: facts.kpusMax.source,
    }),
  parallelismPerKpu: z.int().min(1).max(facts.parallelismPerKpuMax.value).default(1).meta({
    title: 'Tasks per KPU',
    group: 'Capacity',
    description: 'A KPU is one vCPU and 4 GiB. More tasks share it where they mostly wait.',
    source: facts.parallelismPerKpuMax.source,
  }),
  autoScaling: z.boolean().default(true).meta({
    title: 'Autoscaling',
    group: 'Capacity',
    description: 'Parallelism follows the processor load.',
  }),
  checkpointing: z.boolean().default(true).meta({
    title: 'Checkpoints',
    group: 'Reliability',
    description: 'State and positions are kept, so that a restart loses nothing.',
  }),
  checkpointSeconds: z.int().min(1).max(86_400).default(facts.checkpointSeconds.value).meta({
    title: 'Checkpoint every',
    unit: 's',
    group: 'Reliability',
    source: facts.checkpointSeconds.source,
  }),
  snapshots: z.boolean().default(true).meta({
    title: 'Snapshots',
    group: 'Reliability',
    description: 'State is kept when the application stops or is updated.',
  }),
  windowSeconds: z.int().min(1).max(31_536_000).optional().meta({
    title: 'Window',
    unit: 's',
    group: 'Application',
    description: 'Length of the windows that the application aggregates over.',
  }),
  logLevel: z
    .enum(['ERROR', 'WARN', 'INFO', 'DEBUG'])
    .default('INFO')
    .meta({ title: 'Log level', group: 'Operations' }),
  metricsLevel: z
    .enum(['APPLICATION', 'OPERATOR', 'PARALLELISM', 'TASK'])
    .default('APPLICATION')
    .meta({ title: 'Metrics level', group: 'Operations', description: 'Finer ones cost more.' }),
});
