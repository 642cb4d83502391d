import { defineCdkConnection, type EdgeBlock, type EdgeView, type NodeView, viewAs } from '../../kit/cdk';
import { template } from '../../kit/code';
import { databaseName, tablesSlot } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { facts as tableFacts } from '../../services/iceberg-table/facts';
import { icebergDatabase, isInTableBucket, tableBucketName } from '../../services/iceberg-table/names';
import { service as icebergTable } from '../../services/iceberg-table/service';
import {
  externalDatabase,
  externalDatabaseSlot,
  externalSchema,
  warehouseSlot,
} from '../../services/redshift-spectrum/cdk';
import { service as spectrumService } from '../../services/redshift-spectrum/service';
import { layoutOf } from '../lake-layout';
import { iamRole, roleHolder, runSql, sqlText } from '../warehouse-sql';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, offer, hand } = view;
    if (from.kind === 'redshift-spectrum') {
      offer(from, warehouseSlot, to.id);
      return hand(to, roleHolder(to), { iamRoles: [from.role().member('roleArn')] });
    }
    if (from.kind === 's3') describe(view);
    const catalog = viewAs(from, glueCatalog);
    if (catalog) offer(to, externalDatabaseSlot, databaseName(catalog));
    const table = viewAs(from, icebergTable);
    if (table && !isInTableBucket(table)) offer(to, externalDatabaseSlot, icebergDatabase(table));
  },
  emit: (block) => {
    const { from, edge, data } = block;
    if (from.kind === 'redshift-spectrum') return openSchema(block);
    const table = viewAs(from, icebergTable);
    if (table && isInTableBucket(table))
      block.advise(
        `The warehouse shows the table bucket of ${from.id} without a schema of its own: query \`"${tableBucketName(table)}@${tableFacts.mountedCatalog.value}".${icebergDatabase(table)}\`.`,
      );
    if (from.kind !== 's3') return block.grant();
    block.grant({ prefixes: edge.prefix === undefined ? foldersOf(block) : [edge.prefix], data });
    // The lake is known by its catalogs: what the matrix asks of the lake is asked of them.
    const actions = (block.pair.permissions ?? []).flatMap((permission) =>
      permission.actions.filter((action) => action.startsWith('glue:')),
    );
    for (const catalog of catalogsOf(block))
      for (const action of actions)
        block.allow(block.to, {
          actions: [action],
          resources: block.design.access(catalog, action, { data, edge }).map((access) => access.arn),
        });
  },
});

const foldersOf = ({ design, from, data }: EdgeBlock): string[] | undefined =>
  data.length > 0 ? data.map((set) => layoutOf(design, from, set).folder) : undefined;

/** Catalogs that are drawn beside a lake for the same warehouse. */
const catalogsOf = ({ design, to }: EdgeView): NodeView[] =>
  design.neighbours(to, 'in', 'glue-catalog').map(({ view }) => view);

/** Tables of the catalogs for what lies in the bucket. */
function describe(view: EdgeView): void {
  const { design, from, data, offer } = view;
  for (const catalog of catalogsOf(view))
    for (const set of data)
      offer(catalog, tablesSlot, {
        data: set,
        bucket: from,
        bucketName: from.part('Bucket').member('bucketName'),
        layout: layoutOf(design, from, set),
      });
}

function openSchema(block: EdgeBlock): void {
  const spectrum = viewAs(block.from, spectrumService)!;
  const database = externalDatabase(spectrum);
  if (database === undefined) return;
  const schema = externalSchema(spectrum);
  runSql(
    block,
    block.to,
    'Schema',
    [
      {
        sql: template(
          `CREATE EXTERNAL SCHEMA IF NOT EXISTS ${schema} FROM DATA CATALOG DATABASE ${sqlText(database)} `,
          iamRole(spectrum.role()),
        ),
      },
    ],
    { after: [spectrum.role()], onDelete: [{ sql: `DROP SCHEMA IF EXISTS ${schema}` }] },
  );
  block.advise(`${block.to.id} sees the tables of the lake in the schema ${schema}: SELECT … FROM ${schema}.<table>.`);
}
