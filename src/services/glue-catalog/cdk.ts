import { type Access, type AccessScope, defineCdk, defineSlot, type NodeView } from '../../kit/cdk';
import { account, arn, glue } from '../../kit/cdk-modules';
import { type Code, type Expression, template } from '../../kit/code';
import type { DataSet } from '../../model/vocabulary';
import { service } from './service';
import { glueColumns, type Layout, tableFormats, tableName } from './table';

type CatalogView = NodeView<typeof service>;

/** A table that the catalog describes: a data set as it lies in a bucket. */
export interface CatalogTable {
  readonly data: DataSet;
  readonly bucket: NodeView;
  readonly bucketName: Expression;
  readonly layout: Layout;
}
export const tablesSlot = defineSlot<CatalogTable>('tables');

export const databaseName = (view: CatalogView): string =>
  view.config.database ?? view.id.toLowerCase().replace(/[^a-z0-9_]/g, '_');

/** Tables of the catalog by name. A data set that lies in several buckets has its table where it was first described. */
export function tablesOf(view: CatalogView): ReadonlyMap<string, CatalogTable> {
  const tables = new Map<string, CatalogTable>();
  for (const table of view.offered(tablesSlot)) {
    const name = tableName(table.data);
    if (
      !tables.has(name) &&
      (table.layout.iceberg || tableFormats[table.layout.format]) &&
      glueColumns(table.data).length > 0
    )
      tables.set(name, table);
  }
  return tables;
}

/** Actions that name a database, but no table. */
const onDatabase: ReadonlySet<string> = new Set(['glue:GetDatabase', 'glue:GetTables']);

export const cdk = defineCdk(service, {
  access: (view, action, scope) => {
    const database = databaseName(view);
    const shown = (resource: string): string => `arn:aws:glue:<region>:<account>:${resource}`;
    // Glue authorizes against the catalog, the database and the table together.
    const above: Access[] = [
      { arn: arn('glue', 'catalog'), shown: shown('catalog'), via: 'role' },
      { arn: arn('glue', `database/${database}`), shown: shown(`database/${database}`), via: 'role' },
    ];
    if (onDatabase.has(action)) return above;
    return [
      ...above,
      ...tableNames(view, action, scope).map(
        (table): Access => ({
          arn: arn('glue', `table/${database}/${table}`),
          shown: shown(`table/${database}/${table}`),
          via: 'role',
          ...(table === '*' && {
            wildcard: {
              reason: `the tables of database ${database} get their names from what is found in the lake: the design declares no columns for them`,
            },
          }),
        }),
      ),
    ];
  },
  emit: (block) => {
    const name = databaseName(block);
    if (block.config.lineage)
      block.leaveOut('lineage is gathered in a domain of Amazon DataZone: turn it on there (config.lineage)');
    const database = block.construct('Database', glue.member('CfnDatabase'), {
      catalogId: account,
      databaseInput: { name, description: `Database ${block.id} of the design` },
    });
    for (const [table, { data, bucketName, layout }] of tablesOf(block)) {
      const made = block.construct(
        `Table-${table}`,
        glue.member('CfnTable'),
        tableProps(name, { data, bucketName, layout }, block.config.partitionProjection),
      );
      block.run(made.method('addResourceDependency', database));
    }
  },
});

/** Properties of a table of a database. */
export function tableProps(
  database: string,
  { data, bucketName, layout }: Pick<CatalogTable, 'data' | 'bucketName' | 'layout'>,
  projects: boolean,
): { readonly [key: string]: Code } {
  const location = template('s3://', bucketName, `/${layout.folder}`);
  // A key of partitions is no column of the files.
  const keys = new Set(layout.iceberg ? [] : layout.partitions.map((partition) => partition.name));
  const columns = glueColumns(data)
    .filter((column) => !keys.has(column.name))
    .map(({ name: column, type, comment }) => ({ name: column, type, comment }));
  const common = {
    name: tableName(data),
    description: `Data set ${data.id} of the design`,
    tableType: 'EXTERNAL_TABLE',
  };
  return {
    catalogId: account,
    databaseName: database,
    openTableFormatInput: layout.iceberg ? { icebergInput: { metadataOperation: 'CREATE', version: '2' } } : undefined,
    tableInput: layout.iceberg
      ? { ...common, storageDescriptor: { columns, location } }
      : { ...common, ...hiveTable(layout, columns, location, projects) },
  };
}

/** A table over files: how to read them, and how their keys tell partitions. */
function hiveTable(
  layout: Layout,
  columns: Code,
  location: Expression,
  projects: boolean,
): { readonly [key: string]: Code } {
  const format = tableFormats[layout.format]!;
  const projection = projects ? layout.projection : {};
  const keys = layout.partitions.map(({ name }) => `${name}=\${${name}}`).join('/');
  return {
    parameters: {
      classification: format.classification,
      EXTERNAL: 'TRUE',
      ...(Object.keys(projection).length > 0 && {
        'projection.enabled': 'true',
        ...projection,
        'storage.location.template': template(location, keys, '/'),
      }),
    },
    partitionKeys: layout.partitions.map(({ name, type }) => ({ name, type })),
    storageDescriptor: {
      columns,
      location,
      inputFormat: format.inputFormat,
      outputFormat: format.outputFormat,
      serdeInfo: { serializationLibrary: format.library, parameters: format.parameters },
    },
  };
}

/** Names of the tables that an action is about; `*` when not even the design knows them. */
function tableNames(view: CatalogView, action: string, { data }: AccessScope): string[] {
  const tables = tablesOf(view);
  // Whoever creates tables may need others than the known ones, unless it only updates these.
  const wanted = data && data.length > 0 ? data.map(tableName).filter((name) => tables.has(name)) : [...tables.keys()];
  if (wanted.length > 0) return wanted;
  return action.startsWith('glue:') ? ['*'] : [];
}

/** Whether a table can be made of a data set as it lies in a bucket. */
export const isDescribed = ({ data, layout }: Pick<CatalogTable, 'data' | 'layout'>): boolean =>
  (layout.iceberg || tableFormats[layout.format] !== undefined) && glueColumns(data).length > 0;
