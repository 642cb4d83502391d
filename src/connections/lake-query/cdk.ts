import { defineCdkConnection, type EdgeView, viewAs } from '../../kit/cdk';
import { catalogSlot, lakeSlot } from '../../services/athena/cdk';
import { catalogPath, icebergDatabase, isInTableBucket } from '../../services/iceberg-table/names';
import { service as icebergTable } from '../../services/iceberg-table/service';
import { edgeFolders } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, offer } = view;
    const table = viewAs(from, icebergTable);
    // Such a table is in the catalog by itself.
    if (table) offer(to, catalogSlot, { view: from, database: icebergDatabase(table) });
    offer(to, lakeSlot, { view: from, prefixes: folders(view) });
  },
  emit: (block) => {
    // Whoever asks also writes the results and reads them back.
    const results = {
      role: 'querying role',
      holder: 'outside',
      on: 'to',
      grant: 'role',
      actions: ['s3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:GetObject', 's3:PutObject'],
    } as const;
    block.grant({ prefixes: folders(block), more: [results] });
    const table = viewAs(block.from, icebergTable);
    if (table && isInTableBucket(table))
      block.advise(
        `Choose the catalog \`${catalogPath(table).join('/')}\` in Athena before you ask ${block.from.id}, or write it before the table: \`"${catalogPath(table).join('/')}"."${icebergDatabase(table)}"."…"\`.`,
      );
  },
});

/** Folders that are queried; a table of its own bucket is queried whole. */
function folders(view: EdgeView): string[] {
  return view.from.kind === 'iceberg-table' ? [] : edgeFolders(view, view.from);
}
