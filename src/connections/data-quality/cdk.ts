import { defineCdkConnection, type EdgeBlock, type EdgeView, type NodeView, viewAs } from '../../kit/cdk';
import { account, arn, glue } from '../../kit/cdk-modules';
import { jobScheduleSlot } from '../../kit/job';
import type { DataSet } from '../../model/vocabulary';
import { databaseName, isDescribed, tableProps, tablesSlot } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { tableName } from '../../services/glue-catalog/table';
import { checkedSlot, metricsSlot } from '../../services/glue-data-quality/cdk';
import { grantTables } from '../job-tables';
import { catalogsOf, edgeFolders, layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, offer } = view;
    if (from.kind !== 's3') return offer(from, metricsSlot, true);
    for (const table of describedOn(view)) {
      if (table.catalog)
        offer(table.catalog, tablesSlot, {
          data: table.data,
          bucket: from,
          bucketName: from.part('Bucket').member('bucketName'),
          layout: table.layout,
        });
      offer(to, checkedSlot, {
        edge: edge.id,
        database: table.database,
        table: tableName(table.data),
        construct: table.catalog
          ? table.catalog.part(`Table-${tableName(table.data)}`)
          : to.part(`Table-${tableName(table.data)}`),
      });
    }
    if (edge.intervalMinutes !== undefined)
      offer(to, jobScheduleSlot, { edge: edge.id, intervalMinutes: edge.intervalMinutes, startAt: edge.startAt });
  },
  emit: (block) => {
    const { from, to, design } = block;
    if (from.kind !== 's3') return publishMetrics(block);
    block.grant({
      which: ({ actions }) => actions.every((action) => !action.startsWith('glue:')),
      more: (block.pair.permissions ?? []).map((permission) => ({
        ...permission,
        actions: permission.actions.filter((action) => !action.startsWith('glue:')),
      })),
      prefixes: edgeFolders(block, from),
    });
    if (catalogsOf(design, from).length > 0) grantTables(block, from);
    else ownTables(block, to);
  },
});

/** Tables of the edge in the catalog that describes the bucket; in a database of the node's own when none is drawn. */
function describedOn(view: EdgeView): readonly {
  readonly data: DataSet;
  readonly layout: ReturnType<typeof layoutOf>;
  readonly catalog: NodeView | undefined;
  readonly database: string;
}[] {
  const { design, from, to } = view;
  const catalog = viewAs(catalogsOf(design, from)[0], glueCatalog);
  return view.data.flatMap((data) => {
    const layout = layoutOf(design, from, data);
    if (!isDescribed({ data, layout })) return [];
    return [
      {
        data,
        layout,
        catalog: catalog as NodeView | undefined,
        database: catalog ? databaseName(catalog) : ownDatabase(to),
      },
    ];
  });
}

const ownDatabase = (view: NodeView): string => view.id.toLowerCase().replace(/[^a-z0-9_]/g, '_');

/** A database of the node's own, with a table for each data set of the edge. */
function ownTables(block: EdgeBlock, quality: NodeView): void {
  const database = ownDatabase(quality);
  const described = describedOn(block);
  if (described.length === 0) {
    block.remark('No table is known: glue:GetTable and glue:GetPartitions would have nothing to read.');
    return;
  }
  const made = block.part(quality, 'Database', glue.member('CfnDatabase'), {
    catalogId: account,
    databaseInput: { name: database, description: `Tables that ${quality.id} checks` },
  });
  for (const { data, layout } of described) {
    const table = block.part(
      quality,
      `Table-${tableName(data)}`,
      glue.member('CfnTable'),
      tableProps(database, { data, layout, bucketName: block.from.part('Bucket').member('bucketName') }, false),
    );
    block.run(table.method('addResourceDependency', made));
  }
  block.allow(quality, {
    actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
    resources: [
      arn('glue', 'catalog'),
      arn('glue', `database/${database}`),
      ...described.map(({ data }) => arn('glue', `table/${database}/${tableName(data)}`)),
    ],
  });
}

/** Metrics have no ARN: the namespace of the service is what can be named. */
function publishMetrics(block: EdgeBlock): void {
  const { from } = block;
  block.allow(from, {
    actions: ['cloudwatch:PutMetricData'],
    resources: ['*'],
    conditions: { StringEquals: { 'cloudwatch:namespace': 'Glue Data Quality' } },
  });
  if (!from.roleIsDeclared)
    block.acknowledge(
      from.role(),
      'AwsSolutions-IAM5[Resource::*]',
      `metrics have no ARN: ${from.title} may write those of the namespace Glue Data Quality only`,
    );
}
