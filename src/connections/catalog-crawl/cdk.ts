import { defineCdkConnection, viewAs } from '../../kit/cdk';
import { databaseName, tablesOf, tablesSlot } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { tableName } from '../../services/glue-catalog/table';
import { catalogSlot, targetSlot } from '../../services/glue-crawler/cdk';
import { layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ design, edge, from, to, data, offer }) => {
    if (from.kind === 's3') {
      offer(to, targetSlot, {
        bucketName: from.part('Bucket').member('bucketName'),
        folders: edge.prefix === undefined ? data.map((set) => layoutOf(design, from, set).folder) : [edge.prefix],
        tables: () =>
          design.neighbours(to, 'out', 'glue-catalog').flatMap(({ view }) => {
            const catalog = viewAs(view, glueCatalog)!;
            return data
              .map(tableName)
              .filter((name) => tablesOf(catalog).has(name))
              .map((name) => catalog.part(`Table-${name}`));
          }),
        schedule: { intervalMinutes: edge.intervalMinutes, startAt: edge.startAt },
      });
      return;
    }
    const catalog = viewAs(to, glueCatalog)!;
    offer(from, catalogSlot, { database: databaseName(catalog), construct: to.part('Database') });
    for (const { edge: read, view: bucket } of design.neighbours(from, 'in', 's3')) {
      for (const set of design.dataOn(read))
        offer(to, tablesSlot, {
          data: set,
          bucket,
          bucketName: bucket.part('Bucket').member('bucketName'),
          layout: layoutOf(design, bucket, set),
        });
    }
  },
  emit: (block) => {
    const { design, from, data, edge } = block;
    if (from.kind === 's3')
      return block.grant({
        prefixes: edge.prefix === undefined ? data.map((set) => layoutOf(design, from, set).folder) : [edge.prefix],
      });
    block.grant({ data: design.neighbours(from, 'in', 's3').flatMap((read) => design.dataOn(read.edge)) });
  },
});
