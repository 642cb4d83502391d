import * as z from 'zod';
import { databaseFields } from '../../kit/database-fields';
import { facts } from './facts';

const { least, most } = facts.storageGiB.value;

export const config = z.strictObject({
  engine: z
    .enum(['mysql', 'postgresql', 'oracle', 'sqlserver', 'mariadb', 'db2'])
    .default('postgresql')
    .meta({ title: 'Engine' }),
  version: databaseFields.version,
  instanceType: z
    .enum(facts.instanceClasses.value)
    .default('db.t3.medium')
    .meta({ title: 'Instance class', group: 'Capacity', source: facts.instanceClasses.source }),
  storageGiB: z
    .int()
    .min(least)
    .max(most)
    .default(least)
    .meta({ title: 'Storage', unit: 'GiB', group: 'Capacity', source: facts.storageGiB.source }),
  database: databaseFields.database,
  port: databaseFields.port,
  pitr: databaseFields.pitr,
  proxy: databaseFields.proxy,
  schemaConversion: z.boolean().default(false).meta({ title: 'Schema converted', advanced: true }),
});
