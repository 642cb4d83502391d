import { defineCdkConnection, type EdgeBlock, type EdgeView, viewAs } from '../../kit/cdk';
import { lakeformation } from '../../kit/cdk-modules';
import { databaseName, tablesOf } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { madeFor } from '../../services/iceberg-table/cdk';
import { icebergDatabase, icebergTable, isInTableBucket } from '../../services/iceberg-table/names';
import { service as icebergService } from '../../services/iceberg-table/service';
import { type GovernedTable, governedSlot, governor, readerSlot } from '../../services/lake-formation/cdk';
import { service as lakeFormation } from '../../services/lake-formation/service';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, data, design, offer } = view;
    const speaker = governor(design);
    if (!speaker) return;
    const persona = to.kind === 'persona' ? to.node.config?.persona : undefined;
    if (typeof persona === 'string') offer(speaker, readerSlot, { persona, data });
    if (from.kind === 'glue-catalog' || from.kind === 'iceberg-table') offer(speaker, governedSlot, () => tables(view));
  },
  emit: (block) => {
    const { from } = block;
    if (from.kind === 's3' || from.kind === 'iceberg-table') register(block);
    else block.grant();
  },
});

/** Tables that the catalog, or the table itself, brings under Lake Formation. */
function tables({ design, from }: EdgeView): GovernedTable[] {
  const catalog = viewAs(from, glueCatalog);
  if (catalog)
    return [...tablesOf(catalog)].map(([table, { data }]) => ({
      data,
      database: databaseName(catalog),
      table,
      made: from.part(`Table-${table}`),
    }));
  const table = viewAs(from, icebergService);
  const data = table && madeFor(table, design);
  if (!table || !data) return [];
  return [{ data, database: icebergDatabase(table), table: icebergTable(table, design), made: from.part('Table') }];
}

/** Registers the bucket: from then on Lake Formation hands out access to it, under its own role. */
function register(block: EdgeBlock): void {
  const { design, edge, from, to } = block;
  const table = viewAs(from, icebergService);
  if (table && isInTableBucket(table)) {
    block.grant();
    block.leaveOut(
      `Lake Formation takes over the table buckets of an account together, where they are shown in the Glue Data Catalog: choose it there for ${from.id}`,
    );
    return;
  }
  const [first] = design
    .neighbours(from, 'out', 'lake-formation')
    .map((neighbour) => neighbour.edge.id)
    .sort();
  if (first !== edge.id) {
    block.grant();
    block.leaveOut(`the bucket of ${from.id} is registered over ${first} already`);
    return;
  }
  block.grant({
    more: [
      {
        role: 'location role',
        holder: 'to',
        on: 'from',
        grant: 'role',
        actions: ['s3:DeleteObject', 's3:GetBucketLocation', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
      },
    ],
  });
  const location = block.construct(to, 'Location', lakeformation.member('CfnResource'), {
    resourceArn: from.part('Bucket').member('bucketArn'),
    useServiceLinkedRole: false,
    roleArn: to.role().member('roleArn'),
    hybridAccessEnabled: viewAs(to, lakeFormation)!.config.hybridAccess,
  });
  block.run(location.member('node').method('addDependency', to.role()));
}
