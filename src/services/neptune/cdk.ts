import { defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { associatedRoles, backupDays, databaseAccess, keepOrSnapshot, subnetGroup } from '../../kit/cdk-database';
import { arn, neptune } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, letIn, logGroup } from '../../kit/cdk-parts';
import { type Expression, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type Block = NodeBlock<typeof service>;

const portOf = (view: NodeView<typeof service>): number => view.config.port ?? facts.port.value;
/** Identifiers of clusters are unique in an account, and named in their log groups. */
const identifierOf = (view: Pick<NodeView, 'id'>): Expression => nameInStack(view.id, 63);

export const cdk = defineCdk(service, {
  endpoint: (view) => ({
    host: view.part('Cluster').member('attrEndpoint'),
    port: portOf(view),
    engine: 'neptune',
    database: undefined,
    // IAM authenticates: there is no password.
    secretArn: undefined,
  }),
  access: (view, action) => {
    const cluster = view.part('Cluster');
    if (action.startsWith('neptune-db:'))
      return [
        {
          arn: arn('neptune-db', cluster.member('attrClusterResourceId'), '/*'),
          shown: `arn:aws:neptune-db:<region>:<account>:<resource id of ${view.id}>/*`,
          via: 'role',
          wildcard: { reason: `IAM names the graph of ${view.title} by everything below its cluster` },
        },
      ];
    // Neptune has no secret, and no files of its own.
    if (/^(secretsmanager|s3):/.test(action)) return [];
    return databaseAccess(view, action, { whole: arn('rds', 'cluster:', cluster.member('ref')), secret: '' });
  },
  emit: (block) => {
    const { config, encryption } = block;
    const subnets = subnetGroup(block, neptune.member('CfnDBSubnetGroup'));
    const exported = logsOf(block);
    const groups = exported.map(({ name, part }) =>
      logGroup(block, part, { logGroupName: template('/aws/neptune/', identifierOf(block), `/${name}`) }),
    );
    const days = backupDays(block, facts.backupDays.value);
    const cluster = block.construct('Cluster', neptune.member('CfnDBCluster'), {
      dbClusterIdentifier: identifierOf(block),
      engineVersion: config.version,
      dbPort: portOf(block),
      dbSubnetGroupName: subnets.member('ref'),
      vpcSecurityGroupIds: [block.securityGroup().member('securityGroupId')],
      dbClusterParameterGroupName: parameters(block).member('ref'),
      storageEncrypted: encryption !== 'none',
      kmsKeyId: block.key()?.member('keyArn'),
      iamAuthEnabled: true,
      associatedRoles: associatedRoles(block),
      backupRetentionPeriod: days,
      copyTagsToSnapshot: true,
      deletionProtection: block.field('deletionProtection') === true,
      enableCloudwatchLogsExports: exported.length > 0 ? exported.map(({ name }) => name) : undefined,
      serverlessScalingConfiguration:
        config.instanceType === 'db.serverless'
          ? { minCapacity: Math.min(config.minCapacity, config.maxCapacity), maxCapacity: config.maxCapacity }
          : undefined,
    });
    if (groups.length > 0) block.run(cluster.member('node').method('addDependency', ...groups));
    keepOrSnapshot(block, cluster);
    const zones = Number(block.field('azCount') ?? 1);
    const instances = Math.min(facts.instancesMax.value, Math.max(config.instances, Math.round(zones)));
    for (let index = 1; index <= instances; index += 1)
      block.construct(`Instance${index}`, neptune.member('CfnDBInstance'), {
        dbClusterIdentifier: cluster.member('ref'),
        dbInstanceClass: config.instanceType,
        dbSubnetGroupName: subnets.member('ref'),
        autoMinorVersionUpgrade: true,
      });
    letIn(block, portOf(block));
    if (block.field('public') === true)
      block.leaveOut('the graph has no public address: the export keeps it within its VPC');
    if (block.field('tls') === 'off') block.leaveOut('Neptune speaks TLS only: tls of the node says off');
    accept(block, cluster, days);
    alarms(block, cluster, instances);
  },
});

function parameters(block: Block): Expression {
  const { config, node } = block;
  return block.construct('Parameters', neptune.member('CfnDBClusterParameterGroup'), {
    description: `Parameters of ${block.id}`.slice(0, 255),
    family: `neptune${config.version.split('.').slice(0, 2).join('.')}`,
    parameters: {
      neptune_enable_audit_log: node.logs?.includes('audit') ? '1' : '0',
      neptune_enable_slow_query_log: node.logs?.includes('slow') ? 'info' : 'disable',
      neptune_streams: config.streams ? '1' : '0',
    },
  });
}

/** Logs that the design asks for, as Neptune calls them. */
const logsOf = ({ node }: Block): { readonly name: string; readonly part: string }[] => [
  ...(node.logs?.includes('audit') ? [{ name: 'audit', part: 'AuditLog' }] : []),
  ...(node.logs?.includes('slow') ? [{ name: 'slowquery', part: 'SlowQueryLog' }] : []),
];

function accept(block: Block, cluster: Expression, days: number): void {
  const { encryption, title } = block;
  if (encryption === 'none')
    block.acknowledge(cluster, 'AwsSolutions-N4', `${title} is not encrypted in the design: its encryption is none`);
  if (days < 7)
    block.acknowledge(
      cluster,
      'AwsSolutions-N3',
      `${title} keeps backups for ${days} days in the design: its backupDays`,
    );
}

function alarms(block: Block, cluster: Expression, instances: number): void {
  const wanted = block.node.alarms ?? [];
  const metric = (metricName: string, statistic: 'Maximum' | 'Sum') => ({
    namespace: 'AWS/Neptune',
    metricName,
    dimensions: { DBClusterIdentifier: cluster.member('ref') },
    statistic,
    periodMinutes: 5,
  });
  if (wanted.includes('failure'))
    alarmOn(block, 'ServerErrors', metric('TotalServerErrorsPerSec', 'Maximum'), {
      threshold: 0,
      above: true,
      description: 'Queries failed within the engine',
    });
  if (wanted.includes('lag') && instances > 1)
    alarmOn(block, 'ReplicaLag', metric('ClusterReplicaLagMaximum', 'Maximum'), {
      threshold: 1000,
      above: true,
      periods: 3,
      description: 'Readers are behind the writer by more than a second',
    });
  alarmsWithout(block, ['failure', ...(instances > 1 ? ['lag'] : [])]);
}
