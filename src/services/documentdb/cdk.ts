import { defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { backupDays, databaseAccess, keepOrSnapshot, subnetGroup } from '../../kit/cdk-database';
import { arn, docdb } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, letIn, logGroup, secretCredentials } from '../../kit/cdk-parts';
import { type Expression, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type Block = NodeBlock<typeof service>;

const portOf = (view: NodeView<typeof service>): number => view.config.port ?? facts.port.value;
/** Identifiers of clusters are unique in an account, and named in their log groups. */
const identifierOf = (view: Pick<NodeView, 'id'>): Expression => nameInStack(view.id, 63);

export const cdk = defineCdk(service, {
  // Of the secret, which stands under the key of the cluster where it has one.
  keyUse: { read: ['secretsmanager:GetSecretValue'], write: [] },
  endpoint: (view) => ({
    host: view.part('Cluster').member('attrEndpoint'),
    port: portOf(view),
    engine: 'mongodb',
    database: view.config.database ?? 'pipeline',
    secretArn: view.credentials().secret.member('secretArn'),
  }),
  access: (view, action) =>
    databaseAccess(view, action, {
      whole: arn('rds', 'cluster:', view.part('Cluster').member('ref')),
      secret: view.credentials().secret.member('secretArn'),
    }),
  emit: (block) => {
    const { config, encryption } = block;
    const subnets = subnetGroup(block, docdb.member('CfnDBSubnetGroup'));
    const { username, password } = secretCredentials(block);
    const exported = logsOf(block);
    const groups = exported.map(({ name, part }) =>
      logGroup(block, part, { logGroupName: template('/aws/docdb/', identifierOf(block), `/${name}`) }),
    );
    const days = backupDays(block, facts.backupDays.value);
    const cluster = block.construct('Cluster', docdb.member('CfnDBCluster'), {
      dbClusterIdentifier: identifierOf(block),
      engineVersion: config.version,
      masterUsername: username,
      masterUserPassword: password,
      port: portOf(block),
      dbSubnetGroupName: subnets.member('ref'),
      vpcSecurityGroupIds: [block.securityGroup().member('securityGroupId')],
      dbClusterParameterGroupName: parameters(block).member('ref'),
      storageEncrypted: encryption !== 'none',
      kmsKeyId: block.key()?.member('keyArn'),
      storageType: storageOf(block),
      backupRetentionPeriod: days,
      copyTagsToSnapshot: true,
      deletionProtection: block.field('deletionProtection') === true,
      enableCloudwatchLogsExports: exported.length > 0 ? exported.map(({ name }) => name) : undefined,
    });
    if (groups.length > 0) block.run(cluster.member('node').method('addDependency', ...groups));
    keepOrSnapshot(block, cluster);
    const zones = Number(block.field('azCount') ?? 1);
    const instances = Math.min(facts.instancesMax.value, Math.max(config.instances, Math.round(zones)));
    for (let index = 1; index <= instances; index += 1)
      block.construct(`Instance${index}`, docdb.member('CfnDBInstance'), {
        dbClusterIdentifier: cluster.member('ref'),
        dbInstanceClass: config.instanceType,
        autoMinorVersionUpgrade: true,
      });
    letIn(block, portOf(block));
    if (block.field('public') === true)
      block.leaveOut('the cluster has no public address: DocumentDB answers within its VPC only');
    accept(block, cluster, days);
    alarms(block, cluster, instances);
  },
});

function parameters(block: Block): Expression {
  const { config, node } = block;
  const on = (wanted: boolean): string => (wanted ? 'enabled' : 'disabled');
  return block.construct('Parameters', docdb.member('CfnDBClusterParameterGroup'), {
    description: `Parameters of ${block.id}`.slice(0, 255),
    family: `docdb${config.version.replace(/\.0$/, '')}`,
    parameters: {
      // Clusters speak TLS unless they are told not to, whatever their clients prefer.
      tls: on(block.field('tls') !== 'off'),
      audit_logs: on(node.logs?.includes('audit') === true),
      profiler: on(node.logs?.includes('slow') === true),
    },
  });
}

/** Logs that the design asks for, as DocumentDB calls them. */
const logsOf = ({ node }: Block): { readonly name: string; readonly part: string }[] => [
  ...(node.logs?.includes('audit') ? [{ name: 'audit', part: 'AuditLog' }] : []),
  ...(node.logs?.includes('slow') ? [{ name: 'profiler', part: 'ProfilerLog' }] : []),
];

function storageOf(block: Block): string {
  const { storage, version } = block.config;
  if (storage === 'standard' || version.startsWith('5')) return storage;
  block.leaveOut(`standard storage: version ${version} has no I/O-optimized one (config.storage)`);
  return 'standard';
}

function accept(block: Block, cluster: Expression, days: number): void {
  const { encryption, title, config } = block;
  const findings: readonly (readonly [boolean, string, string])[] = [
    [encryption === 'none', 'DOC1', `${title} is not encrypted in the design: its encryption is none`],
    [
      portOf(block) === facts.port.value,
      'DOC2',
      `${title} has the port of its engine in the design: config.port is ${config.port ?? 'not set'}; only its security group lets clients in`,
    ],
    [days < 7, 'DOC4', `${title} keeps backups for ${days} days in the design: its backupDays`],
    // The rule takes a text only, and the reference to a secret that is made here is a function of the template.
    [true, 'DOC3', `user and password of ${title} are read from its secret in Secrets Manager (secretRef)`],
    // It looks for names of events; a cluster exports whole logs, "audit" and "profiler".
    ...['authenticate', 'createIndex', 'dropCollection'].map(
      (event) =>
        [
          true,
          `DOC5[LogExport::${event}]`,
          `${title} exports the logs that the design names: logs of the node, as "audit" and "profiler"`,
        ] as const,
    ),
  ];
  for (const [applies, rule, reason] of findings)
    if (applies) block.acknowledge(cluster, `AwsSolutions-${rule}`, reason);
}

function alarms(block: Block, cluster: Expression, instances: number): void {
  const wanted = block.node.alarms ?? [];
  const metric = (metricName: string) => ({
    namespace: 'AWS/DocDB',
    metricName,
    dimensions: { DBClusterIdentifier: cluster.member('ref') },
    statistic: 'Maximum' as const,
    periodMinutes: 5,
  });
  if (wanted.includes('failure'))
    alarmOn(block, 'Busy', metric('CPUUtilization'), {
      threshold: 90,
      above: true,
      periods: 3,
      description: 'An instance has been working at its limit for a quarter of an hour',
    });
  if (wanted.includes('lag') && instances > 1)
    alarmOn(block, 'ReplicaLag', metric('DBClusterReplicaLagMaximum'), {
      threshold: 1000,
      above: true,
      periods: 3,
      description: 'Readers are behind the writer by more than a second',
    });
  alarmsWithout(block, ['failure', ...(instances > 1 ? ['lag'] : [])]);
}
