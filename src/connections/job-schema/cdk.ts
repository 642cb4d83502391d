import { type DesignView, defineCdkConnection, type NodeView, viewAs } from '../../kit/cdk';
import { jobCatalogSlot } from '../../kit/job';
import type { DataSet } from '../../model/vocabulary';
import { databaseName, tablesSlot } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ design, from, to, offer }) => {
    offer(from, jobCatalogSlot, { view: to, database: databaseName(viewAs(to, glueCatalog)!) });
    for (const { bucket, data } of lakeOf(design, from))
      offer(to, tablesSlot, {
        data,
        bucket,
        bucketName: bucket.part('Bucket').member('bucketName'),
        layout: layoutOf(design, bucket, data),
      });
  },
  emit: (block) => block.grant({ data: lakeOf(block.design, block.from).map(({ data }) => data) }),
});

/** Data sets that a job reads from buckets and writes to them. */
function lakeOf(design: DesignView, job: NodeView): { readonly bucket: NodeView; readonly data: DataSet }[] {
  const edges = [...design.neighbours(job, 'out', 's3'), ...design.neighbours(job, 'in', 's3')];
  return edges.flatMap(({ edge, view: bucket }) => design.dataOn(edge).map((data) => ({ bucket, data })));
}
