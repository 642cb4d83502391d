import type { Credentials, NodeBlock, NodeView } from './cdk';
import {
  account,
  cloudwatch,
  duration,
  ec2,
  events,
  iam,
  logs,
  partition,
  pick,
  region,
  removal,
  s3,
} from './cdk-modules';
import { type Code, type Expression, template } from './code';

/** Constructs that several services make for themselves. */

/** A log group that the service writes to. Made by the stack, so that its retention and its name are known. */
export function logGroup(
  block: Pick<NodeBlock, 'construct' | 'design' | 'keepsData'>,
  id: string,
  more: { readonly [key: string]: Code } = {},
): Expression {
  return block.construct(id, logs.member('LogGroup'), {
    retention: block.design.logRetention,
    removalPolicy: removal(block.keepsData),
    ...more,
  });
}

/** Lets CloudWatch Logs encrypt with a key: the groups of such a name, and no others. */
export function letLogsUse(block: Pick<NodeBlock, 'allowOn'>, key: Expression, groups: string): void {
  block.allowOn(key, {
    principals: [iam.member('ServicePrincipal').new(template('logs.', region, '.amazonaws.com'))],
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': template(
          'arn:',
          partition,
          ':logs:',
          region,
          ':',
          account,
          `:log-group:${groups}`,
        ),
      },
    },
  });
}

/** A bucket that no node of the design is: for results, logs and trails. */
export function ownBucket(
  block: NodeBlock,
  id: string,
  options: { readonly expireDays: number; readonly unlogged: string; readonly more?: { readonly [key: string]: Code } },
): Expression {
  const bucket = block.construct(id, s3.member('Bucket'), {
    encryption: s3.member('BucketEncryption').member('S3_MANAGED'),
    blockPublicAccess: s3.member('BlockPublicAccess').member('BLOCK_ALL'),
    objectOwnership: s3.member('ObjectOwnership').member('BUCKET_OWNER_ENFORCED'),
    enforceSSL: true,
    lifecycleRules: [
      { expiration: duration('days', options.expireDays), abortIncompleteMultipartUploadAfter: duration('days', 7) },
    ],
    removalPolicy: removal(block.keepsData),
    ...options.more,
  });
  block.acknowledge(bucket, 'AwsSolutions-S1', options.unlogged);
  return bucket;
}

export const bucketEncryption = (view: Pick<NodeView, 'encryption'>): Code => {
  const kind = s3.member('BucketEncryption');
  return pick(view.encryption, {
    none: kind.member('S3_MANAGED'),
    'aws-owned': kind.member('S3_MANAGED'),
    'aws-managed': kind.member('KMS_MANAGED'),
    cmk: kind.member('KMS'),
  });
};

export interface AlarmMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: { readonly [name: string]: Code };
  readonly statistic: 'Maximum' | 'Sum' | 'Average' | 'Minimum';
  readonly periodMinutes: number;
}

/** An alarm without actions: who is called is the team's choice, in the stack that is theirs. */
export function alarmOn(
  block: NodeBlock,
  id: string,
  metric: AlarmMetric,
  limit: {
    readonly threshold: number;
    readonly above: boolean;
    readonly periods?: number;
    readonly description: string;
  },
): void {
  const { namespace, metricName, dimensions, statistic, periodMinutes } = metric;
  block.alarm(id, {
    alarmDescription: limit.description,
    metric: cloudwatch
      .member('Metric')
      .new({ namespace, metricName, dimensionsMap: dimensions, statistic, period: duration('minutes', periodMinutes) }),
    threshold: limit.threshold,
    comparisonOperator: cloudwatch
      .member('ComparisonOperator')
      .member(limit.above ? 'GREATER_THAN_THRESHOLD' : 'LESS_THAN_THRESHOLD'),
    evaluationPeriods: limit.periods ?? 1,
    treatMissingData: cloudwatch.member('TreatMissingData').member('NOT_BREACHING'),
  });
}

/** An alarm on events of a service, which it sends and has no metric for: a rule without a target counts them. */
export function alarmOnEvent(
  block: NodeBlock,
  id: string,
  event: {
    readonly source: string;
    readonly type: string;
    readonly detail: { readonly [key: string]: Code };
    readonly description: string;
  },
): void {
  const rule = block.construct(`${id}Event`, events.member('CfnRule'), {
    description: `${event.description}: ${block.id}`,
    eventPattern: { source: [event.source], 'detail-type': [event.type], detail: event.detail },
    state: 'ENABLED',
  });
  alarmOn(
    block,
    id,
    {
      namespace: 'AWS/Events',
      metricName: 'MatchedEvents',
      dimensions: { RuleName: rule.member('ref') },
      statistic: 'Sum',
      periodMinutes: 5,
    },
    { threshold: 0, above: true, description: event.description },
  );
}

/** Alarms that the design asks for and that this kind of node has no metric for. */
export function alarmsWithout(block: NodeBlock, known: readonly string[]): void {
  const missing = (block.node.alarms ?? []).filter((alarm) => !known.includes(alarm));
  if (missing.length > 0)
    block.leaveOut(
      `no metric of this service answers the alarms ${missing.join(', ')}: set them up in lib/pipeline-stack.ts, or as a budget`,
    );
}

/** The freshness that the data of a node need, in seconds; undefined when nobody says. */
export function neededFreshness(block: Pick<NodeBlock, 'design' | 'node'>): number | undefined {
  const needs = block.design.graph.dataOf(block.node).flatMap(({ freshnessSeconds }) => freshnessSeconds ?? []);
  return needs.length > 0 ? Math.min(...needs) : undefined;
}

/** Lets in who the design names besides its nodes: address ranges, and security groups of other networks. */
export function letIn(block: NodeBlock, port: number): void {
  const peer = ec2.member('Peer');
  for (const text of block.node.ingressCidrs ?? []) {
    const from = /^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/.test(text)
      ? peer.method('ipv4', text)
      : /^[0-9a-fA-F:]*:[0-9a-fA-F:]*\/\d{1,3}$/.test(text)
        ? peer.method('ipv6', text)
        : /^sg-[0-9a-f]+$/.test(text)
          ? ec2.member('SecurityGroup').method('fromSecurityGroupId', block.scope, text, text)
          : undefined;
    if (!from) {
      block.leaveOut(`"${text}" may not connect: it is neither an address range nor the id of a security group`);
      continue;
    }
    const group = block.securityGroup();
    block.run(group.method('addIngressRule', from, ec2.member('Port').method('tcp', port), 'Named by the design'));
    if (/^(0\.0\.0\.0|::)\/0$/.test(text))
      block.acknowledge(group, 'AwsSolutions-EC23', `${block.title} is open to ${text} in the design: ingressCidrs`);
  }
}

/**
 * User and password for a service that keeps none itself: those of the drawn secret, else of one with a generated password.
 * CloudFormation reads them when it makes the resource; no template holds them.
 */
export function secretCredentials(block: NodeBlock): WithPassword {
  const drawn = drawnCredentials(block);
  if (drawn) return drawn;
  const own = block.credentials();
  block.acknowledge(
    own.secret,
    'AwsSolutions-SMG4',
    `the password of the administrator of ${block.title} is not rotated: its secretRef names no secret with "rotationDays"`,
  );
  return withPassword(own);
}

/** The same for a service that would make and keep a password itself: those of the drawn secret, or none. */
export function drawnCredentials(block: NodeBlock): WithPassword | undefined {
  const drawn = block.drawnCredentials();
  if (!drawn && block.design.find(block.node.secretRef)?.kind === 'secrets-manager')
    block.leaveOut('its secretRef names an API key, which has no user: it gets a user and a password of its own');
  return drawn && withPassword(drawn);
}

interface WithPassword extends Credentials {
  readonly password: Expression;
}

const withPassword = (user: Credentials): WithPassword => ({
  ...user,
  password: user.secret.method('secretValueFromJson', 'password').method('unsafeUnwrap'),
});

/** What a service needs to put a network interface of its own into a VPC. Describing them takes no resource in IAM. */
export function allowInterfaces(block: NodeBlock, actions: readonly string[] = interfaceActions): void {
  block.allow({ actions, resources: ['*'] });
  if (!block.roleIsDeclared)
    block.acknowledge(
      block.role(),
      'AwsSolutions-IAM5[Resource::*]',
      `${block.title} lies in a VPC of the design, and the service checks these actions on every interface`,
    );
}

const interfaceActions = ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces'];

/** The resource below a construct, for properties that the construct does not have. */
export const l1Of = (construct: Expression, type: Expression): Expression =>
  construct.member('node').member('defaultChild').as(type);

/** What actions on the main part of a node are allowed on: its ARN, which is also an output for people outside. */
export function partAccess(view: NodeView, part: string, attribute: string) {
  const main = view.part(part);
  const output = `${main.tree.type === 'member' ? main.tree.name : view.id}Arn`;
  const value: Expression = main.member(attribute);
  return { arn: value as Code, shown: `<${output}>`, output: { name: output, value }, via: 'role' as const };
}
