import { defineCdkConnection, viewAs } from '../../kit/cdk';
import type { Permission } from '../../kit/connection';
import { catalogSlot, resultPrefix, resultsSlot } from '../../services/athena/cdk';
import { icebergDatabase } from '../../services/iceberg-table/names';
import { service as icebergTable } from '../../services/iceberg-table/service';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer }) => {
    const table = viewAs(to, icebergTable);
    if (table) offer(from, catalogSlot, { view: to, database: icebergDatabase(table) });
    else offer(from, resultsSlot, to);
  },
  emit: (block) => {
    if (block.to.kind === 'iceberg-table') return block.grant({ more: changesRows });
    block.grant({ prefixes: block.edge.prefix === undefined ? [resultPrefix] : [resultPrefix, block.edge.prefix] });
  },
});

/** A statement that changes rows is a query first: it asks the engine, and reads the table that it writes. */
const changesRows: readonly Permission[] = [
  {
    role: 'querying role',
    holder: 'outside',
    on: 'from',
    grant: 'role',
    actions: [
      'athena:StartQueryExecution',
      'athena:GetQueryExecution',
      'athena:GetQueryResults',
      'athena:GetWorkGroup',
      's3:GetBucketLocation',
      's3:GetObject',
      's3:PutObject',
    ],
  },
  {
    role: 'querying role',
    holder: 'outside',
    on: 'to',
    grant: 'role',
    actions: ['glue:GetDatabase', 's3:DeleteObject', 's3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
  },
];
