import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  jobType: z.enum(['spark', 'streaming', 'python-shell', 'ray']).default('spark').meta({
    title: 'Job type',
    group: 'Job',
    description: 'A job that reads a stream and says nothing here is a streaming job.',
  }),
  framework: z.enum(['spark', 'python-shell', 'hive', 'hbase', 'presto', 'pig', 'flink']).default('spark').meta({
    title: 'Framework',
    group: 'Job',
    description: 'What the work is written for. Glue runs Spark and Python.',
  }),
  glueVersion: z
    .enum(facts.versions.value)
    .optional()
    .meta({
      title: 'Glue version',
      group: 'Job',
      description: `${facts.newestVersion.value} when left out.`,
      source: facts.versions.source,
    }),
  pythonModules: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._=<>~-]{0,99}$/, 'use a name of PyPI, with its version'))
    .default([])
    .meta({ title: 'Python modules', group: 'Job', description: 'Installed before each run: `pyyaml==6.0.2`.' }),
  workerType: z.enum(facts.workerTypes.value).optional().meta({
    title: 'Worker type',
    group: 'Capacity',
    description: 'G.1X when left out: 4 vCPU and 16 GB. R types have twice the memory; G.025X is for low streams.',
    source: facts.workerTypes.source,
  }),
  workers: z.int().min(facts.workers.value.least).max(facts.workers.value.most).optional().meta({
    title: 'Workers',
    group: 'Capacity',
    description: 'With autoscaling, the most of them.',
    source: facts.workers.source,
  }),
  largePythonShell: z.boolean().default(false).meta({
    title: 'Full DPU',
    group: 'Capacity',
    description: 'A Python shell job runs on a whole DPU instead of a sixteenth.',
    source: facts.pythonShellDpus.source,
  }),
  autoScaling: z.boolean().default(false).meta({
    title: 'Autoscaling',
    group: 'Capacity',
    description: 'Workers come and go with the stages of a run.',
  }),
  executionClass: z.enum(['STANDARD', 'FLEX']).default('STANDARD').meta({
    title: 'Execution class',
    group: 'Capacity',
    description: 'Flexible runs wait for spare capacity, and cost less.',
  }),
  bookmarks: z.boolean().default(false).meta({
    title: 'Job bookmarks',
    group: 'Reliability',
    description: 'A run reads what came after the last one.',
  }),
  maxConcurrentRuns: z.int().min(1).max(facts.concurrentRunsMax.value).default(1).meta({
    title: 'Concurrent runs',
    group: 'Reliability',
    source: facts.concurrentRunsMax.source,
  }),
  queueRuns: z.boolean().default(false).meta({
    title: 'Queue runs',
    group: 'Reliability',
    description: 'Runs wait when the account has no capacity left, instead of failing.',
  }),
  windowSeconds: z.int().min(1).max(3600).default(facts.windowSeconds.value).meta({
    title: 'Batch window',
    unit: 's',
    group: 'Reliability',
    description: 'A streaming job takes together what comes in such a time.',
    source: facts.windowSeconds.source,
  }),
  qualityRules: z.array(z.string().min(1)).default([]).meta({
    title: 'Quality rules',
    group: 'Data',
    description: 'Rules in DQDL that what it reads must pass: `IsComplete "id"`. A run fails where one does.',
  }),
  masksPii: z.boolean().default(false).meta({
    title: 'Masks personal data',
    group: 'Data',
    description: 'Personal columns of its data sets are replaced by their hash.',
  }),
  schemaConversion: z.boolean().default(false).meta({ title: 'Converts schemas', group: 'Data' }),
  migration: z.boolean().default(false).meta({
    title: 'Moved unchanged',
    group: 'Data',
    description: 'An application of Hadoop, Hive or Spark that existed before.',
  }),
  lineage: z.boolean().default(false).meta({ title: 'Lineage', group: 'Data' }),
  metrics: z.boolean().default(false).meta({
    title: 'Job metrics',
    group: 'Operations',
    description: 'Memory, executors and rows by minute, in CloudWatch.',
  }),
  securityConfiguration: z.string().optional().meta({
    title: 'Security configuration',
    group: 'Operations',
    description: 'Name of the Glue security configuration that encrypts its logs and bookmarks; the export makes it.',
  }),
  vpcConnection: z.array(z.string()).default([]).meta({
    title: 'VPCs it reaches',
    group: 'Operations',
    description: 'Ids or names of VPC groups.',
  }),
  mode: z.enum(['batch', 'streaming']).optional().meta({ title: 'Mode', advanced: true }),
});
