import { defineCdkConnection, viewAs } from '../../kit/cdk';
import { schemaSlot } from '../../services/firehose/cdk';
import { service as firehoseService } from '../../services/firehose/service';
import { databaseName, tablesSlot } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { tableName } from '../../services/glue-catalog/table';
import { isConverted, layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ design, from, to, offer }) => {
    const firehose = viewAs(from, firehoseService)!;
    const catalog = viewAs(to, glueCatalog)!;
    for (const { edge, view: bucket } of design.neighbours(from, 'out', 's3')) {
      for (const data of design.dataOn(edge)) {
        offer(to, tablesSlot, {
          data,
          bucket,
          bucketName: bucket.part('Bucket').member('bucketName'),
          layout: layoutOf(design, bucket, data),
        });
        if (isConverted(design, firehose, data))
          offer(from, schemaSlot, { database: databaseName(catalog), table: to.part(`Table-${tableName(data)}`) });
      }
    }
  },
  emit: (block) =>
    block.grant({
      data: block.design.neighbours(block.from, 'out', 's3').flatMap(({ edge }) => block.design.dataOn(edge)),
    }),
});
