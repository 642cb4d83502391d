import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  feature: z
    .enum(['training', 'endpoint', 'ground-truth', 'model-monitor', 'clarify', 'a2i'])
    .default('training')
    .meta({ title: 'Feature', description: 'Training comes with a notebook; an endpoint answers requests.' }),
  directInternet: z.boolean().default(true).meta({
    title: 'Direct internet access',
    description: 'Of notebooks; otherwise they reach what their VPC reaches.',
  }),
  instanceType: z
    .enum(facts.instanceTypes.value)
    .default('ml.m5.xlarge')
    .meta({ title: 'Instance type', group: 'Capacity', source: facts.instanceTypes.source }),
  instances: z
    .int()
    .min(1)
    .max(20)
    .default(1)
    .meta({ title: 'Instances', group: 'Capacity', description: 'Of an endpoint.' }),
  volumeGB: z
    .int()
    .min(facts.volumeGB.value.least)
    .max(facts.volumeGB.value.most)
    .default(5)
    .meta({ title: 'Notebook volume', unit: 'GB', group: 'Capacity', source: facts.volumeGB.source }),
  tableType: z
    .enum(['none', 'iceberg', 'governed'])
    .default('none')
    .meta({ title: 'Offline feature table', advanced: true }),
});
