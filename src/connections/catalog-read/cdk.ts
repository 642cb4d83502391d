import { defineCdkConnection, viewAs } from '../../kit/cdk';
import { catalogSlot } from '../../services/athena/cdk';
import { databaseName, tablesSlot } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ design, from, to, offer }) => {
    const catalog = viewAs(to, glueCatalog)!;
    offer(from, catalogSlot, { view: to, database: databaseName(catalog) });
    for (const { edge, view: bucket } of design.neighbours(from, 'in', 's3')) {
      for (const data of design.dataOn(edge))
        offer(to, tablesSlot, {
          data,
          bucket,
          bucketName: bucket.part('Bucket').member('bucketName'),
          layout: layoutOf(design, bucket, data),
        });
    }
  },
  emit: (block) =>
    block.grant({
      data: block.design.neighbours(block.from, 'in', 's3').flatMap(({ edge }) => block.design.dataOn(edge)),
    }),
});
