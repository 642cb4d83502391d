import * as z from 'zod';
import { databaseFields } from '../../kit/database-fields';
import { facts } from './facts';

const { least, most } = facts.capacityUnits.value;
const capacity = (title: string, value: number) =>
  z.int().min(Math.ceil(least)).max(most).default(value).meta({
    title,
    unit: 'ACU',
    group: 'Capacity',
    description: 'Of instances of the class db.serverless.',
    source: facts.capacityUnits.source,
  });

export const config = z.strictObject({
  engine: z.enum(['mysql', 'postgresql']).default('postgresql').meta({ title: 'Engine' }),
  version: databaseFields.version,
  instanceType: z
    .enum(facts.instanceClasses.value)
    .default('db.serverless')
    .meta({ title: 'Instance class', group: 'Capacity', source: facts.instanceClasses.source }),
  minCapacity: capacity('Least capacity', 1),
  maxCapacity: capacity('Most capacity', 8),
  database: databaseFields.database,
  port: databaseFields.port,
  pitr: databaseFields.pitr,
  proxy: databaseFields.proxy,
  dataApi: z
    .boolean()
    .default(false)
    .meta({ title: 'Data API', group: 'Network', description: 'SQL over HTTPS, without a connection.' }),
  schemaConversion: z.boolean().default(false).meta({ title: 'Schema converted', advanced: true }),
});
