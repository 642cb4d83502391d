import { defineCdkConnection, type EdgeBlock, type EdgeView, type NodeView, reachSlot } from '../../kit/cdk';
import { arn } from '../../kit/cdk-modules';
import { isStaged, letStage, stagingBucket, stagingSlot } from '../../kit/cdk-staging';
import type { Permission } from '../../kit/connection';
import { inputSlot, outputSlot } from '../../services/glue-databrew/cdk';
import { connectionName, makeDatabaseConnection } from '../glue-connections';
import { edgeFolder } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, data, offer } = view;
    const reads = to.kind === 'glue-databrew';
    const [brew, store] = reads ? [to, from] : [from, to];
    if (store.kind !== 's3') {
      offer(brew, reachSlot, store);
      if (isStaged(store)) offer(brew, stagingSlot, edge.id);
      const temporary = isStaged(store) ? { bucket: stagingBucket(brew).member('bucketName') } : undefined;
      // A connection into a VPC: the table that the recipe reads or writes has the name of the data set.
      const table = data[0]?.id ?? store.id;
      if (reads)
        offer(brew, inputSlot, {
          edge: edge.id,
          input: {
            databaseInputDefinition: {
              glueConnectionName: connectionName(view),
              databaseTableName: table,
              tempDirectory: temporary,
            },
          },
          format: undefined,
          data,
        });
      else
        offer(brew, outputSlot, {
          edge: edge.id,
          database: {
            glueConnectionName: connectionName(view),
            databaseOutputMode: 'NEW_TABLE',
            databaseOptions: { tableName: table, tempDirectory: temporary },
          },
        });
      return;
    }
    const location = { bucket: store.part('Bucket').member('bucketName'), key: edgeFolder(view, store) || undefined };
    if (reads)
      offer(brew, inputSlot, { edge: edge.id, input: { s3InputDefinition: location }, format: formatOf(view), data });
    else
      offer(brew, outputSlot, {
        edge: edge.id,
        file: { location, format: formatOf(view) ?? 'PARQUET', overwrite: true },
      });
  },
  emit: (block) => {
    const { from, to } = block;
    const [brew, store] = to.kind === 'glue-databrew' ? [to, from] : [from, to];
    if (store.kind === 's3') return block.grant({ prefixes: [edgeFolder(block, store)] });
    connectStore(block, brew, store);
  },
});

/** A Glue connection to a database, which is the recipe's own; a warehouse also unloads to a place that people choose. */
function connectStore(block: EdgeBlock, brew: NodeView, store: NodeView): void {
  const endpoint = block.design.endpoint(store);
  const own = (block.pair.permissions ?? []).map(
    (permission): Permission => ({
      ...permission,
      actions: permission.actions.filter((action) => !isOwn(action)),
    }),
  );
  block.grant({
    which: (permission) => own.includes(permission),
    more: own.filter(({ actions }) => actions.length > 0),
  });
  if (isStaged(store)) letStage(block, brew);
  if (!endpoint) return;
  makeDatabaseConnection(block, brew, endpoint);
  block.connect(brew, store, endpoint.port);
  block.allow(brew, {
    actions: ['glue:GetConnection'],
    resources: [arn('glue', 'catalog'), arn('glue', 'connection/', connectionName(block))],
  });
}

const isOwn = (action: string): boolean => action === 'glue:GetConnection' || action.startsWith('s3:');

function formatOf({ edge, data }: EdgeView): 'CSV' | 'JSON' | 'PARQUET' | undefined {
  const format = edge.format ?? data[0]?.format;
  if (format === 'json' || format === 'jsonl') return 'JSON';
  return format === 'csv' ? 'CSV' : format === 'parquet' ? 'PARQUET' : undefined;
}
