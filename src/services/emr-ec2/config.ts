import * as z from 'zod';
import { facts } from './facts';

const pricing = z.enum(['on-demand', 'spot']).default('on-demand');
const instanceType = z.enum(facts.instanceTypes.value).default('m5.xlarge');
const source = facts.instanceTypes.source;
const most = facts.nodesMax.value;

export const config = z.strictObject({
  lifecycle: z.enum(['transient', 'long-running']).default('transient').meta({
    title: 'Lifecycle',
    group: 'Cluster',
    description: 'A transient cluster ends with its last step.',
  }),
  framework: z
    .enum(['spark', 'hive', 'hbase', 'presto', 'pig', 'flink'])
    .default('spark')
    .meta({ title: 'Framework', group: 'Cluster' }),
  releaseLabel: z
    .string()
    .regex(/^emr-[567]\.\d{1,2}\.\d{1,2}$/, 'use a release of EMR: emr-7.9.0')
    .optional()
    .meta({
      title: 'Release',
      group: 'Cluster',
      description: `${facts.release.value} when left out.`,
      source: facts.release.source,
    }),
  migration: z.boolean().default(false).meta({
    title: 'Moved unchanged',
    group: 'Cluster',
    description: 'An application of Hadoop, Hive or Spark that existed before.',
  }),
  subnets: z.array(z.string()).default([]).meta({
    title: 'Subnets',
    group: 'Cluster',
    description: 'With more than one, AWS chooses the zone with the best capacity.',
  }),
  primaryCount: z
    .union([z.literal(1), z.literal(3)])
    .default(1)
    .meta({ title: 'Primary nodes', group: 'Nodes', description: 'With three, the cluster survives the loss of one.' }),
  primaryType: instanceType.meta({ title: 'Primary node type', group: 'Nodes', source }),
  coreNodes: z.int().min(1).max(most).default(2).meta({
    title: 'Core nodes',
    group: 'Nodes',
    description: 'They keep HDFS as well.',
    source: facts.nodesMax.source,
  }),
  coreType: instanceType.meta({ title: 'Core node type', group: 'Nodes', source }),
  corePricing: pricing.meta({ title: 'Core nodes are bought', group: 'Nodes' }),
  taskNodes: z.int().min(0).max(most).default(0).meta({
    title: 'Task nodes',
    group: 'Nodes',
    description: 'They compute, and keep nothing.',
    source: facts.nodesMax.source,
  }),
  taskType: instanceType.meta({ title: 'Task node type', group: 'Nodes', source }),
  taskPricing: pricing.meta({ title: 'Task nodes are bought', group: 'Nodes' }),
  volumeGiB: z.int().min(10).max(16_384).default(64).meta({
    title: 'Volume of a node',
    unit: 'GiB',
    group: 'Nodes',
    source: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-storage.html',
  }),
  managedScaling: z.boolean().default(false).meta({
    title: 'Managed scaling',
    group: 'Nodes',
    description: 'AWS adds and takes away nodes with the load.',
  }),
  maxNodes: z.int().min(1).max(most).optional().meta({
    title: 'Nodes at most',
    group: 'Nodes',
    description: 'For managed scaling; twice the core and task nodes when left out.',
    source: facts.nodesMax.source,
  }),
  outputStorage: z.enum(['emrfs', 'hdfs']).default('emrfs').meta({
    title: 'Output goes to',
    group: 'Work',
    description: 'EMRFS is S3; HDFS ends with the cluster.',
  }),
  stepsAtOnce: z.int().min(1).max(facts.stepsAtOnceMax.value).default(1).meta({
    title: 'Steps at once',
    group: 'Work',
    source: facts.stepsAtOnceMax.source,
  }),
  autoTermination: z.boolean().default(false).meta({ title: 'Ends when idle', group: 'Work' }),
  idleMinutes: z
    .int()
    .min(facts.idleMinutes.value.least)
    .max(facts.idleMinutes.value.most)
    .default(facts.idleMinutes.value.usual)
    .meta({ title: 'Idle time before it ends', unit: 'min', group: 'Work', source: facts.idleMinutes.source }),
  masksPii: z.boolean().default(false).meta({
    title: 'Masks personal data',
    group: 'Work',
    description: 'Personal columns of its data sets are replaced by their hash.',
  }),
  logUri: z
    .string()
    .regex(
      /^s3:\/\/[a-z0-9][a-z0-9-]{1,61}[a-z0-9](\/[A-Za-z0-9_.=-]{1,100}){0,5}\/?$/,
      'use a path in S3: s3://bucket/logs',
    )
    .optional()
    .meta({ title: 'Logs go to', group: 'Operations', description: 'A bucket of the export when left out.' }),
  securityConfiguration: z.string().optional().meta({
    title: 'Security configuration',
    group: 'Operations',
    description:
      'Name of the EMR security configuration that encrypts disks, and traffic where TLS is required; the export makes it.',
  }),
  blockPublicAccess: z.boolean().default(true).meta({ title: 'Block public access', group: 'Operations' }),
});
