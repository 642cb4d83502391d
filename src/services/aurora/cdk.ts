import { defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import {
  associatedRoles,
  backupDays,
  changeLogSlot,
  credentials,
  databaseAccess,
  keepOrSnapshot,
  secretArnOf,
  subnetGroup,
  versionOf,
} from '../../kit/cdk-database';
import { core, ec2, rds } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, letIn } from '../../kit/cdk-parts';
import type { Code, Expression } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type AuroraView = NodeView<typeof service>;
type Block = NodeBlock<typeof service>;

const engineOf = (view: AuroraView) => facts.engines.value[view.config.engine];
const portOf = (view: AuroraView): number => view.config.port ?? engineOf(view).port;
const databaseOf = (view: AuroraView): string => view.config.database ?? 'pipeline';

export const cdk = defineCdk(service, {
  assumedBy: { service: 'rds.amazonaws.com' },
  endpoint: (view) => ({
    host: view.config.proxy
      ? view.part('Proxy').member('attrEndpoint')
      : view.part('Cluster').member('attrEndpointAddress'),
    port: portOf(view),
    engine: view.config.engine,
    database: databaseOf(view),
    secretArn: secretArnOf(view, view.part('Cluster')),
  }),
  access: (view, action) => {
    const cluster = view.part('Cluster');
    return databaseAccess(view, action, {
      whole: cluster.member('attrDbClusterArn'),
      connect: view.config.proxy ? proxyId(view) : cluster.member('attrDbClusterResourceId'),
      secret: secretArnOf(view, cluster),
    });
  },
  emit: (block) => {
    const { config, encryption, title } = block;
    const subnets = subnetGroup(block, rds.member('CfnDBSubnetGroup'));
    const serverless = config.instanceType === 'db.serverless';
    const protectedFrom = block.field('deletionProtection') === true;
    const parameters = parameterGroup(block);
    const cluster = block.construct('Cluster', rds.member('CfnDBCluster'), {
      engine: engineOf(block).name,
      engineVersion: version(block),
      databaseName: databaseOf(block),
      ...credentials(block),
      port: portOf(block),
      dbSubnetGroupName: subnets.member('ref'),
      vpcSecurityGroupIds: [block.securityGroup().member('securityGroupId')],
      dbClusterParameterGroupName: parameters?.member('ref'),
      storageEncrypted: encryption !== 'none',
      kmsKeyId: block.key()?.member('keyArn'),
      backupRetentionPeriod: backupDays(block, facts.backupDays.value),
      associatedRoles: associatedRoles(block),
      deletionProtection: protectedFrom,
      copyTagsToSnapshot: true,
      enableIamDatabaseAuthentication: true,
      enableHttpEndpoint: config.dataApi,
      enableCloudwatchLogsExports: logsOf(block),
      serverlessV2ScalingConfiguration: serverless
        ? { minCapacity: Math.min(config.minCapacity, config.maxCapacity), maxCapacity: config.maxCapacity }
        : undefined,
    });
    keepOrSnapshot(block, cluster);
    const instances = Math.min(facts.readersMax.value + 1, Math.max(1, Number(block.field('azCount') ?? 1)));
    for (let index = 1; index <= instances; index += 1)
      block.construct(`Instance${index}`, rds.member('CfnDBInstance'), {
        engine: engineOf(block).name,
        dbClusterIdentifier: cluster.member('ref'),
        dbInstanceClass: config.instanceType,
        publiclyAccessible: false,
        autoMinorVersionUpgrade: true,
      });
    letIn(block, portOf(block));
    if (block.field('public') === true)
      block.leaveOut('the database has no public address: the export keeps stores in their VPC (public)');
    if (config.proxy) proxy(block, cluster);
    accept(block, cluster, protectedFrom);
    block.advise(
      `Make the user of ${title} that IAM lets in, as the administrator whose password lies in Secrets Manager: ${config.engine === 'mysql' ? "CREATE USER pipeline_app IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'" : 'CREATE USER pipeline_app; GRANT rds_iam TO pipeline_app'}.`,
    );
    if (block.node.alarms?.includes('lag'))
      alarmOn(
        block,
        'ReplicaLag',
        {
          namespace: 'AWS/RDS',
          metricName: 'AuroraReplicaLagMaximum',
          dimensions: { DBClusterIdentifier: cluster.member('ref') },
          statistic: 'Maximum',
          periodMinutes: 5,
        },
        { threshold: 1000, above: true, description: 'Readers are behind the writer by more than a second' },
      );
    alarmsWithout(block, ['lag']);
  },
});

function accept(block: Block, cluster: Expression, protectedFrom: boolean): void {
  const { config, encryption, title } = block;
  if (encryption === 'none')
    block.acknowledge(cluster, 'AwsSolutions-RDS2', `${title} is not encrypted in the design: its encryption is none`);
  if (!protectedFrom)
    block.acknowledge(
      cluster,
      'AwsSolutions-RDS10',
      `${title} may be deleted in the design: deletionProtection is not set`,
    );
  if (portOf(block) === facts.engines.value.mysql.port)
    block.acknowledge(
      cluster,
      'AwsSolutions-RDS11',
      `${title} has a well-known port in the design (config.port); only security groups of the design reach it`,
    );
  if (config.engine === 'mysql')
    block.acknowledge(
      cluster,
      'AwsSolutions-RDS14',
      `the design goes back in time by backups: backupDays of ${title} is ${backupDays(block, facts.backupDays.value)}`,
    );
}

const version = (block: Block): string => versionOf(block, engineOf(block).versions, block.config.version);

function parameterGroup(block: Block): Expression | undefined {
  const { config } = block;
  const tls = block.field('tls') === 'required';
  const changes = block.offered(changeLogSlot).length > 0;
  if (!tls && !changes) return undefined;
  const postgresql = config.engine === 'postgresql';
  const made = version(block);
  const major = postgresql ? made.split('.')[0] : made.startsWith('8.4') ? '8.4' : '8.0';
  return block.construct('Parameters', rds.member('CfnDBClusterParameterGroup'), {
    description: `Parameters of ${block.id}`.slice(0, 255),
    family: `${engineOf(block).family}${major}`,
    parameters: {
      ...(tls && (postgresql ? { 'rds.force_ssl': '1' } : { require_secure_transport: 'ON' })),
      ...(changes && (postgresql ? { 'rds.logical_replication': '1' } : { binlog_format: 'ROW' })),
    },
  });
}

function logsOf({ config, node }: Block): string[] | undefined {
  const wanted = node.logs ?? [];
  const names =
    config.engine === 'postgresql'
      ? wanted.length > 0
        ? ['postgresql']
        : []
      : [
          ...(wanted.includes('audit') ? ['audit'] : []),
          ...(wanted.includes('error') ? ['error'] : []),
          ...(wanted.includes('slow') ? ['slowquery'] : []),
        ];
  return names.length > 0 ? names : undefined;
}

/** The proxy reads the administrator's secret, and stands in the security group of the database. */
function proxy(block: Block, cluster: Expression): void {
  const secret = secretArnOf(block, cluster);
  const group = block.securityGroup();
  const port = ec2.member('Port').method('tcp', portOf(block));
  block.run(group.method('addIngressRule', group, port, 'The proxy'));
  block.allow({ actions: ['secretsmanager:GetSecretValue'], resources: [secret] });
  const made = block.construct('Proxy', rds.member('CfnDBProxy'), {
    dbProxyName: proxyName(block),
    engineFamily: block.config.engine === 'mysql' ? 'MYSQL' : 'POSTGRESQL',
    roleArn: block.role().member('roleArn'),
    requireTls: true,
    auth: [{ authScheme: 'SECRETS', iamAuth: 'REQUIRED', secretArn: secret }],
    vpcSubnetIds: block.network().subnetIds,
    vpcSecurityGroupIds: [group.member('securityGroupId')],
  });
  const targets = block.construct('ProxyTargets', rds.member('CfnDBProxyTargetGroup'), {
    dbProxyName: made.member('ref'),
    targetGroupName: 'default',
    dbClusterIdentifiers: [cluster.member('ref')],
  });
  block.run(targets.method('addResourceDependency', block.part('Instance1')));
}

const proxyName = (block: Block): Code => nameInStack(block.id, 60);

/** The last part of the ARN of the proxy: IAM names its users by it. */
function proxyId(view: AuroraView): Expression {
  const fn = core.member('Fn');
  return fn.method('select', 6, fn.method('split', ':', view.part('Proxy').member('attrDbProxyArn')));
}
