import type { DesignView, EdgeBlock, EdgeView, NodeView } from '../kit/cdk';
import { reachSlot, viewAs } from '../kit/cdk';
import { region } from '../kit/cdk-modules';
import { type Code, template } from '../kit/code';
import type { Permission } from '../kit/connection';
import { type JobTable, jobScheduleSlot, jobTableSlot, stagingSlot } from '../kit/job';
import type { DataSet } from '../model/vocabulary';
import { databaseName } from '../services/glue-catalog/cdk';
import { service as glueCatalog } from '../services/glue-catalog/service';
import { glueColumns, tableFormats, tableName } from '../services/glue-catalog/table';
import { bootstrapBrokers, brokersSlot, clientPort, groupName, topicName } from '../services/msk/cdk';
import { indexName } from '../services/opensearch/cdk';
import { catalogsOf, layoutOf } from './lake-layout';
import { endpointOf } from './outside-database';
import { admitClient, isSearch, offerClient, searchUrl } from './search-clients';

/** What jobs are told of the stores that they read and write, whichever engine runs them, and how they get there. */

type Way = JobTable['way'];
export const jobOf = (view: EdgeView, way: Way): NodeView => (way === 'input' ? view.to : view.from);
export const storeOf = (view: EdgeView, way: Way): NodeView => (way === 'input' ? view.from : view.to);

/** Before anything is described: the tables of the edge, the way into the network of the store, and the schedule. */
export function offerTables(view: EdgeView, way: Way, more: { readonly [key: string]: Code } = {}): void {
  const { edge, offer, design } = view;
  const [job, store] = [jobOf(view, way), storeOf(view, way)];
  for (const table of tablesOn(view, way))
    offer(job, jobTableSlot, { ...table, properties: { ...table.properties, ...more } });
  if (store.kind === 'msk') {
    offer(store, brokersSlot, true);
    offer(job, reachSlot, store);
  }
  if (isSearch(store)) offerClient(view, job, store);
  if (design.endpoint(store)) offer(job, reachSlot, store);
  if (isWarehouse(store)) offer(job, stagingSlot, true);
  if (edge.intervalMinutes !== undefined)
    offer(job, jobScheduleSlot, { edge: edge.id, intervalMinutes: edge.intervalMinutes, startAt: edge.startAt });
}

/** Lets the job into the network of the store. */
export function letIntoNetwork(block: EdgeBlock, way: Way): void {
  const [job, store] = [jobOf(block, way), storeOf(block, way)];
  const endpoint = block.design.endpoint(store);
  if (store.kind === 'msk') block.connect(job, store, clientPort);
  else if (isSearch(store)) admitClient(block, job, store, way === 'output');
  else if (endpoint) block.connect(job, store, endpoint.port);
}

export const isWarehouse = ({ kind }: Pick<NodeView, 'kind'>): boolean =>
  kind === 'redshift' || kind === 'redshift-serverless';

/**
 * Grants what the pair needs on the store itself. Connections are the job's own, and so is the place where it stages what
 * goes to a warehouse or comes from one: it has those permissions already.
 */
export function grantStore(block: EdgeBlock, way: Way): void {
  const store = storeOf(block, way);
  const ofTables = (action: string): boolean => action.startsWith('glue:') && store.kind === 's3';
  const isOwn = (action: string): boolean =>
    action === 'glue:GetConnection' || ofTables(action) || (action.startsWith('s3:') && isWarehouse(store));
  const rest = (block.pair.permissions ?? [])
    .filter(({ actions }) => actions.some(isOwn))
    .map(
      (permission): Permission => ({
        ...permission,
        actions: permission.actions.filter((action) => !isOwn(action)),
      }),
    );
  block.grant({
    which: ({ actions }) => !actions.some(isOwn),
    more: rest.filter(({ actions }) => actions.length > 0),
    prefixes: store.kind === 's3' ? foldersOn(block, way) : undefined,
  });
  if (store.kind === 's3') grantTables(block, storeOf(block, way));
}

/** Tables over the files of a bucket stand in the catalogs that describe it. */
export function grantTables(block: EdgeBlock, bucket: NodeView): void {
  const wanted = (block.pair.permissions ?? []).map(
    (permission): Permission => ({
      ...permission,
      actions: permission.actions.filter((action) => action.startsWith('glue:')),
    }),
  );
  const more = wanted.filter(({ actions }) => actions.length > 0);
  if (more.length === 0) return;
  const catalogs = catalogsOf(block.design, bucket);
  for (const target of catalogs)
    block.grant({ which: (permission) => more.includes(permission), more, target, data: block.data });
  if (catalogs.length === 0)
    block.remark(
      `No catalog describes ${bucket.title}: there is nothing to allow ${more.flatMap(({ actions }) => actions).join(', ')} on.`,
    );
}

/** Folders of a bucket that the edge is about; all of it when it names none to read. */
export function foldersOn(view: EdgeView, way: Way): string[] | undefined {
  const { design, edge, data } = view;
  if (edge.prefix !== undefined) return [edge.prefix];
  if (data.length === 0) return way === 'input' ? undefined : [`${edge.id}/`];
  return data.map((set) => layoutOf(design, storeOf(view, way), set).folder);
}

function tablesOn(view: EdgeView, way: Way): JobTable[] {
  const store = storeOf(view, way);
  const sets: readonly (DataSet | undefined)[] = view.data.length > 0 ? view.data : [undefined];
  return sets.map((data) => {
    const { connector, properties } = placeOf(view, way, data);
    const columns = data ? glueColumns(data).map(({ name, type }) => [name, type]) : [];
    return {
      edge: view.edge.id,
      way,
      name: data?.id ?? store.id,
      connector,
      data,
      properties: {
        ...properties,
        ...(columns.length > 0 && { columns }),
        ...(way === 'input' && view.edge.load === 'full' && { full: true }),
      },
    };
  });
}

function placeOf(view: EdgeView, way: Way, data: DataSet | undefined): Pick<JobTable, 'connector' | 'properties'> {
  const { edge, design } = view;
  const [job, store] = [jobOf(view, way), storeOf(view, way)];
  const format = edge.format ?? data?.format ?? 'json';
  switch (store.kind) {
    case 's3':
      return filesOf(view, way, data);
    case 'kinesis-data-streams': {
      const stream = store.part('Stream');
      return {
        connector: 'kinesis',
        properties: { stream: stream.member('streamName'), arn: stream.member('streamArn'), region, format },
      };
    }
    case 'msk':
      return {
        connector: 'kafka',
        properties: {
          brokers: bootstrapBrokers(store),
          topic: topicName(data, store),
          group: groupName(job),
          region,
          format,
        },
      };
    case 'dynamodb':
      return { connector: 'dynamodb', properties: { table: store.part('Table').member('tableName'), region } };
    case 'opensearch':
    case 'opensearch-serverless':
      return {
        connector: 'search',
        properties: {
          url: searchUrl(store),
          index: indexName(data?.id ?? store.id),
          service: store.kind === 'opensearch' ? 'es' : 'aoss',
          region,
        },
      };
    case 'iceberg-table':
      return { connector: 'iceberg', properties: { arn: design.access(store, 'glue:GetTable').at(-1)?.arn } };
    default:
      return databaseOf(view, way, data);
  }
}

/** Engines that clients reach through JDBC. */
const jdbcEngines: ReadonlySet<string> = new Set(['postgresql', 'mysql', 'mariadb', 'oracle', 'sqlserver', 'db2']);

function databaseOf(view: EdgeView, way: Way, data: DataSet | undefined): Pick<JobTable, 'connector' | 'properties'> {
  const store = storeOf(view, way);
  const endpoint = endpointOf(view, store);
  if (!endpoint) return { connector: store.kind, properties: {} };
  const { host, port, engine, database, secretArn } = endpoint;
  return {
    connector: isWarehouse(store) ? 'redshift' : jdbcEngines.has(engine) ? 'jdbc' : engine,
    properties: {
      engine,
      host,
      port,
      database,
      secret: secretArn,
      region,
      table: view.edge.prefix ?? (data ? tableName(data) : store.id.replace(/[^A-Za-z0-9_]/g, '_')),
    },
  };
}

function filesOf(view: EdgeView, way: Way, data: DataSet | undefined): Pick<JobTable, 'connector' | 'properties'> {
  const { design, edge } = view;
  const [job, bucket] = [jobOf(view, way), storeOf(view, way)];
  const layout = data && layoutOf(design, bucket, data);
  const folder = edge.prefix ?? layout?.folder ?? (way === 'input' ? '' : `${edge.id}/`);
  const path = template(
    's3://',
    bucket.part('Bucket').member('bucketName'),
    `/${folder === '' || folder.endsWith('/') ? folder : `${folder}/`}`,
  );
  const described = data && layout && (layout.iceberg || tableFormats[layout.format]) && glueColumns(data).length > 0;
  const database = described ? databaseFor(design, job) : undefined;
  return {
    connector: layout?.iceberg ? 'iceberg' : 'files',
    properties: {
      path,
      format: layout?.format ?? edge.format ?? 'json',
      partitions: layout && layout.partitions.length > 0 ? layout.partitions.map(({ name }) => name) : undefined,
      ...(database !== undefined && { database, table: tableName(data!) }),
    },
  };
}

/** Database of the catalog in which a job keeps its tables. */
export function databaseFor(design: DesignView, job: NodeView): string | undefined {
  const [catalog] = design.neighbours(job, 'out', 'glue-catalog');
  const view = viewAs(catalog?.view, glueCatalog);
  return view && databaseName(view);
}
