import * as z from 'zod';
import { facts } from './facts';

const { least, most } = facts.storageGiB.value;

export const config = z.strictObject({
  instanceType: z
    .enum(facts.instanceTypes.value)
    .default('db.influx.medium')
    .meta({ title: 'Instance class', group: 'Capacity', source: facts.instanceTypes.source }),
  storageGiB: z.int().min(least).max(most).default(least).meta({
    title: 'Storage',
    unit: 'GiB',
    group: 'Capacity',
    source: facts.storageGiB.source,
  }),
  storageType: z
    .enum(['InfluxIOIncludedT1', 'InfluxIOIncludedT2', 'InfluxIOIncludedT3'])
    .default('InfluxIOIncludedT1')
    .meta({
      title: 'Kind of storage',
      group: 'Capacity',
      description: '3000, 12,000 or 16,000 reads and writes a second; from 400 GiB on for the latter two.',
      source: facts.fastStorageMinGiB.source,
    }),
  organization: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'use letters, digits, "_" and "-"')
    .default('pipeline')
    .meta({ title: 'Organization', group: 'Data' }),
  bucket: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/, 'use letters, digits, "_" and "-"')
    .default('pipeline')
    .meta({ title: 'Bucket', group: 'Data', description: 'Where measurements lie in InfluxDB.' }),
  port: z.int().min(1024).max(65_535).optional().meta({
    title: 'Port',
    group: 'Network',
    description: '8086 when left out.',
    source: facts.port.source,
  }),
});
