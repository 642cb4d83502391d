import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  baseCapacity: z.int().min(facts.capacityMin.value).max(facts.capacityMax.value).default(128).meta({
    title: 'Base capacity',
    unit: 'RPU',
    group: 'Capacity',
    description: 'Four, or a multiple of eight.',
    source: facts.capacityMin.source,
  }),
  maxCapacity: z.int().min(facts.capacityMin.value).max(5632).optional().meta({
    title: 'Largest capacity',
    unit: 'RPU',
    group: 'Capacity',
    description: 'How far it grows under load; bounds what it may cost.',
    source: facts.capacityMin.source,
  }),
  database: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, 'begin with a small letter; use small letters, digits and "_"')
    .default('dev')
    .meta({
      title: 'Database',
      group: 'Data',
      source: 'https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateNamespace.html',
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
    source: facts.portMin.source,
  }),
});
