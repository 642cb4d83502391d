import { type Access, defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { account, arn, core, ec2, emr, iam, kms, partition, removal, servicePrincipal } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOnEvent, alarmsWithout, letIn } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import {
  callOnSchedule,
  catalogSettings,
  codeAsset,
  jobCatalogSlot,
  libraryOf,
  scheduleOf,
  scriptName,
  sparkArguments,
  urlOf,
  workBucket,
} from '../../kit/job';
import { facts } from './facts';
import { service } from './service';

type ClusterView = NodeView<typeof service>;
type ClusterBlock = NodeBlock<typeof service>;

const ownView = (view: NodeView): ClusterView => view as unknown as ClusterView;

/** Frameworks for which the app has a script to start with. */
const scripted: ReadonlySet<string> = new Set(['spark', 'hive']);
export const hasScript = (view: NodeView): boolean => scripted.has(ownView(view).config.framework);

/** The work of a cluster as a step: for the cluster itself, and for who adds steps. */
export const stepJar = 'command-runner.jar';
export function stepArguments(view: NodeView): Code[] {
  const script = urlOf(view.part('Script'));
  if (ownView(view).config.framework === 'hive') return ['hive-script', '--run-hive-script', '--args', '-f', script];
  const library = urlOf(view.part('Library'));
  return ['spark-submit', '--deploy-mode', 'cluster', '--py-files', library, script, ...sparkArguments(view)];
}

export const cdk = defineCdk(service, {
  // The role of the nodes: what runs on them reads and writes under it.
  assumedBy: { service: 'ec2.amazonaws.com' },
  access: (view, action): readonly Access[] => {
    if (action === 'iam:PassRole')
      return [view.role(), view.part('ServiceRole')].map((role, index) => ({
        arn: role.member('roleArn'),
        shown: `<${index === 0 ? 'instance' : 'service'} role of ${view.id}>`,
        via: 'role',
      }));
    const cluster = view.part('Cluster');
    const output = cluster.tree.type === 'member' ? `${cluster.tree.name}Id` : view.id;
    const shown = `arn:aws:elasticmapreduce:<region>:<account>:cluster/<${output}>`;
    if (action === 'elasticmapreduce:RunJobFlow' || view.config.lifecycle === 'transient')
      return [
        {
          arn: arn('elasticmapreduce', 'cluster/*'),
          shown: 'arn:aws:elasticmapreduce:<region>:<account>:cluster/*',
          via: 'role',
          wildcard: { reason: `clusters like ${view.title} get their ids when they are started` },
        },
      ];
    const value = cluster.member('ref');
    return [{ arn: arn('elasticmapreduce', 'cluster/', value), shown, output: { name: output, value }, via: 'role' }];
  },
  emit: (block) => {
    const { config, title } = block;
    if (hasScript(block)) scriptOf(block);
    const work = workBucket(block);
    const role = block.role();
    const network = block.network();
    network.reach('elasticmapreduce');
    const groups = securityGroups(block);
    const serviceRole = serviceRoleOf(block);
    const profile = block.construct('Profile', iam.member('CfnInstanceProfile'), { roles: [role.member('roleName')] });
    const security = securityOf(block, serviceRole);
    const keepsAlive = config.lifecycle === 'long-running';
    const key = block.key();
    const cluster = block.construct('Cluster', emr.member('CfnCluster'), {
      name: nameInStack(block.id, 200),
      releaseLabel: config.releaseLabel ?? facts.release.value,
      applications: applications[config.framework].map((name) => ({ name })),
      configurations: configurations(block),
      serviceRole: serviceRole.member('roleArn'),
      jobFlowRole: profile.member('ref'),
      logUri: config.logUri ?? template('s3://', work.member('bucketName'), '/logs/'),
      logEncryptionKmsKeyId: config.logUri === undefined ? key?.member('keyArn') : undefined,
      securityConfiguration: security?.member('ref'),
      stepConcurrencyLevel: config.stepsAtOnce,
      ebsRootVolumeSize: 30,
      scaleDownBehavior: 'TERMINATE_AT_TASK_COMPLETION',
      autoTerminationPolicy:
        keepsAlive && config.autoTermination ? { idleTimeout: config.idleMinutes * 60 } : undefined,
      managedScalingPolicy: config.managedScaling ? { computeLimits: computeLimits(block) } : undefined,
      instances: {
        keepJobFlowAliveWhenNoSteps: keepsAlive,
        terminationProtected: keepsAlive && block.field('deletionProtection') === true,
        unhealthyNodeReplacement: true,
        ...groups,
        ...nodesOf(block),
      },
      steps:
        !keepsAlive && hasScript(block)
          ? [
              {
                name: block.id,
                actionOnFailure: 'TERMINATE_CLUSTER',
                hadoopJarStep: { jar: stepJar, args: stepArguments(block) },
              },
            ]
          : undefined,
    });
    block.run(cluster.member('node').method('addDependency', role));
    block.run(cluster.member('node').method('addDependency', serviceRole));
    acceptGaps(block, cluster, security !== undefined);
    if (config.logUri !== undefined) allowLogs(block, config.logUri);
    startWork(block, cluster);
    letIn(block, livyPort);
    if (!config.blockPublicAccess)
      block.leaveOut(
        'public access is blocked for a whole account and Region: the stack does not change that (config.blockPublicAccess)',
      );
    if (config.outputStorage === 'hdfs')
      block.leaveOut(`what steps of ${title} write to HDFS ends with the cluster: its edges lead to where it is kept`);
    alarms(block, cluster);
  },
});

/** Where Livy takes sessions and batches: for who the design lets in. */
const livyPort = 8998;

const applications: Readonly<Record<ClusterView['config']['framework'], readonly string[]>> = {
  spark: ['Hadoop', 'Hive', 'Livy', 'Spark'],
  hive: ['Hadoop', 'Hive', 'Tez'],
  hbase: ['Hadoop', 'HBase', 'ZooKeeper'],
  presto: ['Hadoop', 'Hive', 'Presto'],
  pig: ['Hadoop', 'Pig', 'Tez'],
  flink: ['Flink', 'Hadoop', 'ZooKeeper'],
};

function scriptOf(block: ClusterBlock): void {
  const hive = block.config.framework === 'hive';
  const file = `${scriptName(block.id)}.${hive ? 'sql' : 'py'}`;
  block.file(`spark/${file}`, hive ? 'spark/main.sql' : 'spark/main.py');
  codeAsset(block, 'Script', 'spark', file);
  if (!hive) libraryOf(block);
}

function configurations(block: ClusterBlock): Code[] | undefined {
  const properties = catalogSettings(block);
  const hive = {
    'hive.metastore.client.factory.class': 'com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory',
  };
  const catalog = block.offered(jobCatalogSlot).length > 0;
  const all: Code[] = [];
  if (block.config.framework === 'spark' && Object.keys(properties).length > 0) {
    all.push({ classification: 'spark-defaults', configurationProperties: properties });
    all.push({ classification: 'spark-hive-site', configurationProperties: hive });
    if ('spark.sql.extensions' in properties)
      all.push({ classification: 'iceberg-defaults', configurationProperties: { 'iceberg.enabled': 'true' } });
  }
  if (catalog && block.config.framework === 'hive')
    all.push({ classification: 'hive-site', configurationProperties: hive });
  if (catalog && block.config.framework === 'presto')
    all.push({
      classification: 'presto-connector-hive',
      configurationProperties: { 'hive.metastore': 'glue' },
    });
  return all.length > 0 ? all : undefined;
}

/** Groups of the cluster and of the service that manages it, with the rules that EMR would add itself. */
function securityGroups(block: ClusterBlock): { readonly [key: string]: Code } {
  const own = block.securityGroup();
  const { nodes, service: answers } = facts.servicePorts.value;
  const port = ec2.member('Port');
  const managed = block.construct('ServiceAccess', ec2.member('SecurityGroup'), {
    vpc: block.network().vpc,
    description: `EMR, where it manages the nodes of ${block.id}`,
    allowAllOutbound: false,
  });
  block.run(own.method('addIngressRule', own, port.method('allTraffic'), 'Nodes of the cluster, among themselves'));
  block.run(own.method('addIngressRule', managed, port.method('tcp', nodes), 'EMR manages the nodes'));
  block.run(managed.method('addIngressRule', own, port.method('tcp', answers), 'Nodes answer to EMR'));
  block.run(managed.method('addEgressRule', own, port.method('tcp', nodes), 'EMR manages the nodes'));
  const id = own.member('securityGroupId');
  return {
    emrManagedMasterSecurityGroup: id,
    emrManagedSlaveSecurityGroup: id,
    serviceAccessSecurityGroup: managed.member('securityGroupId'),
  };
}

const managedTag = 'for-use-with-amazon-emr-managed-policies';

/** The role under which EMR starts and ends nodes: the policy of AWS, that acts on what is tagged for it. */
function serviceRoleOf(block: ClusterBlock): Expression {
  const { network, scope } = block;
  const tags = core.member('Tags');
  block.run(tags.method('of', network().vpc).method('add', managedTag, 'true'));
  block.run(tags.method('of', scope).method('add', managedTag, 'true'));
  const policy = 'service-role/AmazonEMRServicePolicy_v2';
  const role = block.construct('ServiceRole', iam.member('Role'), {
    assumedBy: servicePrincipal('elasticmapreduce.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': arn('elasticmapreduce', '*') },
    }),
    description: `EMR, where it manages the nodes of ${block.id}`,
    managedPolicies: [iam.member('ManagedPolicy').method('fromAwsManagedPolicyName', policy)],
    inlinePolicies: {
      PassRole: iam.member('PolicyDocument').new({
        statements: [
          iam.member('PolicyStatement').new({
            actions: ['iam:PassRole'],
            resources: [block.role().member('roleArn')],
            conditions: { StringLike: { 'iam:PassedToService': 'ec2.amazonaws.com*' } },
          }),
        ],
      }),
    },
  });
  block.acknowledge(
    role,
    `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
    'EMR manages instances, volumes and groups with it, and only those that carry its tag: AWS keeps it up to date',
  );
  return role;
}

/** Encryption of disks and of traffic between nodes, where the design asks for one of them. */
function securityOf(block: ClusterBlock, serviceRole: Expression): Expression | undefined {
  const { config } = block;
  const atRest = block.encryption !== 'none' || config.securityConfiguration !== undefined;
  const inTransit = block.field('tls') === 'required';
  if (!atRest && !inTransit) return undefined;
  const key = atRest ? diskKey(block, serviceRole) : undefined;
  return block.construct('Security', emr.member('CfnSecurityConfiguration'), {
    name: nameInStack(`${block.id}-${config.securityConfiguration ?? 'security'}`, 200),
    securityConfiguration: {
      EncryptionConfiguration: {
        EnableAtRestEncryption: atRest,
        EnableInTransitEncryption: inTransit,
        AtRestEncryptionConfiguration: key
          ? {
              LocalDiskEncryptionConfiguration: {
                EncryptionKeyProviderType: 'AwsKms',
                AwsKmsKey: key.member('keyArn'),
                EnableEbsEncryption: true,
              },
            }
          : undefined,
        InTransitEncryptionConfiguration: inTransit
          ? { TLSCertificateConfiguration: { CertificateProviderType: 'PEM', S3Object: certificates(block) } }
          : undefined,
      },
      InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: 2, HttpPutResponseHopLimit: 1 },
    },
  });
}

/** Certificates of the nodes: EMR makes none. */
function certificates(block: ClusterBlock): Expression {
  const part = block.part('Cluster').tree;
  const base = part.type === 'member' ? part.name.replace(/^./, (letter) => letter.toUpperCase()) : 'Cluster';
  return block.parameter(
    `${base}Certificates`,
    `S3 path of a zip with the certificates of the nodes of ${block.id}: privateKey.pem, certificateChain.pem, trustedCertificates.pem`,
    { allowedPattern: '^s3://.+\\.zip$' },
  );
}

function diskKey(block: ClusterBlock, serviceRole: Expression): Expression {
  const key =
    block.key() ??
    block.construct('DiskKey', kms.member('Key'), {
      description: `Encrypts the disks of ${block.id}`,
      enableKeyRotation: true,
      removalPolicy: removal(block.keepsData),
    });
  const use = [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ];
  block.allow({ actions: use, resources: [key.member('keyArn')] });
  block.allowOn(key, { principals: [serviceRole], actions: use, resources: ['*'] });
  block.allowOn(key, {
    principals: [serviceRole],
    actions: ['kms:CreateGrant'],
    resources: ['*'],
    conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  });
  return key;
}

/** Groups of nodes in one subnet; fleets where the cluster may stand in several, and AWS chooses. */
function nodesOf(block: ClusterBlock): { readonly [key: string]: Code } {
  const { config } = block;
  const network = block.network();
  const volumes = {
    ebsBlockDeviceConfigs: [
      { volumeSpecification: { volumeType: 'gp3', sizeInGb: config.volumeGiB }, volumesPerInstance: 1 },
    ],
  };
  if (config.subnets.length > 1) {
    const spot = (way: string) => way === 'spot';
    const fleet = (name: string, type: string, count: number, way: string): Code => ({
      name,
      targetOnDemandCapacity: spot(way) ? 0 : count,
      targetSpotCapacity: spot(way) ? count : 0,
      instanceTypeConfigs: [{ instanceType: type, weightedCapacity: 1, ebsConfiguration: volumes }],
      launchSpecifications: spot(way)
        ? {
            spotSpecification: {
              allocationStrategy: 'capacity-optimized',
              timeoutAction: 'SWITCH_TO_ON_DEMAND',
              timeoutDurationMinutes: 10,
            },
          }
        : { onDemandSpecification: { allocationStrategy: 'lowest-price' } },
    });
    return {
      ec2SubnetIds: network.subnetIds,
      masterInstanceFleet: fleet('Primary', config.primaryType, config.primaryCount, 'on-demand'),
      coreInstanceFleet: fleet('Core', config.coreType, config.coreNodes, config.corePricing),
      taskInstanceFleets:
        config.taskNodes > 0 ? [fleet('Task', config.taskType, config.taskNodes, config.taskPricing)] : undefined,
    };
  }
  const group = (name: string, instanceType: string, instanceCount: number, way: string): Code => ({
    name,
    instanceType,
    instanceCount,
    market: way === 'spot' ? 'SPOT' : 'ON_DEMAND',
    ebsConfiguration: volumes,
  });
  return {
    ec2SubnetId: network.subnetIdList[0],
    masterInstanceGroup: group('Primary', config.primaryType, config.primaryCount, 'on-demand'),
    coreInstanceGroup: group('Core', config.coreType, config.coreNodes, config.corePricing),
    taskInstanceGroups:
      config.taskNodes > 0 ? [group('Task', config.taskType, config.taskNodes, config.taskPricing)] : undefined,
  };
}

function computeLimits({ config }: ClusterBlock): { readonly [key: string]: Code } {
  const least = config.coreNodes;
  const most = Math.min(facts.nodesMax.value, config.maxNodes ?? 2 * (config.coreNodes + config.taskNodes));
  return {
    unitType: config.subnets.length > 1 ? 'InstanceFleetUnits' : 'Instances',
    minimumCapacityUnits: least,
    maximumCapacityUnits: Math.max(least, most),
    maximumCoreCapacityUnits: least,
  };
}

function acceptGaps(block: ClusterBlock, cluster: Expression, secured: boolean): void {
  const { title } = block;
  const atRest = secured && (block.encryption !== 'none' || block.config.securityConfiguration !== undefined);
  // cdk-nag reads security configurations of a form that EMR does not take, so that it misses both of them.
  block.acknowledge(
    cluster,
    'AwsSolutions-EMR4',
    atRest
      ? `the security configuration of ${title} encrypts its disks: see AtRestEncryptionConfiguration`
      : `disks of ${title} are not encrypted in the design: its encryption is none, and config.securityConfiguration is not set`,
  );
  block.acknowledge(
    cluster,
    'AwsSolutions-EMR5',
    block.field('tls') === 'required'
      ? `nodes of ${title} speak TLS with the certificates of its security configuration: see InTransitEncryptionConfiguration`
      : `nodes of ${title} speak without TLS in the design: its tls is ${block.field('tls') ?? 'off'}, and certificates are yours to make`,
  );
  block.acknowledge(
    cluster,
    'AwsSolutions-EMR6',
    `nobody logs in to nodes of ${title}: the design names neither a key pair nor a realm of Kerberos, and its steps are its work`,
  );
}

/** Nodes bring their logs to a bucket that is not of the design. */
function allowLogs(block: ClusterBlock, logUri: string): void {
  const path = logUri.slice('s3://'.length).replace(/\/$/, '');
  const objects = `${path}/*`;
  block.allow({ actions: ['s3:PutObject'], resources: [template('arn:', partition, `:s3:::${objects}`)] });
  if (!block.roleIsDeclared)
    block.acknowledge(
      block.role(),
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${objects}]`,
      `EMR names the logs of ${block.title} below config.logUri`,
    );
}

/** What starts the work: the cluster itself, a schedule, or who adds steps. */
function startWork(block: ClusterBlock, cluster: Expression): void {
  const { config } = block;
  const transient = config.lifecycle === 'transient';
  if (!hasScript(block)) {
    block.leaveOut(`its work is yours to start: the app has no script for ${config.framework}`);
    return;
  }
  if (transient) {
    if (scheduleOf(block))
      block.leaveOut(
        'a transient cluster of CloudFormation runs once, when the stack is deployed: draw Step Functions or Airflow before it to run it on schedule',
      );
    block.advise(
      `${block.id} runs its step when the stack is deployed, and ends. To run it again, draw Step Functions or Airflow before it.`,
    );
    return;
  }
  callOnSchedule(block, {
    target: 'emr:addJobFlowSteps',
    input: {
      JobFlowId: cluster.member('ref'),
      Steps: [
        {
          Name: block.id,
          ActionOnFailure: 'CONTINUE',
          HadoopJarStep: { Jar: stepJar, Args: stepArguments(block) },
        },
      ],
    },
    statements: [
      {
        actions: ['elasticmapreduce:AddJobFlowSteps'],
        resources: [arn('elasticmapreduce', 'cluster/', cluster.member('ref'))],
      },
    ],
  });
}

function alarms(block: ClusterBlock, cluster: Expression): void {
  if ((block.node.alarms ?? []).includes('failure')) {
    alarmOnEvent(block, 'Failed', {
      source: 'aws.emr',
      type: 'EMR Cluster State Change',
      detail: { clusterId: [cluster.member('ref')], state: ['TERMINATED_WITH_ERRORS'] },
      description: 'The cluster ended with errors',
    });
    alarmOnEvent(block, 'StepFailed', {
      source: 'aws.emr',
      type: 'EMR Step Status Change',
      detail: { clusterId: [cluster.member('ref')], state: ['FAILED'] },
      description: 'A step of the cluster failed',
    });
  }
  alarmsWithout(block, ['failure']);
}
