import { defineCdkConnection, type EdgeView, viewAs } from '../../kit/cdk';
import { catalogSlot } from '../../services/athena/cdk';
import { databaseName, tablesOf } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { glueColumns, tableName } from '../../services/glue-catalog/table';
import { type SourceTable, sourceSlot } from '../../services/quicksight/cdk';
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

const parameterName = (id: string): string =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^\d/, 'N$&');

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
