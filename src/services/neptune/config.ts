import * as z from 'zod';
import { databaseFields } from '../../kit/database-fields';
import { facts } from './facts';

const { least, leastOfMost, most } = facts.capacityUnits.value;
const capacity = (title: string, minimum: number, value: number) =>
  z.int().min(minimum).max(most).default(value).meta({
    title,
    unit: 'NCU',
    group: 'Capacity',
    description: 'Of instances of the class db.serverless.',
    source: facts.capacityUnits.source,
  });

export const config = z.strictObject({
  engine: z.enum(['gremlin', 'opencypher', 'sparql']).default('gremlin').meta({
    title: 'Query language',
    description: 'Property graphs in Gremlin or openCypher, RDF in SPARQL; a cluster answers all three.',
  }),
  version: z.enum(facts.versions.value).default('1.4.5.0').meta({
    title: 'Engine version',
    group: 'Capacity',
    source: facts.versions.source,
  }),
  instanceType: z
    .enum(facts.instanceTypes.value)
    .default('db.t4g.medium')
    .meta({ title: 'Instance class', group: 'Capacity', source: facts.instanceTypes.source }),
  instances: z.int().min(1).max(facts.instancesMax.value).default(1).meta({
    title: 'Instances',
    group: 'Capacity',
    description: 'One writes, the others read. At least one for each zone of the node.',
    source: facts.instancesMax.source,
  }),
  minCapacity: capacity('Least capacity', least, 1),
  maxCapacity: capacity('Most capacity', Math.ceil(leastOfMost), 8),
  streams: z.boolean().default(false).meta({
    title: 'Neptune Streams',
    group: 'Changes',
    description: 'Keeps each change of the graph for readers that poll.',
    source: 'https://docs.aws.amazon.com/neptune/latest/userguide/streams.html',
  }),
  port: databaseFields.port,
  pitr: databaseFields.pitr,
});
