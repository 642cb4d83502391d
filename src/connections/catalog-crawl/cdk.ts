import { defineCdkConnection, reachSlot, viewAs } from '../../kit/cdk';
import { expression } from '../../kit/code';
import { databaseName, tablesOf, tablesSlot } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { tableName } from '../../services/glue-catalog/table';
import { catalogSlot, jdbcTargetSlot, targetSlot } from '../../services/glue-crawler/cdk';
import { connectionName, makeDatabaseConnection } from '../glue-connections';
import { edgeFolders, layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { design, edge, from, to, data, offer } = view;
    if (from.kind === 'rds') {
      offer(to, reachSlot, from);
      const { engine = '', database = 'pipeline' } = design.endpoint(from) ?? {};
      return offer(to, jdbcTargetSlot, {
        edge: edge.id,
        connectionName: connectionName(view),
        // Of engines with schemas within a database every schema.
        path: /^(mysql|mariadb)$/.test(engine) ? `${database}/%` : `${database}/%/%`,
        schedule: { intervalMinutes: edge.intervalMinutes, startAt: edge.startAt },
      });
    }
    if (from.kind === 's3') {
      offer(to, targetSlot, {
        bucketName: from.part('Bucket').member('bucketName'),
        folders: edgeFolders(view, from),
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
    const { design, from, to } = block;
    if (from.kind === 'rds') {
      const endpoint = design.endpoint(from)!;
      block.connect(to, from, endpoint.port);
      const made = makeDatabaseConnection(block, to, endpoint);
      block.run(to.part('Crawler').method('addResourceDependency', made));
      // The connection is the crawler's own.
      return block.allow(to, {
        actions: ['secretsmanager:GetSecretValue'],
        resources: [expression(endpoint.secretArn)],
      });
    }
    if (from.kind === 's3')
      return block.grant({
        prefixes: edgeFolders(block, from),
      });
    block.grant({ data: design.neighbours(from, 'in', 's3').flatMap((read) => design.dataOn(read.edge)) });
  },
});
