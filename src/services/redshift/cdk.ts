import { defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { arn, core, logs, redshift, removal } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, drawnCredentials, letIn } from '../../kit/cdk-parts';
import {
  everything,
  inboundPolicy,
  sayPort,
  type WarehouseNames,
  warehouseAccess,
  warehouseAdmin,
  warehousePort,
} from '../../kit/cdk-warehouse';
import { type Expression, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type RedshiftView = NodeView<typeof service>;
type Block = NodeBlock<typeof service>;

const clusterId = (view: Pick<NodeView, 'id'>): Expression => nameInStack(view.id, 63);

function namesOf(view: RedshiftView): WarehouseNames {
  const cluster = view.part('Cluster');
  const output = cluster.tree.type === 'member' ? `${cluster.tree.name}Arn` : view.id;
  const clusterArn = arn('redshift', 'cluster:', clusterId(view));
  const namespaceArn = cluster.member('attrClusterNamespaceArn');
  const fn = core.member('Fn');
  return {
    arn: clusterArn,
    shown: `<${output}>`,
    output: { name: output, value: clusterArn },
    secretArn: view.drawnCredentials()?.secret.member('secretArn') ?? cluster.member('attrMasterPasswordSecretArn'),
    namespaceArn,
    namespaceId: fn.method('select', 1, fn.method('split', ':namespace:', namespaceArn)),
  };
}

export const cdk = defineCdk(service, {
  assumedBy: { service: 'redshift.amazonaws.com' },
  keyUse: { read: ['secretsmanager:GetSecretValue'], write: [] },
  endpoint: (view) => ({
    host: view.part('Cluster').member('attrEndpointAddress'),
    port: warehousePort(view.config.port),
    engine: 'redshift',
    database: view.config.database,
    secretArn: namesOf(view).secretArn,
  }),
  access: (view, action) => {
    const names = namesOf(view);
    const common = warehouseAccess(view, action, names);
    if (common) return common;
    const admin = view.drawnCredentials()?.username ?? warehouseAdmin;
    const database = {
      arn: arn('redshift', 'dbname:', clusterId(view), `/${view.config.database}`),
      shown: `arn:aws:redshift:<region>:<account>:dbname:<cluster of ${view.id}>/${view.config.database}`,
      via: 'role' as const,
    };
    if (action === 'redshift:GetClusterCredentialsWithIAM') return [database];
    if (action === 'redshift:GetClusterCredentials')
      return [
        {
          arn: arn('redshift', 'dbuser:', clusterId(view), `/${admin}`),
          shown: `arn:aws:redshift:<region>:<account>:dbuser:<cluster of ${view.id}>/${admin}`,
          via: 'role',
        },
        database,
      ];
    if (action.startsWith('redshift:'))
      return [{ arn: names.arn, shown: names.shown, output: names.output, via: 'role' }];
    if (action.startsWith('ec2:'))
      return [everything(`${view.title} lies in a VPC, and AWS checks these actions on every interface`)];
    return [];
  },
  emit: (block) => {
    const { config } = block;
    const network = block.network();
    const port = sayPort(block, config.port);
    const nodeType = nodeTypeOf(block);
    const nodes = nodesOf(block, nodeType);
    const isPublic = publicly(block);
    const audits = (block.node.logs ?? []).includes('audit');
    const tls = block.field('tls') === 'required';
    const subnetGroup = block.construct('Subnets', redshift.member('CfnClusterSubnetGroup'), {
      description: `Subnets of ${block.id}`,
      subnetIds: network.subnetIdList,
    });
    const parameters = block.construct('Parameters', redshift.member('CfnClusterParameterGroup'), {
      description: `Parameters of ${block.id}`,
      parameterGroupFamily: 'redshift-2.0',
      parameters: [
        { parameterName: 'require_ssl', parameterValue: String(tls) },
        { parameterName: 'enable_user_activity_logging', parameterValue: String(audits) },
      ],
    });
    const groups = audits ? auditLogs(block) : [];
    const drawn = drawnCredentials(block);
    const encrypted = block.encryption !== 'none';
    const cluster = block.construct('Cluster', redshift.member('CfnCluster'), {
      clusterIdentifier: clusterId(block),
      clusterType: nodes > 1 ? 'multi-node' : 'single-node',
      nodeType,
      numberOfNodes: nodes > 1 ? nodes : undefined,
      multiAz: isMultiAz(block, nodes, network.zones),
      dbName: config.database,
      masterUsername: drawn?.username ?? warehouseAdmin,
      masterUserPassword: drawn?.password,
      manageMasterPassword: drawn ? undefined : true,
      masterPasswordSecretKmsKeyId: drawn ? undefined : block.key()?.member('keyId'),
      encrypted,
      kmsKeyId: encrypted ? block.key()?.member('keyId') : undefined,
      clusterSubnetGroupName: subnetGroup.member('ref'),
      vpcSecurityGroupIds: [block.securityGroup().member('securityGroupId')],
      port,
      publiclyAccessible: isPublic,
      enhancedVpcRouting: config.enhancedVpcRouting,
      clusterParameterGroupName: parameters.member('ref'),
      loggingProperties: audits ? { logDestinationType: 'cloudwatch', logExports: auditKinds } : undefined,
      automatedSnapshotRetentionPeriod: backupDays(block),
      allowVersionUpgrade: true,
      iamRoles: [block.role().member('roleArn')],
      namespaceResourcePolicy: inboundPolicy(block),
    });
    block.assign(
      cluster.member('cfnOptions').member('deletionPolicy'),
      core.member('CfnDeletionPolicy').member(block.keepsData ? 'SNAPSHOT' : 'DELETE'),
    );
    block.assign(
      cluster.member('cfnOptions').member('updateReplacePolicy'),
      core.member('CfnDeletionPolicy').member(block.keepsData ? 'SNAPSHOT' : 'DELETE'),
    );
    if (groups.length > 0) block.run(cluster.member('node').method('addDependency', ...groups));
    letIn(block, port);
    acknowledge(block, cluster, { isPublic, audits, tls, encrypted });
    if (config.pythonUdf)
      block.leaveOut('functions in Python ended on 30 June 2026: write them as Lambda functions (config.pythonUdf)');
    if (config.activeHours)
      block.leaveOut(
        `the cluster is always on: schedule its pause at ${config.activeHours.to} and its resume at ${config.activeHours.from} UTC in the console (config.activeHours)`,
      );
    alarms(block, cluster);
  },
});

const auditKinds = ['connectionlog', 'userlog', 'useractivitylog'] as const;

/** Log groups under the names that Redshift writes to, so that their retention is known. */
const auditLogs = (block: Block): Expression[] =>
  auditKinds.map((kind) =>
    block.construct(`Log-${kind}`, logs.member('LogGroup'), {
      logGroupName: template('/aws/redshift/cluster/', clusterId(block), `/${kind}`),
      retention: block.design.logRetention,
      removalPolicy: removal(block.keepsData),
    }),
  );

type Ra3 = keyof typeof facts.nodes.value;

function nodeTypeOf(block: Block): Ra3 {
  const { nodeType } = block.config;
  const heirs: Readonly<Record<string, Ra3>> = facts.heirs.value;
  const heir = heirs[nodeType];
  if (heir) block.leaveOut(`nodes are ${heir}: AWS makes no clusters of ${nodeType} any more`);
  return heir ?? (nodeType as Ra3);
}

function nodesOf(block: Block, nodeType: Ra3): number {
  const { least, most } = facts.nodes.value[nodeType];
  const nodes = Math.min(most, Math.max(least, block.config.nodes));
  if (nodes !== block.config.nodes)
    block.leaveOut(
      `${nodes} nodes, not ${block.config.nodes}: a cluster of ${nodeType} begins with ${least} to ${most}`,
    );
  return nodes;
}

function isMultiAz(block: Block, nodes: number, zones: number): boolean {
  if ((block.node.azCount ?? 1) < 2) return false;
  const possible = nodes > 1 && zones >= facts.multiAzZones.value && block.encryption !== 'none';
  if (!possible)
    block.leaveOut(
      'the cluster lies in one zone: in two it needs two nodes at least, subnets in three zones, and encryption',
    );
  return possible;
}

function publicly(block: Block): boolean {
  if (block.field('public') !== true) return false;
  if (block.field('subnet') === 'public') return true;
  block.leaveOut('the cluster is private: its subnet is not public');
  return false;
}

function backupDays(block: Block): number {
  const wanted = Number(block.field('backupDays') ?? 1);
  const days = Math.min(facts.backupMaxDays.value, Math.max(1, Math.round(wanted)));
  if (days !== wanted)
    block.leaveOut(
      `snapshots are kept ${days} days, not ${wanted}: RA3 keeps them 1 to ${facts.backupMaxDays.value} days`,
    );
  return days;
}

function acknowledge(
  block: Block,
  cluster: Expression,
  is: { isPublic: boolean; audits: boolean; tls: boolean; encrypted: boolean },
): void {
  const { title } = block;
  const accept = (rule: string, reason: string): void => block.acknowledge(cluster, `AwsSolutions-${rule}`, reason);
  if (!is.tls) accept('RS1', `clients of ${title} may connect without TLS in the design: its tls is not "required"`);
  if (warehousePort(block.config.port) === facts.port.value)
    accept('RS4', `${title} listens on the port of Redshift: config.port; its security group names who may connect`);
  if (!is.audits) {
    accept('RS5', `${title} keeps no log of connections in the design: its logs do not name "audit"`);
    accept('RS11', `${title} keeps no log of statements in the design: its logs do not name "audit"`);
  }
  if (!is.encrypted) accept('RS6', `${title} is not encrypted in the design: its encryption is none`);
  if (is.isPublic) accept('RS8', `${title} is open to the internet in the design: public is true`);
}

function alarms(block: Block, cluster: Expression): void {
  if ((block.node.alarms ?? []).includes('failure'))
    alarmOn(
      block,
      'Health',
      {
        namespace: 'AWS/Redshift',
        metricName: 'HealthStatus',
        dimensions: { ClusterIdentifier: cluster.member('ref') },
        statistic: 'Minimum',
        periodMinutes: 5,
      },
      { threshold: 1, above: false, description: 'The cluster cannot be reached' },
    );
  alarmsWithout(block, ['failure']);
}
