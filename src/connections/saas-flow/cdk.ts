import { defineCdkConnection, type EdgeBlock, type EdgeView, viewAs } from '../../kit/cdk';
import { account, arn, servicePrincipal } from '../../kit/cdk-modules';
import { parameterName, plainName } from '../../kit/cdk-names';
import type { Code } from '../../kit/code';
import { flowCatalogSlot, flowDestinationSlot, flowSourceSlot, intoBucket } from '../../services/appflow/cdk';
import { databaseName } from '../../services/glue-catalog/cdk';
import { service as glueCatalog } from '../../services/glue-catalog/service';
import { service as saas } from '../../services/source.saas/service';
import { edgeFolder } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, data, offer } = view;
    const source = viewAs(from, saas);
    if (source && to.kind === 'appflow')
      return offer(to, flowSourceSlot, {
        edge: edge.id,
        product: source.config.product ?? '',
        object: source.config.object ?? data[0]?.id ?? 'records',
        profile: profileOf(view),
        data,
        incremental: edge.load === 'incremental',
        masks: edge.masks === true,
        intervalMinutes: edge.intervalMinutes,
      });
    const catalog = viewAs(to, glueCatalog);
    if (catalog) return offer(from, flowCatalogSlot, { edge: edge.id, database: databaseName(catalog) });
    if (from.kind === 'appflow' && to.kind === 's3')
      offer(from, flowDestinationSlot, {
        edge: edge.id,
        destination: intoBucket(to.part('Bucket').member('bucketName'), edgeFolder(view, to), formatOf(view)),
      });
  },
  emit: (block) => {
    const { from, to } = block;
    if (from.kind === 'source.saas' && to.kind === 'eventbridge')
      return block.advise(
        `Make the partner event source of ${from.id} in the application and associate it in EventBridge: it brings a bus of its own, whose rules send on to ${to.id}.`,
      );
    if (from.kind === 'source.saas')
      return block.advise(
        `Make the connection to ${from.id} in AppFlow (its console asks for the sign-in) and give its name as ${parameterName(from.id)}Connection. AppFlow keeps the credentials in a secret of its own, which it reads by ${secretAction}.`,
      );
    if (to.kind === 's3') return intoLake(block);
    if (to.kind === 'glue-catalog') return block.grant();
    block.advise(
      `The connection of the flow ${from.id} to ${to.id} is made in its console. The role it names also stages files: s3:PutObject, s3:GetObject and s3:ListBucket on a bucket of yours.`,
    );
    block.leaveOut(
      `${to.id} takes what a flow writes through a connection of the console: let the flow write to a bucket, and load from there`,
    );
    block.grant();
  },
});

const secretAction = 'secretsmanager:GetSecretValue';

/** The service writes as itself, for flows of this account. */
function intoLake(block: EdgeBlock): void {
  const { design, from, to, pair } = block;
  const bucket = to.part('Bucket');
  const actions = pair.permissions?.flatMap((permission) => permission.actions) ?? [];
  const condition = {
    StringEquals: { 'aws:SourceAccount': account },
    ArnLike: { 'aws:SourceArn': arn('appflow', 'flow/', plainName(from.id, 256)) },
  };
  const scope = { prefixes: [edgeFolder(block, to)] };
  const onObjects = actions.filter((action) => !wholeBucket.has(action));
  const onBucket = actions.filter((action) => wholeBucket.has(action));
  const principals = [servicePrincipal('appflow.amazonaws.com')];
  block.allowOn(bucket, {
    principals,
    actions: onObjects,
    resources: design.access(to, 's3:PutObject', scope).map((access) => access.arn),
    conditions: condition,
  });
  block.allowOn(bucket, {
    principals,
    actions: onBucket,
    resources: [bucket.member('bucketArn')],
    conditions: condition,
  });
  if (from.offered(flowSourceSlot).length > 0)
    block.run(from.part('Flow').member('node').method('addDependency', bucket.member('policy').assured()));
  const key = to.key();
  if (key)
    block.allowOn(key, {
      principals,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    });
}

const wholeBucket: ReadonlySet<string> = new Set(['s3:GetBucketAcl', 's3:ListBucketMultipartUploads']);

const profileOf = ({ from, parameter }: EdgeView): Code =>
  parameter(`${parameterName(from.id)}Connection`, `Name of the AppFlow connection to ${from.id}`);

function formatOf({ edge, data }: EdgeView): 'JSON' | 'CSV' | 'PARQUET' {
  const format = edge.format ?? data[0]?.format;
  return format === 'parquet' ? 'PARQUET' : format === 'csv' ? 'CSV' : 'JSON';
}
