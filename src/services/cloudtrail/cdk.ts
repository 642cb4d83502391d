import { type DesignView, defineCdk, defineSlot, type NodeView } from '../../kit/cdk';
import { account, arn, cloudtrail, duration, onlyFor, s3, servicePrincipal, stackName } from '../../kit/cdk-modules';
import { alarmsWithout, ownBucket } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { service } from './service';

type TrailView = NodeView<typeof service>;

/** The bucket that takes the log. */
export const bucketSlot = defineSlot<{ readonly bucket: Expression }>('bucket');
/** The log group that takes it as well. */
export const logGroupSlot = defineSlot<{ readonly logGroup: Expression }>('log-group');

const trailName = (view: TrailView): Expression => template(stackName, `-${view.id}`);
const trailArn = (view: TrailView): Expression => arn('cloudtrail', 'trail/', trailName(view));
/** Conditions that hold for this trail only. */
export const onlyThisTrail = (view: TrailView): { readonly [key: string]: Code } => onlyFor(trailArn(view));
/** Days for which a locked log cannot be deleted, where the design does not say. */
export const lockedDays = 365;

/** What CloudTrail must be allowed on the bucket of its log: to look at its owner, and to write below its own prefix. */
export function deliveryStatements(
  view: TrailView,
  bucket: Expression,
): {
  readonly principals: readonly Code[];
  readonly actions: readonly string[];
  readonly resources: readonly Code[];
  readonly conditions: Code;
}[] {
  const principals = [servicePrincipal('cloudtrail.amazonaws.com')];
  const only = onlyThisTrail(view);
  return [
    { principals, actions: ['s3:GetBucketAcl'], resources: [bucket.member('bucketArn')], conditions: only },
    {
      principals,
      actions: ['s3:PutObject'],
      resources: [template(bucket.member('bucketArn'), '/AWSLogs/', account, '/*')],
      conditions: {
        ...only,
        StringEquals: { 'aws:SourceAccount': account, 's3:x-amz-acl': 'bucket-owner-full-control' },
      },
    },
  ];
}

export const cdk = defineCdk(service, {
  assumedBy: { service: 'cloudtrail.amazonaws.com' },
  waits: 'Trail',
  access: (view) => [
    { arn: trailArn(view), shown: `arn:aws:cloudtrail:<region>:<account>:trail/<stack>-${view.id}`, via: 'role' },
  ],
  emit: (block) => {
    const trail = block.design.graph.pipeline.architecture.trail ?? {};
    const [drawn] = block.offered(bucketSlot);
    const locks =
      trail.locked === true
        ? {
            versioned: true,
            objectLockEnabled: true,
            objectLockDefaultRetention: s3
              .member('ObjectLockRetention')
              .method('governance', duration('days', lockedDays)),
          }
        : {};
    const bucket =
      drawn?.bucket ??
      ownBucket(block, 'Log', {
        expireDays: lockedDays * 2,
        unlogged: `no bucket is drawn for ${block.title}: this one holds the audit log itself, whose readers the trail records`,
        more: locks,
      });
    if (!drawn) for (const statement of deliveryStatements(block, bucket)) block.allowOn(bucket, statement);
    const [group] = block.offered(logGroupSlot);
    const made = block.construct('Trail', cloudtrail.member('CfnTrail'), {
      trailName: trailName(block),
      s3BucketName: bucket.member('bucketName'),
      isLogging: true,
      isMultiRegionTrail: trail.multiRegion ?? false,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: trail.validation ?? false,
      cloudWatchLogsLogGroupArn: group?.logGroup.member('logGroupArn'),
      cloudWatchLogsRoleArn: group && block.role().member('roleArn'),
      eventSelectors: selectors(block, block.design),
    });
    // CloudTrail tries the bucket when the trail is made; for a bucket of the design, the edge sees to it.
    if (!drawn) block.run(made.member('node').method('addDependency', bucket.member('policy').assured()));
    if (group) block.run(made.member('node').method('addDependency', block.role()));
    if (trail.enabled !== true)
      block.remark('architecture.trail does not say "enabled", but a trail is drawn: here it is.');
    alarmsWithout(block, []);
  },
});

/** Management events, and the object events of the stores that `architecture.trail.dataEvents` names. */
function selectors(block: TrailView, design: DesignView): Code {
  const stores = (design.graph.pipeline.architecture.trail?.dataEvents ?? [])
    .flatMap((id) => design.find(id) ?? [])
    .filter((view) => view.id !== block.id);
  const objects = stores
    .flatMap((view) => design.access(view, 's3:ListBucket'))
    .filter(({ arn: of }) => (of as Expression).tree?.type === 'member');
  if (objects.length === 0) return undefined;
  return [
    {
      readWriteType: 'All',
      includeManagementEvents: true,
      dataResources: [
        { type: 'AWS::S3::Object', values: objects.map(({ arn: of }) => template(of as Expression, '/')) },
      ],
    },
  ];
}
