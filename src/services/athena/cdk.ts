import { type Access, defineCdk, defineSlot, type NodeView } from '../../kit/cdk';
import { account, arn, athena, stackName } from '../../kit/cdk-modules';
import { ownBucket } from '../../kit/cdk-parts';
import { type Expression, template } from '../../kit/code';
import { service } from './service';

const bytesPerGB = 1_000_000_000;
/** The least that a capacity reservation may hold. */
const leastDpus = 24;

/** A bucket that is queried, and under which keys. */
export const lakeSlot = defineSlot<{ readonly view: NodeView; readonly prefixes: readonly string[] }>('lake');
/** The bucket that takes results. */
export const resultsSlot = defineSlot<NodeView>('results');
/** The catalog that describes the lake. */
export const catalogSlot = defineSlot<{ readonly view: NodeView; readonly database: string }>('catalog');

/** The function through which another store is queried: who asks must be allowed to call it. */
export const connectorSlot = defineSlot<{ readonly edge: string; readonly source: string; readonly arn: Expression }>(
  'connector',
);

type AthenaView = NodeView<typeof service>;

export const workgroupName = (view: AthenaView): string | Expression =>
  view.config.workgroup ?? template(stackName, `-${view.id}`);

export const resultPrefix = 'athena-results/';
/** Where connectors put answers that are too large: beside the results, for the same readers. */
export const spillPrefix = `${resultPrefix}spill/`;
/** The bucket that takes results. */
export function resultsBucket(view: NodeView): Expression {
  const [drawn] = view.offered(resultsSlot);
  return drawn ? drawn.part('Bucket') : view.part('Results');
}
const readsData: ReadonlySet<string> = new Set(['s3:GetObject', 's3:ListBucket', 's3:GetBucketLocation']);

export const cdk = defineCdk(service, {
  behind: (view) => [...view.offered(lakeSlot).map((lake) => lake.view), ...view.offered(resultsSlot).slice(0, 1)],
  access: (view, action, scope, design) => {
    const workgroup: Access = {
      arn: arn('athena', 'workgroup/', workgroupName(view)),
      shown: `arn:aws:athena:<region>:<account>:workgroup/${view.config.workgroup ?? `<stack>-${view.id}`}`,
      via: 'role',
    };
    if (action.startsWith('athena:')) return [workgroup];
    if (action.startsWith('lambda:'))
      return view
        .offered(connectorSlot)
        .filter(({ edge }) => scope.edge === undefined || edge === scope.edge.id)
        .map(({ source, arn: connector }) => ({
          arn: connector,
          shown: `<connector function of ${source}>`,
          via: 'role',
        }));
    if (action.startsWith('glue:'))
      return view.offered(catalogSlot).flatMap((catalog) => design.access(catalog.view, action, scope));
    // Queries read the lake, and read and write their results.
    const spills = scope.prefixes?.includes(spillPrefix) === true;
    const data =
      readsData.has(action) && !spills
        ? view.offered(lakeSlot).flatMap(({ view: lake, prefixes }) => design.access(lake, action, { prefixes }))
        : [];
    const [results] = view.offered(resultsSlot);
    const prefix = spills ? spillPrefix : resultPrefix;
    const own = results ? design.access(results, action, { prefixes: [prefix] }) : ownResults(view, action, prefix);
    return [...data, ...own];
  },
  emit: (block) => {
    const { config, design } = block;
    const [drawn] = block.offered(resultsSlot);
    const bucket = drawn
      ? drawn.part('Bucket')
      : ownBucket(block, 'Results', {
          expireDays: config.resultsExpireDays,
          unlogged: `no results bucket is drawn for ${block.title}, so this one holds copies only: results that expire after ${config.resultsExpireDays} days (config.resultsExpireDays); the queries themselves are in the audit trail`,
        });
    const kms = config.resultEncryption === 'SSE_KMS';
    const key = kms ? block.key() : undefined;
    if (kms && !key)
      block.leaveOut(
        'results are encrypted with the AWS managed key: config.resultEncryption is SSE_KMS and encryption is not cmk',
      );
    const option = config.resultEncryption === 'none' ? undefined : key ? 'SSE_KMS' : 'SSE_S3';
    const workGroup = block.construct('WorkGroup', athena.member('CfnWorkGroup'), {
      name: workgroupName(block),
      description: `Workgroup ${block.id} of the design`,
      state: 'ENABLED',
      recursiveDeleteOption: !block.keepsData,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: config.enforceWorkgroup,
        bytesScannedCutoffPerQuery:
          config.scanLimitGB === undefined
            ? undefined
            : Math.max(10_000_000, Math.round(config.scanLimitGB * bytesPerGB)),
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        publishCloudWatchMetricsEnabled: true,
        requesterPaysEnabled: false,
        resultConfiguration: {
          outputLocation: template('s3://', bucket.member('bucketName'), `/${resultPrefix}`),
          expectedBucketOwner: account,
          encryptionConfiguration: option && { encryptionOption: option, kmsKey: key?.member('keyArn') },
        },
      },
    });
    if (config.capacity === 'provisioned') {
      block.construct('Capacity', athena.member('CfnCapacityReservation'), {
        name: template(stackName, `-${block.id}`),
        targetDpus: leastDpus,
        capacityAssignmentConfiguration: { capacityAssignments: [{ workgroupNames: [workGroup.member('ref')] }] },
      });
    }
    if (config.resultReuse)
      block.leaveOut('reuse of results is asked for by each query, not by the workgroup: config.resultReuse');
    const [catalog] = block.offered(catalogSlot);
    for (const query of design.graph.pipeline.queries.filter(({ node }) => node === block.id)) {
      const database = query.database?.trim() || catalog?.database || 'default';
      if (query.sql.trim() === '') continue;
      const saved = block.construct(`Query-${query.id}`, athena.member('CfnNamedQuery'), {
        name: (query.name?.trim() || query.id).slice(0, 128),
        description: query.description?.slice(0, 1024) || undefined,
        database: database.slice(0, 255),
        queryString: query.sql.slice(0, 262_144),
        workGroup: workGroup.member('ref'),
      });
      block.run(saved.method('addResourceDependency', workGroup));
    }
  },
});

function ownResults(view: NodeView, action: string, prefix: string): Access[] {
  const bucket = view.part('Results');
  const output = bucket.tree.type === 'member' ? `${bucket.tree.name}Arn` : view.id;
  const bucketArn = bucket.member('bucketArn');
  const common = { output: { name: output, value: bucketArn } };
  return /Object|Abort|Parts/.test(action)
    ? [
        {
          ...common,
          arn: template(bucketArn, `/${prefix}*`),
          shown: `<${output}>/${prefix}*`,
          via: 'resource-policy',
          resource: bucket,
        },
      ]
    : [{ ...common, arn: bucketArn, shown: `<${output}>`, via: 'role' }];
}
