import { defineCdkConnection, type EdgeBlock, type EdgeView, reachSlot, viewAs } from '../../kit/cdk';
import { parameterName } from '../../kit/cdk-names';
import type { Code } from '../../kit/code';
import { catalogSlot } from '../../services/athena/cdk';
import { databaseName, tablesOf } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { glueColumns, tableName } from '../../services/glue-catalog/table';
import { httpsPort } from '../../services/opensearch/cdk';
import { type SourceTable, sourceSlot } from '../../services/quicksight/cdk';
import { service as sourceDatabase } from '../../services/source.database/service';
import { outsideSecret, outsideValue } from '../outside';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, data, offer } = view;
    const schedule = { intervalMinutes: edge.intervalMinutes, startAt: edge.startAt };
    if (from.kind === 'athena')
      return offer(to, sourceSlot, {
        type: 'athena',
        id: from.id,
        workgroup: from.part('WorkGroup').member('ref'),
        tables: () => tables(view),
        schedule,
      });
    if (from.kind !== 's3') return offerDatabase(view, schedule);
    const parameter = view.parameter(
      `${parameterName(from.id)}Manifest`,
      `Key of the manifest in the bucket ${from.id} that lists the files Quick Sight reads; empty until it is there`,
      { default: '' },
    );
    offer(to, sourceSlot, {
      type: 's3',
      id: from.id,
      bucketName: from.part('Bucket').member('bucketName'),
      parameter,
      data,
      schedule,
    });
  },
  emit: (block) => {
    // A manifest may list any file of the bucket, and lies in it itself.
    if (block.from.kind === 's3') return block.grant({ prefixes: [block.edge.prefix ?? ''] });
    if (block.from.kind !== 'athena') return readDatabase(block);
    // A query runs with the permissions of who asks: the role also looks at the workgroup, finds partitions and buckets.
    block.grant({
      more: [
        {
          role: 'service role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['athena:GetWorkGroup', 'glue:GetPartitions', 's3:AbortMultipartUpload', 's3:GetBucketLocation'],
        },
      ],
    });
  },
});

function offerDatabase(
  view: EdgeView,
  schedule: { intervalMinutes?: number | undefined; startAt?: string | undefined },
): void {
  const { from, to, data, design, offer } = view;
  const database = databaseOf(view);
  if (!database) return;
  if (from.kind !== 'source.database') offer(to, reachSlot, from);
  offer(to, sourceSlot, {
    type: 'database',
    id: from.id,
    engine: database.engine,
    parameters: database.parameters,
    secretArn: () => (from.kind === 'source.database' ? outsideSecret(view, from) : design.endpoint(from)?.secretArn),
    schema: database.schema,
    data,
    schedule,
  });
}

function readDatabase(block: EdgeBlock): void {
  const { design, from, to } = block;
  if (!databaseOf(block)) {
    block.grant();
    block.leaveOut(`Quick Sight has no data source for ${from.id}: put a bucket and Athena in between`);
    return;
  }
  if (from.kind === 'source.database') {
    block.allow(to, { actions: ['secretsmanager:GetSecretValue'], resources: [outsideSecret(block, from)] });
    block.advise(`Join the VPC of ${to.id} with the network of ${from.id}: Quick Sight connects from that VPC.`);
    return;
  }
  block.grant();
  const port = from.kind === 'opensearch' ? httpsPort : design.endpoint(from)?.port;
  if (port !== undefined) block.connect(to, from, port);
}

interface Database {
  readonly engine: string;
  readonly parameters: () => { readonly [key: string]: Code };
  readonly schema?: string;
}

/** The data source of Quick Sight for a database; undefined when there is none for its engine. */
function databaseOf(view: EdgeView): Database | undefined {
  const { from, design } = view;
  if (from.kind === 'opensearch')
    return {
      engine: 'AMAZON_OPENSEARCH',
      parameters: () => ({ amazonOpenSearchParameters: { domain: from.part('Domain').member('ref') } }),
    };
  const outside = viewAs(from, sourceDatabase);
  const engine = outside ? (outside.config.engine ?? 'postgresql') : design.endpoint(from)?.engine;
  const kind = engine === undefined ? undefined : dataSources[from.kind === 'aurora' ? `aurora-${engine}` : engine];
  if (!kind) return undefined;
  return {
    engine: kind.engine,
    ...(kind.schema !== undefined && { schema: kind.schema }),
    parameters: () => {
      const endpoint = outside ? undefined : design.endpoint(from);
      return {
        [kind.parameters]: {
          host: outside ? outsideValue(view, from, 'Host', outside.config.host, 'Host of') : endpoint!.host,
          port: outside ? (outside.config.port ?? kind.port) : endpoint!.port,
          database: (outside ? outside.config.database : endpoint!.database) ?? 'pipeline',
        },
      };
    },
  };
}

interface DataSource {
  readonly engine: string;
  readonly parameters: string;
  readonly port: number;
  readonly schema?: string;
}
/** Engines that Quick Sight has a data source for (API reference of DataSourceParameters, checked 2026-11-26), and their own ports. */
const dataSources: Readonly<Record<string, DataSource>> = {
  'aurora-mysql': { engine: 'AURORA', parameters: 'auroraParameters', port: 3306 },
  'aurora-postgresql': {
    engine: 'AURORA_POSTGRESQL',
    parameters: 'auroraPostgreSqlParameters',
    port: 5432,
    schema: 'public',
  },
  mysql: { engine: 'MYSQL', parameters: 'mySqlParameters', port: 3306 },
  mariadb: { engine: 'MARIADB', parameters: 'mariaDbParameters', port: 3306 },
  postgresql: { engine: 'POSTGRESQL', parameters: 'postgreSqlParameters', port: 5432, schema: 'public' },
  oracle: { engine: 'ORACLE', parameters: 'oracleParameters', port: 1521 },
  sqlserver: { engine: 'SQLSERVER', parameters: 'sqlServerParameters', port: 1433, schema: 'dbo' },
  redshift: { engine: 'REDSHIFT', parameters: 'redshiftParameters', port: 5439, schema: 'public' },
};

/** Tables behind the engine that carry the data of the edge. */
function tables({ from, data }: EdgeView): SourceTable[] {
  const catalogs = from.offered(catalogSlot).flatMap(({ view }) => viewAs(view, glueCatalog) ?? []);
  return data.map((set) => {
    const name = tableName(set);
    const catalog = catalogs.find((view) => tablesOf(view).has(name));
    return {
      data: set,
      database: catalog ? databaseName(catalog) : 'default',
      table: name,
      columns: catalog ? glueColumns(set) : [],
    };
  });
}
