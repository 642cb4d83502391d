import { defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { backupDays, databaseAccess, keepOrSnapshot } from '../../kit/cdk-database';
import { arn, elasticache } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, letIn, logGroup } from '../../kit/cdk-parts';
import type { Code, Expression } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type CacheView = NodeView<typeof service>;
type Block = NodeBlock<typeof service>;

const isServerless = (view: CacheView): boolean => view.config.mode === 'SERVERLESS';
/** Serverless caches choose their port themselves. */
const portOf = (view: CacheView): number =>
  isServerless(view) ? facts.port.value : (view.config.port ?? facts.port.value);
/**
 * Users authenticate by IAM, which needs TLS. A cache speaks it unless the design says that it does not: the default of the
 * service, off, lets in whoever reaches the port.
 */
const speaksTls = (view: CacheView): boolean => isServerless(view) || view.node.tls !== 'off';

const cacheName = (view: Pick<NodeView, 'id'>): Expression => nameInStack(view.id, 40);
/** IAM lets a user in whose name and id are one. */
const userName = (view: Pick<NodeView, 'id'>): Expression => nameInStack(`${view.id}-app`, 40);

export const cdk = defineCdk(service, {
  // Of users and their groups.
  plainTags: true,
  endpoint: (view) => {
    const cache = view.part('Cache');
    const attribute = isServerless(view)
      ? 'attrEndpointAddress'
      : view.config.shards > 1
        ? 'attrConfigurationEndPointAddress'
        : 'attrPrimaryEndPointAddress';
    return {
      host: cache.member(attribute),
      port: portOf(view),
      engine: view.config.engine,
      database: undefined,
      // IAM authenticates: there is no password.
      secretArn: undefined,
    };
  },
  access: (view, action) => {
    const kind = isServerless(view) ? 'serverlesscache' : 'replicationgroup';
    const whole = {
      arn: arn('elasticache', `${kind}:`, cacheName(view)),
      shown: `<${kind} ${view.id}>`,
      via: 'role',
    } as const;
    if (action === 'elasticache:Connect')
      return speaksTls(view)
        ? [whole, { arn: arn('elasticache', 'user:', userName(view)), shown: `<user of ${view.id}>`, via: 'role' }]
        : [whole];
    if (action === 'elasticache:CopySnapshot')
      return [
        {
          arn: arn('elasticache', 'snapshot:*'),
          shown: 'arn:aws:elasticache:<region>:<account>:snapshot:*',
          via: 'role',
          wildcard: { reason: `backups of ${view.title} get their names when they are made` },
        },
      ];
    if (action.startsWith('secretsmanager:')) return [];
    return databaseAccess(view, action, { whole: whole.arn, secret: '' });
  },
  emit: (block) => {
    const cache = isServerless(block) ? serverless(block) : nodes(block);
    letIn(block, portOf(block));
    if (block.field('public') === true)
      block.leaveOut('the cache has no public address: ElastiCache answers within its VPC only');
    if (!speaksTls(block))
      block.leaveOut(
        'nobody is asked who they are: users authenticate by IAM, which needs TLS, and tls of the node says off',
      );
    alarms(block, cache);
  },
});

/** The declared version when the engine has it, else the newest. */
function versionOf(block: Block): string {
  const { engine, version } = block.config;
  const versions: readonly string[] = facts.versions.value[engine];
  if (version !== undefined && !versions.includes(version))
    block.leaveOut(`version ${versions[0]} is made: ${version} is none of ${engine} (config.version)`);
  return version !== undefined && versions.includes(version) ? version : versions[0]!;
}

/** A user that IAM lets in, and nobody else: with Redis OSS, the user that needs no name may do nothing. */
function users(block: Block): Expression {
  const { engine } = block.config;
  const app = block.construct('User', elasticache.member('CfnUser'), {
    engine,
    userId: userName(block),
    userName: userName(block),
    authenticationMode: { Type: 'iam' },
    accessString: 'on ~* +@all -@admin -@dangerous',
  });
  const named = [app.member('ref')];
  if (engine === 'redis') {
    const unnamed = block.construct('Nobody', elasticache.member('CfnUser'), {
      engine,
      userId: nameInStack(`${block.id}-nobody`, 40),
      userName: 'default',
      authenticationMode: { Type: 'no-password-required' },
      accessString: 'off -@all',
    });
    named.push(unnamed.member('ref'));
  }
  return block.construct('Users', elasticache.member('CfnUserGroup'), {
    engine,
    userGroupId: nameInStack(block.id, 40),
    userIds: named,
  });
}

function serverless(block: Block): Expression {
  const { config, declared, encryption } = block;
  const days = backupDays(block, facts.backupDays.value);
  const network = block.network();
  const limits: { readonly [key: string]: Code } = {
    ...(config.maxDataGB !== undefined && { dataStorage: { maximum: config.maxDataGB, unit: 'GB' } }),
    ...(config.maxUnitsPerSec !== undefined && { ecpuPerSecond: { maximum: config.maxUnitsPerSec } }),
  };
  const cache = block.construct('Cache', elasticache.member('CfnServerlessCache'), {
    serverlessCacheName: cacheName(block),
    description: `Cache ${block.id}`.slice(0, 255),
    engine: config.engine,
    majorEngineVersion: versionOf(block).split('.')[0],
    // Two or three subnets, each in its own zone.
    subnetIds: network.subnetIdList.slice(0, 3),
    securityGroupIds: [block.securityGroup().member('securityGroupId')],
    kmsKeyId: block.key()?.member('keyArn'),
    userGroupId: users(block).member('ref'),
    snapshotRetentionLimit: days,
    cacheUsageLimits: Object.keys(limits).length > 0 ? limits : undefined,
  });
  const sized = (['instanceType', 'shards', 'replicas', 'port'] as const).filter((key) => declared[key] !== undefined);
  if (sized.length > 0)
    block.leaveOut(`a serverless cache sizes itself: config.${sized.join(', config.')} say nothing to it`);
  if (encryption === 'none') block.leaveOut('a serverless cache is always encrypted, with a key of AWS');
  if (block.node.tls === 'off') block.leaveOut('a serverless cache speaks TLS only: tls of the node says off');
  if (logsOf(block).length > 0) block.leaveOut('a serverless cache has no logs of its own');
  return cache;
}

function nodes(block: Block): Expression {
  const { config, encryption } = block;
  const zones = Math.max(1, Math.round(Number(block.field('azCount') ?? 1)));
  const wanted = Math.min(facts.replicasMax.value, Math.max(config.replicas, zones - 1));
  const shards = Math.max(1, Math.min(config.shards, Math.floor(facts.nodesMax.value / (wanted + 1))));
  if (shards !== config.shards)
    block.leaveOut(
      `${shards} shards instead of ${config.shards}: with their replicas they are ${facts.nodesMax.value} nodes at most`,
    );
  const version = versionOf(block);
  const spread = wanted > 0 && zones > 1;
  const tls = speaksTls(block);
  const days = backupDays(block, facts.backupDays.value);
  const subnets = block.construct('Subnets', elasticache.member('CfnSubnetGroup'), {
    description: `Subnets of ${block.id}`.slice(0, 255),
    subnetIds: block.network().subnetIds,
  });
  const cache = block.construct('Cache', elasticache.member('CfnReplicationGroup'), {
    replicationGroupId: cacheName(block),
    replicationGroupDescription: `Cache ${block.id}`.slice(0, 255),
    engine: config.engine,
    engineVersion: version,
    cacheNodeType: config.instanceType,
    numNodeGroups: shards,
    replicasPerNodeGroup: wanted,
    // Shards are moved to another node by themselves, which they need a replica for.
    automaticFailoverEnabled: shards > 1 || wanted > 0,
    multiAzEnabled: spread,
    cacheParameterGroupName: parameterGroupName(config.engine, version, shards > 1),
    cacheSubnetGroupName: subnets.member('ref'),
    securityGroupIds: [block.securityGroup().member('securityGroupId')],
    port: portOf(block),
    atRestEncryptionEnabled: encryption !== 'none',
    kmsKeyId: block.key()?.member('keyArn'),
    transitEncryptionEnabled: tls,
    userGroupIds: tls ? [users(block).member('ref')] : undefined,
    snapshotRetentionLimit: days,
    autoMinorVersionUpgrade: true,
    logDeliveryConfigurations: logDelivery(block),
  });
  keepOrSnapshot(block, cache);
  accept(block, cache, { spread, tls });
  return cache;
}

/** The groups of AWS for each engine: their values are those of the engine. */
function parameterGroupName(engine: 'valkey' | 'redis', version: string, clustered: boolean): string {
  const family = version.split('.')[0];
  return `default.${engine}${family}${clustered ? '.cluster.on' : ''}`;
}

/** Logs that the design asks for, as ElastiCache calls them. */
const logsOf = ({ node }: Block): { readonly name: string; readonly part: string }[] => [
  ...(node.logs?.includes('slow') ? [{ name: 'slow-log', part: 'SlowLog' }] : []),
  ...(node.logs?.includes('error') ? [{ name: 'engine-log', part: 'EngineLog' }] : []),
];

function logDelivery(block: Block): Code {
  const wanted = logsOf(block);
  if (wanted.length === 0) return undefined;
  return wanted.map(({ name, part }) => ({
    logType: name,
    logFormat: 'json',
    destinationType: 'cloudwatch-logs',
    destinationDetails: { cloudWatchLogsDetails: { logGroup: logGroup(block, part).member('logGroupName') } },
  }));
}

function accept(block: Block, cache: Expression, { spread, tls }: { spread: boolean; tls: boolean }): void {
  const { encryption, title, config } = block;
  const findings: readonly (readonly [boolean, string, string])[] = [
    [
      encryption === 'none' || !tls,
      'AEC3',
      `${title} is not encrypted throughout in the design: its encryption is ${encryption}, its tls ${block.node.tls ?? 'not set'}`,
    ],
    [!spread, 'AEC4', `${title} lies in one zone in the design: its azCount is ${block.node.azCount ?? 'not set'}`],
    [
      // The rule knows the port of Redis OSS only.
      config.engine === 'redis' && portOf(block) === facts.port.value,
      'AEC5',
      `${title} has the port of its engine in the design: config.port is ${config.port ?? 'not set'}; only its security group lets clients in`,
    ],
    [
      true,
      'AEC6',
      tls
        ? `users of ${title} authenticate by IAM, through a group of users: a shared token would be weaker`
        : `${title} speaks no TLS in the design, which a token needs: its tls is off`,
    ],
  ];
  for (const [applies, rule, reason] of findings) if (applies) block.acknowledge(cache, `AwsSolutions-${rule}`, reason);
}

function alarms(block: Block, cache: Expression): void {
  const wanted = block.node.alarms ?? [];
  const fixed = !isServerless(block);
  const metric = (metricName: string) => ({
    namespace: 'AWS/ElastiCache',
    metricName,
    dimensions: fixed ? { ReplicationGroupId: cache.member('ref') } : { clusterId: cacheName(block) },
    statistic: 'Maximum' as const,
    periodMinutes: 5,
  });
  if (wanted.includes('failure'))
    alarmOn(
      block,
      'Full',
      metric(fixed ? 'DatabaseMemoryUsagePercentage' : 'ThrottledCmds'),
      fixed
        ? {
            threshold: 90,
            above: true,
            periods: 3,
            description: 'Memory is almost full: values are about to be put out',
          }
        : { threshold: 0, above: true, description: 'Commands were refused: the cache does not grow fast enough' },
    );
  alarmsWithout(block, ['failure']);
}
