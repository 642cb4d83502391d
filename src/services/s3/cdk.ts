import { type Access, defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { duration, removal, s3 } from '../../kit/cdk-modules';
import { bucketEncryption, l1Of } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import type { LifecycleRule } from './config';
import { service } from './service';

export const cdk = defineCdk(service, {
  assumedBy: { service: 's3.amazonaws.com' },
  keyUse: {
    read: ['s3:GetObject', 's3:GetObjectVersionForReplication'],
    write: ['s3:PutObject', 's3:ReplicateObject'],
  },
  access: (view, action, { prefixes }) => bucketAccess(view.part('Bucket'), `${nameOf(view)}Arn`, action, prefixes),
  emit: (block) => {
    const { config, title } = block;
    const logged = block.node.logs?.includes('access') === true;
    const key = block.key();
    const accessLogs = logged
      ? block.construct('AccessLogs', s3.member('Bucket'), {
          encryption: s3.member('BucketEncryption').member('S3_MANAGED'),
          blockPublicAccess: s3.member('BlockPublicAccess').member('BLOCK_ALL'),
          objectOwnership: s3.member('ObjectOwnership').member('BUCKET_OWNER_ENFORCED'),
          enforceSSL: true,
          lifecycleRules: [
            { expiration: duration('days', 365), abortIncompleteMultipartUploadAfter: duration('days', 7) },
          ],
          removalPolicy: removal(block.keepsData),
        })
      : undefined;
    const flags = config.blockPublicAccess;
    const open = Object.entries(flags)
      .filter(([, on]) => !on)
      .map(([flag]) => flag);
    const blockPublicAccess = s3.member('BlockPublicAccess');
    const ownership = s3.member('ObjectOwnership');
    const bucket = block.construct('Bucket', s3.member('Bucket'), {
      encryption: bucketEncryption(block),
      encryptionKey: key,
      bucketKeyEnabled: key ? true : undefined,
      blockPublicAccess:
        open.length === 0 ? blockPublicAccess.member('BLOCK_ALL') : blockPublicAccess.new({ ...flags }),
      objectOwnership: {
        BucketOwnerEnforced: ownership.member('BUCKET_OWNER_ENFORCED'),
        BucketOwnerPreferred: ownership.member('BUCKET_OWNER_PREFERRED'),
        ObjectWriter: ownership.member('OBJECT_WRITER'),
      }[config.objectOwnership],
      enforceSSL: config.tlsOnly,
      versioned: config.versioning === 'enabled',
      lifecycleRules: lifecycle(block),
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: accessLogs ? `${block.id}/` : undefined,
      removalPolicy: removal(block.keepsData),
    });
    if (config.versioning === 'suspended')
      block.run(
        l1Of(bucket, s3.member('CfnBucket')).method(
          'addPropertyOverride',
          'VersioningConfiguration.Status',
          'Suspended',
        ),
      );
    if (!logged) block.acknowledge(bucket, 'AwsSolutions-S1', unloggedBecause(block));
    if (open.length > 0)
      block.acknowledge(
        bucket,
        'AwsSolutions-S2',
        `${title} asks for public access: config.blockPublicAccess has ${open.join(', ')} off`,
      );
    if (!config.tlsOnly)
      block.acknowledge(
        bucket,
        'AwsSolutions-S10',
        `${title} accepts plain HTTP in the design: config.tlsOnly is false`,
      );
    const impossible = config.lifecycle
      .flatMap(({ transitions }) => transitions ?? [])
      .filter((move) => classNames[move.storageClass] === undefined);
    if (impossible.length > 0)
      block.leaveOut(
        `no lifecycle rule moves objects to ${[...new Set(impossible.map((move) => move.storageClass))].join(', ')}: S3 knows no such transition`,
      );
    const joined = new Set(block.design.neighbours(block, 'out').map(({ view }) => view.id));
    for (const { to } of config.replication)
      if (!joined.has(to))
        block.leaveOut(`nothing is replicated to ${to}: config.replication names it, and no edge leads there`);
    if (config.storageClass !== 'STANDARD' && !movedAtOnce.has(config.storageClass)) {
      block.leaveOut(
        config.storageClass === 'EXPRESS_ONEZONE'
          ? 'S3 Express One Zone keeps objects in directory buckets, of which the zone must be chosen by hand: this is a general purpose bucket, and its objects are STANDARD'
          : `objects are written as ${config.storageClass} only if their writers ask for it: the class is a header of each request, not a setting of the bucket`,
      );
    }
  },
});

const nameOf = (view: NodeView<typeof service>): string => {
  const part = view.part('Bucket').tree;
  return part.type === 'member' ? part.name : view.id;
};

function unloggedBecause(block: NodeBlock<typeof service>): string {
  const suppression = block.design.suppression('operations/bucket-access-log-off', block.id);
  if (suppression) return `the design accepts this: ${suppression.reason}`;
  const { trail } = block.design.graph.pipeline.architecture;
  if (trail?.dataEvents?.includes(block.id))
    return `the data events of the audit trail record the same requests: architecture.trail.dataEvents names ${block.title}`;
  return `${block.title} keeps no access log in the design: its "logs" do not ask for "access"${trail?.enabled ? '; changes to the bucket are in the audit trail of architecture.trail' : ''}`;
}

/** Classes a lifecycle rule may move objects to on the day they are written. */
const movedAtOnce: ReadonlySet<string> = new Set(['INTELLIGENT_TIERING', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE']);

const classNames: Readonly<Record<string, string>> = {
  INTELLIGENT_TIERING: 'INTELLIGENT_TIERING',
  STANDARD_IA: 'INFREQUENT_ACCESS',
  ONEZONE_IA: 'ONE_ZONE_INFREQUENT_ACCESS',
  GLACIER_IR: 'GLACIER_INSTANT_RETRIEVAL',
  GLACIER: 'GLACIER',
  DEEP_ARCHIVE: 'DEEP_ARCHIVE',
};

/** Lifecycle rules as drawn, the shorthand of the bucket, and the end of uploads that nobody finished. */
function lifecycle({ config, declared }: NodeView<typeof service>): Code {
  const rules: LifecycleRule[] = [...config.lifecycle];
  const whole = rules.filter(({ prefix }) => !prefix);
  const extra: LifecycleRule = {
    ...(declared.expireDays !== undefined &&
      !whole.some(({ expireDays }) => expireDays !== undefined && expireDays <= declared.expireDays!) && {
        expireDays: declared.expireDays,
      }),
    ...(declared.noncurrentDays !== undefined &&
      !whole.some(
        ({ noncurrentDays }) => noncurrentDays !== undefined && noncurrentDays <= declared.noncurrentDays!,
      ) && { noncurrentDays: declared.noncurrentDays }),
    ...(movedAtOnce.has(config.storageClass) && {
      transitions: [
        {
          days: 0,
          storageClass: config.storageClass as NonNullable<LifecycleRule['transitions']>[number]['storageClass'],
        },
      ],
    }),
  };
  if (Object.keys(extra).length > 0) rules.push(extra);
  const printed = rules.flatMap((rule): Code[] => {
    const transitions = (rule.transitions ?? []).flatMap(({ days, storageClass }) => {
      const className = classNames[storageClass];
      return className === undefined
        ? []
        : [{ storageClass: s3.member('StorageClass').member(className), transitionAfter: duration('days', days) }];
    });
    const props = {
      prefix: rule.prefix || undefined,
      transitions: transitions.length > 0 ? transitions : undefined,
      expiration: rule.expireDays === undefined ? undefined : duration('days', rule.expireDays),
      noncurrentVersionExpiration:
        rule.noncurrentDays === undefined ? undefined : duration('days', rule.noncurrentDays),
    };
    return Object.entries(props).some(([key, value]) => key !== 'prefix' && value !== undefined) ? [props] : [];
  });
  return [...printed, { abortIncompleteMultipartUploadAfter: duration('days', 7) }];
}

const onObjects = /Object|^s3:(AbortMultipartUpload|ListMultipartUploadParts|Replicate)/;

/**
 * What an action on a bucket is allowed on: the bucket, or its objects below the prefixes. Objects are granted in the
 * bucket policy: there a wildcard ends at the bucket, and the roles stay free of wildcards.
 */
export function bucketAccess(
  bucket: Expression,
  output: string,
  action: string,
  prefixes: readonly string[] | undefined,
): Access[] {
  const bucketArn = bucket.member('bucketArn');
  const common = { output: { name: output, value: bucketArn } };
  if (!onObjects.test(action)) return [{ ...common, arn: bucketArn, shown: `<${output}>`, via: 'role' }];
  return (prefixes && prefixes.length > 0 ? prefixes : ['']).map((prefix) => ({
    ...common,
    arn: template(bucketArn, `/${literally(prefix)}*`),
    shown: `<${output}>/${literally(prefix)}*`,
    via: 'resource-policy',
    resource: bucket,
  }));
}

/** A prefix in an ARN pattern: what means something there stands for itself. */
const literally = (prefix: string): string => prefix.replace(/[$*?]/g, '$${$&}');
