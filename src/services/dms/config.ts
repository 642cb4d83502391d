import * as z from 'zod';
import { sourceFields } from '../../kit/fields';
import { facts } from './facts';

export const config = z.strictObject({
  cdc: z
    .boolean()
    .default(false)
    .meta({ title: 'Follow changes', description: 'After the first copy, each change of the source is applied.' }),
  engine: z
    .enum(['mysql', 'postgresql', 'oracle', 'sqlserver', 'mariadb', 'db2', 'mongodb'])
    .optional()
    .meta({ title: 'Source engine', description: 'Where the source does not say it.' }),
  engineType: z.string().max(64).optional().meta({ title: 'Engine type', advanced: true }),
  serverless: z
    .boolean()
    .default(false)
    .meta({ title: 'Serverless', description: 'Capacity follows the load.', group: 'Capacity' }),
  maxCapacity: z
    .literal(facts.capacityUnits.value)
    .default(4)
    .meta({ title: 'Most capacity', unit: 'DCU', group: 'Capacity', source: facts.capacityUnits.source }),
  schemaConversion: z
    .boolean()
    .default(false)
    .meta({ title: 'Convert the schema', description: 'When source and target have different engines.' }),
  tables: z
    .string()
    .regex(/^[A-Za-z0-9_%]{1,64}[.][A-Za-z0-9_%]{1,64}$/, 'write schema.table, with % for any')
    .default('%.%')
    .meta({ title: 'Tables', description: 'Schema and table, with % for any.' }),
  vpcConnection: sourceFields.vpcConnection,
});
