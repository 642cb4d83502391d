import { defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { redshiftserverless, removal } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, letIn, secretCredentials } from '../../kit/cdk-parts';
import {
  everything,
  inboundPolicy,
  sayPort,
  trustServerless,
  type WarehouseNames,
  warehouseAccess,
  warehousePort,
} from '../../kit/cdk-warehouse';
import { facts } from './facts';
import { service } from './service';

type ServerlessView = NodeView<typeof service>;
type Block = NodeBlock<typeof service>;

function namesOf(view: ServerlessView): WarehouseNames {
  const [workgroup, namespace] = [view.part('Workgroup'), view.part('Namespace')];
  const output = workgroup.tree.type === 'member' ? `${workgroup.tree.name}Arn` : view.id;
  const value = workgroup.member('attrWorkgroupWorkgroupArn');
  return {
    arn: value,
    shown: `<${output}>`,
    output: { name: output, value },
    secretArn: view.credentials().secret.member('secretArn'),
    namespaceArn: namespace.member('attrNamespaceNamespaceArn'),
    namespaceId: namespace.member('attrNamespaceNamespaceId'),
  };
}

export const cdk = defineCdk(service, {
  assumedBy: { service: 'redshift.amazonaws.com' },
  keyUse: { read: ['secretsmanager:GetSecretValue'], write: [] },
  endpoint: (view) => ({
    host: view.part('Workgroup').member('attrWorkgroupEndpointAddress'),
    port: warehousePort(view.config.port),
    engine: 'redshift',
    database: view.config.database,
    secretArn: view.credentials().secret.member('secretArn'),
  }),
  access: (view, action) => {
    const names = namesOf(view);
    const common = warehouseAccess(view, action, names);
    if (common) return common;
    if (action.startsWith('redshift-serverless:'))
      return [{ arn: names.arn, shown: names.shown, output: names.output, via: 'role' }];
    if (action.startsWith('ec2:'))
      return [everything(`${view.title} lies in a VPC, and AWS checks these actions on every interface`)];
    return [];
  },
  emit: (block) => {
    const { config } = block;
    const network = block.network();
    const port = sayPort(block, config.port);
    const audits = (block.node.logs ?? []).includes('audit');
    const admin = secretCredentials(block);
    const role = block.role();
    trustServerless(block);
    if (block.encryption === 'none')
      block.leaveOut('data are encrypted with a key of AWS: Redshift Serverless knows no other way');
    const namespace = block.construct('Namespace', redshiftserverless.member('CfnNamespace'), {
      namespaceName: nameInStack(block.id, 64),
      dbName: config.database,
      adminUsername: admin.username,
      adminUserPassword: admin.password,
      kmsKeyId: block.key()?.member('keyId'),
      defaultIamRoleArn: role.member('roleArn'),
      iamRoles: [role.member('roleArn')],
      logExports: audits ? ['connectionlog', 'userlog', 'useractivitylog'] : [],
      finalSnapshotName: block.keepsData ? nameInStack(`${block.id}-final`, 200) : undefined,
      namespaceResourcePolicy: inboundPolicy(block),
    });
    const workgroup = block.construct('Workgroup', redshiftserverless.member('CfnWorkgroup'), {
      workgroupName: nameInStack(block.id, 64),
      namespaceName: namespace.member('ref'),
      baseCapacity: capacity(block, 'baseCapacity', config.baseCapacity),
      maxCapacity: config.maxCapacity === undefined ? undefined : largest(block, config.maxCapacity),
      subnetIds: network.subnetIdList,
      securityGroupIds: [block.securityGroup().member('securityGroupId')],
      port,
      publiclyAccessible: publicly(block),
      enhancedVpcRouting: config.enhancedVpcRouting,
      configParameters: [
        { parameterKey: 'require_ssl', parameterValue: String(block.field('tls') === 'required') },
        { parameterKey: 'enable_user_activity_logging', parameterValue: String(audits) },
      ],
    });
    for (const part of [namespace, workgroup]) block.run(part.method('applyRemovalPolicy', removal(block.keepsData)));
    letIn(block, port);
    alarms(block);
  },
});

function capacity(block: Block, field: string, wanted: number): number {
  const step = facts.capacityStep.value;
  if (wanted === facts.capacityMin.value) return wanted;
  const units = Math.ceil(wanted / step) * step;
  if (units !== wanted) block.leaveOut(`${units} RPU instead of ${wanted}: capacity comes in eights (config.${field})`);
  return units;
}

function largest(block: Block, wanted: number): number {
  const base = block.config.baseCapacity;
  const units = capacity(block, 'maxCapacity', Math.max(wanted, base));
  if (wanted < base) block.leaveOut(`it grows to ${units} RPU at least, its base: config.maxCapacity is ${wanted}`);
  return units;
}

function publicly(block: Block): boolean {
  if (block.field('public') !== true) return false;
  if (block.field('subnet') === 'public') return true;
  block.leaveOut('the workgroup is private: its subnet is not public');
  return false;
}

function alarms(block: Block): void {
  if ((block.node.alarms ?? []).includes('failure'))
    alarmOn(
      block,
      'Failed',
      {
        namespace: 'AWS/Redshift-Serverless',
        metricName: 'QueriesFailed',
        dimensions: { Workgroup: nameInStack(block.id, 64) },
        statistic: 'Sum',
        periodMinutes: 15,
      },
      { threshold: 0, above: true, description: 'Queries failed' },
    );
  if ((block.node.alarms ?? []).includes('cost'))
    alarmOn(
      block,
      'Busy',
      {
        namespace: 'AWS/Redshift-Serverless',
        metricName: 'ComputeCapacity',
        dimensions: { Workgroup: nameInStack(block.id, 64) },
        statistic: 'Maximum',
        periodMinutes: 60,
      },
      {
        threshold: block.config.baseCapacity,
        above: true,
        description: 'The workgroup has grown beyond its base capacity',
      },
    );
  alarmsWithout(block, ['failure', 'cost']);
}
