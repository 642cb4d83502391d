import * as z from 'zod';
import { databaseFields } from '../../kit/database-fields';
import { facts } from './facts';

export const config = z.strictObject({
  engine: z
    .enum(['mongodb'])
    .default('mongodb')
    .meta({ title: 'Engine', advanced: true, description: 'Speaks the protocol of MongoDB.' }),
  version: z.enum(facts.versions.value).default('5.0.0').meta({
    title: 'Engine version',
    group: 'Capacity',
    source: facts.versions.source,
  }),
  instanceType: z
    .enum(facts.instanceTypes.value)
    .default('db.t3.medium')
    .meta({ title: 'Instance class', group: 'Capacity', source: facts.instanceTypes.source }),
  instances: z.int().min(1).max(facts.instancesMax.value).default(1).meta({
    title: 'Instances',
    group: 'Capacity',
    description: 'One writes, the others read. At least one for each zone of the node.',
    source: facts.instancesMax.source,
  }),
  storage: z.enum(['standard', 'iopt1']).default('standard').meta({
    title: 'Storage',
    group: 'Capacity',
    description: 'Standard pays for reads and writes; I/O-optimized (5.0) has them in its price.',
    source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-storage-configs.html',
  }),
  database: databaseFields.database,
  port: databaseFields.port,
  pitr: databaseFields.pitr,
});
