import * as z from 'zod';
import { sourceFields } from '../../kit/fields';

export const config = z.strictObject({
  protocol: sourceFields.protocol,
  engine: z
    .enum(['mysql', 'postgresql', 'oracle', 'sqlserver', 'mariadb', 'db2', 'mongodb'])
    .optional()
    .meta({ title: 'Engine' }),
  version: z.string().optional().meta({ title: 'Engine version' }),
  host: sourceFields.host,
  port: z.int().min(1).max(65_535).optional().meta({ title: 'Port', description: 'That of the engine when left out.' }),
  database: z.string().max(128).optional().meta({ title: 'Database' }),
  vpcConnection: sourceFields.vpcConnection,
});
