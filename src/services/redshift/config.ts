import * as z from 'zod';
import { facts } from './facts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write HH:MM in UTC');

export const config = z.strictObject({
  nodeType: z.enum(facts.nodeTypes.value).default('ra3.large').meta({
    title: 'Node type',
    group: 'Capacity',
    description: 'DC2 and DS2 are withdrawn: the export takes the RA3 type in their place.',
    source: facts.nodeTypes.source,
  }),
  nodes: z.int().min(1).max(facts.nodesMax.value).default(1).meta({
    title: 'Nodes',
    group: 'Capacity',
    description: 'The larger types begin with two.',
    source: facts.nodesMax.source,
  }),
  slices: z.int().min(1).max(16_384).optional().meta({
    title: 'Slices',
    group: 'Capacity',
    advanced: true,
    description: 'Follow from node type and count; files of a COPY come in multiples of them.',
  }),
  mode: z.enum(['provisioned']).default('provisioned').meta({
    title: 'Mode',
    group: 'Capacity',
    advanced: true,
    description: 'Without clusters it is a kind of its own: Redshift Serverless.',
  }),
  activeHours: z
    .strictObject({
      from: clock.meta({ title: 'Resumed at', unit: 'HH:MM UTC' }),
      to: clock.meta({ title: 'Paused at', unit: 'HH:MM UTC' }),
    })
    .optional()
    .meta({
      title: 'Active hours',
      group: 'Capacity',
      description: 'Paused for the rest of each day; always on when left out.',
      source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/rs-mgmt-pause-resume-cluster.html',
    }),
  database: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, 'begin with a small letter; use small letters, digits and "_"')
    .default('dev')
    .meta({
      title: 'Database',
      group: 'Data',
      source: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html',
    }),
  schemaConversion: z.boolean().optional().meta({
    title: 'Schema converted',
    group: 'Data',
    description: 'Types and code of another engine are converted on the way in.',
  }),
  pythonUdf: z.boolean().default(false).meta({
    title: 'Python functions',
    group: 'Data',
    advanced: true,
    description: 'SQL calls functions in Python; AWS has ended them, and Lambda functions take their place.',
  }),
  enhancedVpcRouting: z.boolean().default(false).meta({
    title: 'Enhanced VPC routing',
    group: 'Network',
    description: 'COPY and UNLOAD stay in the VPC.',
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html',
  }),
  port: z.int().min(facts.portMin.value).max(facts.portMax.value).default(facts.port.value).meta({
    title: 'Port',
    group: 'Network',
    description: '5431 to 5455, or 8191 to 8215.',
    source: facts.port.source,
  }),
});
