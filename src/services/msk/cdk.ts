import { type Access, type DesignView, defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import {
  account,
  arn,
  core,
  iam,
  kms,
  lambda,
  msk,
  region,
  removal,
  secretsmanager,
  servicePrincipal,
} from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, letIn, logGroup } from '../../kit/cdk-parts';
import { type Code, type Expression, module, name, template } from '../../kit/code';
import type { DataSet, Edge } from '../../model/vocabulary';
import { facts } from './facts';
import { service } from './service';

type MskView = NodeView<typeof service>;

/**
 * Addresses of the brokers, for what has to be told them at deployment. CloudFormation does not give them out, so that a
 * function of the stack asks for them; it is made when somebody offers `true` here.
 */
export const brokersSlot = defineSlot<true>('brokers');

export type Authentication = 'iam' | 'scram' | 'tls' | 'plaintext';
const brokerFields: Readonly<Record<Authentication, string>> = {
  iam: 'BootstrapBrokerStringSaslIam',
  scram: 'BootstrapBrokerStringSaslScram',
  tls: 'BootstrapBrokerStringTls',
  plaintext: 'BootstrapBrokerString',
};
/** `host:port,host:port` of a cluster; offer `brokersSlot` to it before. */
export const bootstrapBrokers = (view: NodeView, by: Authentication = 'iam'): Expression =>
  view.part('Brokers').method('getAttString', brokerFields[by]);

/** Where clients of the design connect: they authenticate by IAM. */
export const clientPort: number = facts.ports.value.iam;

/**
 * Topic of a data set; of an edge that carries none, the topic is named by its cluster. Lambda and pipes take no name of
 * one character, and none that begins with a dot.
 */
export function topicName(set: Pick<DataSet, 'id'> | undefined, view: Pick<NodeView, 'id'>): string {
  const plain = (set?.id ?? view.id).replace(/[^A-Za-z0-9._-]/g, '-').replace(/^\./, '-');
  return plain.length > 1 ? plain : `${plain}-topic`;
}

export const topicsOf = (data: readonly DataSet[], view: Pick<NodeView, 'id'>): string[] =>
  data.length > 0 ? [...new Set(data.map((set) => topicName(set, view)))] : [topicName(undefined, view)];

/** Name of a connector on MSK Connect: its consumer group is named by it. */
export const connectorName = (view: Pick<NodeView, 'id'>): Expression => nameInStack(view.id, 128);

/** Consumer group of whoever reads a cluster: named by its node. A connector's begins with "connect-". */
export function groupName(reader: Pick<NodeView, 'id' | 'kind'>): string | Expression {
  return reader.kind === 'msk-connect' ? template('connect-', connectorName(reader)) : reader.id;
}

/** `<name>/<unique id>` of a cluster, which the ARNs of its topics and groups begin with. */
const clusterPath = (view: NodeView): Expression => {
  const fn = core.member('Fn');
  return fn.method('select', 1, fn.method('split', ':cluster/', clusterArn(view)));
};
export const clusterArn = (view: NodeView): Expression => view.part('Cluster').member('attrArn');

const onTopic: ReadonlySet<string> = new Set([
  'kafka-cluster:AlterTopic',
  'kafka-cluster:AlterTopicDynamicConfiguration',
  'kafka-cluster:CreateTopic',
  'kafka-cluster:DeleteTopic',
  'kafka-cluster:DescribeTopic',
  'kafka-cluster:DescribeTopicDynamicConfiguration',
  'kafka-cluster:ReadData',
  'kafka-cluster:WriteData',
]);
const onGroup: ReadonlySet<string> = new Set([
  'kafka-cluster:AlterGroup',
  'kafka-cluster:DeleteGroup',
  'kafka-cluster:DescribeGroup',
]);

export const cdk = defineCdk(service, {
  // Of the password of a user, which stands under the key of the cluster where it has one.
  keyUse: { read: ['secretsmanager:GetSecretValue'], write: [] },
  access: (view, action, scope, design) => {
    const [prefix] = action.split(':');
    // No action on a network interface names a cluster.
    if (prefix === 'ec2')
      return [
        {
          arn: '*',
          shown: '*',
          via: 'role',
          wildcard: {
            reason: `${view.title} lies in a VPC, and AWS checks these actions on every interface and subnet`,
            finding: template('*'),
          },
        },
      ];
    if (prefix === 'secretsmanager')
      return [{ arn: view.part('User').member('secretArn'), shown: `<secret of ${view.id}>`, via: 'role' }];
    const resource = (kind: 'topic' | 'group', ...last: (string | Expression)[]): Access => ({
      arn: arn('kafka', `${kind}/`, clusterPath(view), '/', ...last),
      shown: `arn:aws:kafka:<region>:<account>:${kind}/${view.id}/<cluster id>/${last.map((part) => (typeof part === 'string' ? part : '<group>')).join('')}`,
      via: 'role',
    });
    if (onTopic.has(action)) return topicsOf(scope.data ?? [], view).map((topic) => resource('topic', topic));
    if (onGroup.has(action)) {
      const reader = scope.edge && design.find(scope.edge.to);
      if (reader?.kind === 'firehose') return [everyGroup(view)];
      return [resource('group', groupName(reader ?? { id: scope.edge?.to ?? view.id, kind: '' }))];
    }
    const output = fieldOf(view, 'Cluster', 'Arn');
    return [
      { arn: clusterArn(view), shown: `<${output}>`, output: { name: output, value: clusterArn(view) }, via: 'role' },
    ];
  },
  emit: (block) => {
    const { config, design } = block;
    const cluster = config.mode === 'SERVERLESS' ? serverless(block) : provisioned(block);
    if (config.mode !== 'SERVERLESS' && block.encryption === 'none')
      block.leaveOut('the volumes are encrypted with a key of AWS: MSK knows no other way');
    if (block.field('public') === true)
      block.leaveOut(
        'brokers are private: AWS lets a cluster be opened to the internet after it was made, not when it is made',
      );
    if (config.schemaRegistry)
      block.advise(
        `Make a registry in AWS Glue for the schemas of ${block.id}, and have producers and consumers use its serializers.`,
      );
    for (const port of portsOf(block)) letIn(block, port);
    if (block.offered(brokersSlot).length > 0) brokerAddresses(block, cluster);
    if (config.mode === 'SERVERLESS')
      block.advise(
        `Make the topics of ${block.id} with a Kafka client: ${topicsIn(design, block).join(', ')}. CloudFormation makes none on MSK Serverless.`,
      );
    alarms(block);
  },
});

/** A delivery stream names its group itself. */
function everyGroup(view: NodeView): Access {
  const { arn: value, finding } = resourcesLike(view, 'group', '*');
  return {
    arn: value,
    shown: `arn:aws:kafka:<region>:<account>:group/${view.id}/<cluster id>/*`,
    via: 'role',
    wildcard: {
      reason: `Amazon Data Firehose chooses the name of the group under which it reads ${view.title}`,
      finding,
    },
  };
}

/** What the workers of MSK Connect keep on a cluster, under names that the service chooses. */
export const connectResources = (view: NodeView) => ({
  topics: resourcesLike(view, 'topic', '__amazon_msk_connect_*'),
  groups: resourcesLike(view, 'group', '__amazon_msk_connect_*'),
});

/** Topics or groups of a cluster by a pattern, and how cdk-nag writes their ARN: a function of the template as JSON. */
function resourcesLike(
  view: NodeView,
  kind: 'topic' | 'group',
  pattern: string,
): { arn: Expression; finding: Expression } {
  const getArn = { 'Fn::GetAtt': [name('this').method('getLogicalId', view.part('Cluster')), 'Arn'] };
  const path = { 'Fn::Select': [1, { 'Fn::Split': [':cluster/', getArn] }] };
  return {
    arn: arn('kafka', `${kind}/`, clusterPath(view), `/${pattern}`),
    finding: template(
      `arn:<AWS::Partition>:kafka:<AWS::Region>:<AWS::AccountId>:${kind}/`,
      name('JSON').method('stringify', path),
      `/${pattern}`,
    ),
  };
}

const fieldOf = (view: NodeView, part: string, suffix: string): string => {
  const { tree } = view.part(part);
  return tree.type === 'member' ? `${tree.name}${suffix}` : `${view.id}${suffix}`;
};

/** Topics that the edges of a cluster speak of. */
function topicsIn(design: DesignView, view: MskView): string[] {
  const edges: Edge[] = (['in', 'out'] as const).flatMap((way) => design.neighbours(view, way).map(({ edge }) => edge));
  const data = edges.filter((edge) => design.joins(edge)).flatMap((edge) => design.dataOn(edge));
  const kept = design.graph.dataOf(view.node);
  return topicsOf([...data, ...kept], view).sort();
}

/** Kinds whose way to a cluster is a user and a password, kept in a secret of it. */
const passwordKinds: ReadonlySet<string> = new Set(['dms', 'iot-core']);
const hasPasswordClients = ({ design, ...view }: NodeBlock<typeof service>): boolean =>
  design.neighbours(view, 'in').some((other) => passwordKinds.has(other.view.kind) && design.joins(other.edge));

/** IAM is what edges authenticate by; of a design that names nothing, it is the safe choice. */
function authentication(view: NodeBlock<typeof service>): {
  iam: boolean;
  scram: boolean;
  mtls: boolean;
  plain: boolean;
} {
  const { auth, clientBroker } = view.config;
  const named = (way: (typeof auth)[number]) => auth.includes(way);
  return {
    iam: true,
    scram: named('scram') || hasPasswordClients(view),
    mtls: named('mtls'),
    plain: named('unauthenticated') || clientBroker !== 'TLS',
  };
}

function portsOf(view: NodeBlock<typeof service>): number[] {
  const { iam, plaintext, scram, tls } = facts.ports.value;
  const use = authentication(view);
  if (view.config.mode === 'SERVERLESS') return [iam];
  return [
    iam,
    ...(use.scram ? [scram] : []),
    ...(use.mtls || use.plain ? [tls] : []),
    ...(view.config.clientBroker !== 'TLS' ? [plaintext] : []),
  ];
}

function serverless(block: NodeBlock<typeof service>): Expression {
  const { config, declared } = block;
  const network = block.network();
  const cluster = block.construct('Cluster', msk.member('CfnServerlessCluster'), {
    clusterName: nameInStack(block.id, 64),
    clientAuthentication: { sasl: { iam: { enabled: true } } },
    vpcConfigs: [
      {
        subnetIds: network.subnetIds,
        securityGroups: [block.securityGroup().member('securityGroupId')],
      },
    ],
  });
  // Asked for all the same: the edge that offers it says what it cannot do.
  if (hasPasswordClients(block)) passwordUser(block);
  if (config.auth.some((way) => way !== 'iam'))
    block.leaveOut('MSK Serverless authenticates by IAM only: the other ways of config.auth are not offered');
  const sized = (['brokers', 'instanceType', 'volumeGiB', 'tieredStorage', 'version'] as const).filter(
    (key) => declared[key] !== undefined && declared[key] !== false,
  );
  if (sized.length > 0)
    block.leaveOut(`MSK Serverless sizes itself: config.${sized.join(', config.')} say nothing to it`);
  if (config.retentionHours > facts.serverlessRetentionHours.value && declared.retentionHours !== undefined)
    block.leaveOut(
      `records are kept ${facts.serverlessRetentionHours.value} h: set retention.ms on the topics, and ask AWS where ${config.retentionHours} h exceed its quota`,
    );
  if (block.encryption === 'cmk') block.leaveOut('MSK Serverless encrypts with a key of AWS: it takes no other');
  if ((block.node.logs ?? []).length > 0) block.leaveOut('MSK Serverless has no broker logs');
  return cluster;
}

function provisioned(block: NodeBlock<typeof service>): Expression {
  const { config, title } = block;
  const express = config.mode === 'EXPRESS';
  const network = block.network();
  const { zones } = network;
  const brokers = Math.min(
    Math.floor(facts.brokersMax.value / zones) * zones,
    Math.max(1, Math.ceil((config.brokers ?? zones) / zones)) * zones,
  );
  if (config.brokers !== undefined && brokers !== config.brokers)
    block.leaveOut(
      `${brokers} brokers instead of ${config.brokers}: each of the ${zones} zones has as many as the others`,
    );
  if (express && zones < facts.expressCopies.value)
    block.leaveOut(`Express brokers need ${facts.expressCopies.value} zones: the VPC has ${zones}`);
  const instanceType = typeOf(block, express);
  const copies = express ? facts.expressCopies.value : Math.min(config.replicationFactor, brokers);
  const inSync = Math.min(config.minInSync, copies);
  const tiered = config.tieredStorage && !express && instanceType !== 'kafka.t3.small';
  if (config.tieredStorage && !tiered)
    block.leaveOut(
      express
        ? 'Express brokers have no tiered storage: theirs grows by itself'
        : 'brokers of kafka.t3.small have no tiered storage',
    );
  const use = authentication(block);
  const clientBroker = config.clientBroker === 'PLAINTEXT' ? 'TLS_PLAINTEXT' : config.clientBroker;
  if (config.clientBroker === 'PLAINTEXT')
    block.leaveOut('clients may also connect by TLS: IAM, by which edges authenticate, works on no other way');
  const key = block.key();
  const logs = logGroup(block, 'BrokerLogs');
  const settings = block.construct('Settings', msk.member('CfnConfiguration'), {
    name: nameInStack(block.id, 64),
    description: `Settings of ${block.id}`,
    serverProperties: serverProperties(config, { express, copies, inSync }),
  });
  const cluster = block.construct('Cluster', msk.member('CfnCluster'), {
    clusterName: nameInStack(block.id, 64),
    kafkaVersion: express && config.version.startsWith('3.7') ? '3.8.x' : config.version,
    numberOfBrokerNodes: brokers,
    brokerNodeGroupInfo: {
      brokerAzDistribution: 'DEFAULT',
      clientSubnets: network.subnetIds,
      instanceType,
      securityGroups: [block.securityGroup().member('securityGroupId')],
      storageInfo: express ? undefined : { ebsStorageInfo: { volumeSize: config.volumeGiB } },
    },
    // Express brokers take no word on it.
    storageMode: express ? undefined : tiered ? 'TIERED' : 'LOCAL',
    clientAuthentication: {
      sasl: { iam: { enabled: use.iam }, scram: { enabled: use.scram } },
      tls: use.mtls
        ? { enabled: true, certificateAuthorityArnList: [certificateAuthority(block)] }
        : { enabled: false },
      unauthenticated: { enabled: use.plain },
    },
    configurationInfo: { arn: settings.member('attrArn'), revision: settings.member('attrLatestRevisionRevision') },
    encryptionInfo: {
      encryptionAtRest: key ? { dataVolumeKmsKeyId: key.member('keyArn') } : undefined,
      encryptionInTransit: { clientBroker, inCluster: express || config.inClusterTls },
    },
    enhancedMonitoring: config.monitoring,
    loggingInfo: { brokerLogs: { cloudWatchLogs: { enabled: true, logGroup: logs.member('logGroupName') } } },
  });
  if (express && config.version.startsWith('3.7'))
    block.leaveOut(`Apache Kafka 3.8 instead of ${config.version}: Express brokers do not offer it`);
  if (express && !config.inClusterTls) block.leaveOut('Express brokers always speak TLS with each other');
  if (clientBroker !== 'TLS')
    block.acknowledge(
      cluster,
      'AwsSolutions-MSK2',
      `${title} lets clients in without TLS in the design: its clientBroker is ${config.clientBroker}`,
    );
  if (!express && !config.inClusterTls)
    block.acknowledge(
      cluster,
      'AwsSolutions-MSK3',
      `brokers of ${title} speak without TLS in the design: inClusterTls is false`,
    );
  if (use.scram)
    block.construct('Users', msk.member('CfnBatchScramSecret'), {
      clusterArn: cluster.member('attrArn'),
      secretArnList: [passwordUser(block).member('secretArn')],
    });
  topics(block, cluster, { copies, inSync, tiered });
  return cluster;
}

/**
 * A user with a generated password. MSK takes secrets only under such a name, and under a key that is not that of AWS; the
 * stack's own key lets in whoever may read the secret, as the key of AWS would.
 */
function passwordUser(block: NodeBlock<typeof service>): Expression {
  const own = block.key();
  const key =
    own ??
    block.construct('UserKey', kms.member('Key'), {
      description: `Encrypts the password of a user of ${block.id}`,
      enableKeyRotation: true,
      removalPolicy: removal(block.keepsData),
    });
  if (!own)
    block.allowOn(key, {
      principals: [iam.member('AnyPrincipal').new()],
      actions: ['kms:Decrypt', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        StringEquals: {
          'kms:CallerAccount': account,
          'kms:ViaService': template('secretsmanager.', region, '.amazonaws.com'),
        },
      },
    });
  const secret = block.construct('User', secretsmanager.member('Secret'), {
    secretName: template('AmazonMSK_', nameInStack(block.id, 64)),
    description: `A user of ${block.id}`,
    encryptionKey: key,
    generateSecretString: {
      secretStringTemplate: '{"username": "pipeline"}',
      generateStringKey: 'password',
      excludePunctuation: true,
      passwordLength: 32,
    },
    removalPolicy: removal(block.keepsData),
  });
  block.acknowledge(
    secret,
    'AwsSolutions-SMG4',
    `the password of the user of ${block.title} is not rotated: no "rotationDays" is set for it, and clients hold it while they are connected`,
  );
  return secret;
}

function typeOf(block: NodeBlock<typeof service>, express: boolean): string {
  const wanted = block.config.instanceType;
  const usual = express ? 'express.m7g.large' : 'kafka.m7g.large';
  if (wanted === undefined || wanted.startsWith('express.') === express) return wanted ?? usual;
  block.leaveOut(`brokers are of ${usual}: ${wanted} is no type of the mode ${block.config.mode}`);
  return usual;
}

const hourMs = 3_600_000;

function serverProperties(
  { partitions, retentionHours }: MskView['config'],
  { express, copies, inSync }: { express: boolean; copies: number; inSync: number },
): string {
  return [
    'auto.create.topics.enable=false',
    `num.partitions=${partitions}`,
    `log.retention.ms=${retentionHours * hourMs}`,
    // Express brokers fix both.
    ...(express
      ? []
      : [
          `default.replication.factor=${copies}`,
          `min.insync.replicas=${inSync}`,
          'unclean.leader.election.enable=false',
        ]),
  ].join('\n');
}

const certificateAuthority = (block: NodeBlock<typeof service>): Expression =>
  block.parameter(
    `${fieldOf(block, 'Cluster', '').replace(/^./, (letter) => letter.toUpperCase())}AuthorityArn`,
    `ARN of the private certificate authority that signs the certificates of clients of ${block.id}`,
    { allowedPattern: '^arn:aws[a-z-]*:acm-pca:[a-z0-9-]+:\\d{12}:certificate-authority/[0-9a-f-]+$' },
  );

function topics(
  block: NodeBlock<typeof service>,
  cluster: Expression,
  { copies, inSync, tiered }: { copies: number; inSync: number; tiered: boolean },
): void {
  const { config } = block;
  const settings = {
    'retention.ms': String(config.retentionHours * hourMs),
    ...(config.mode === 'EXPRESS' ? {} : { 'min.insync.replicas': String(inSync) }),
    ...(tiered && { 'remote.storage.enable': 'true' }),
  };
  for (const [index, topic] of topicsIn(block.design, block).entries())
    block.construct(`Topic${index + 1}`, msk.member('CfnTopic'), {
      clusterArn: cluster.member('attrArn'),
      topicName: topic,
      partitionCount: config.partitions,
      replicationFactor: copies,
      configs: name('Buffer').method('from', name('JSON').method('stringify', settings)).method('toString', 'base64'),
    });
}

/** A function that asks for the addresses of the brokers, and gives them to the template. */
function brokerAddresses(block: NodeBlock<typeof service>, cluster: Expression): void {
  const folder = 'custom/msk-brokers';
  block.file(`${folder}/index.mjs`, 'custom/msk-brokers.mjs');
  const logs = logGroup(block, 'BrokersLogs');
  const statementOf = (actions: string[], resource: Code) =>
    iam.member('PolicyStatement').new({ actions, resources: [resource] });
  const role = block.construct('BrokersRole', iam.member('Role'), {
    assumedBy: servicePrincipal('lambda.amazonaws.com'),
    description: `Asks for the addresses of the brokers of ${block.id}`,
    inlinePolicies: {
      Brokers: iam.member('PolicyDocument').new({
        statements: [
          statementOf(['kafka:GetBootstrapBrokers'], cluster.member('attrArn')),
          statementOf(['logs:CreateLogStream', 'logs:PutLogEvents'], logs.member('logGroupArn')),
        ],
      }),
    },
  });
  const handler = block.construct('BrokersFunction', lambda.member('Function'), {
    runtime: lambda.member('Runtime').member('NODEJS_24_X'),
    handler: 'index.handler',
    code: lambda
      .member('Code')
      .method(
        'fromAsset',
        module('node:path', 'path').method('join', name('__dirname'), '..', '..', ...folder.split('/')),
      ),
    role,
    memorySize: 256,
    timeout: core.member('Duration').method('minutes', 1),
    logGroup: logs,
  });
  block.construct('Brokers', core.member('CustomResource'), {
    serviceToken: handler.member('functionArn'),
    resourceType: 'Custom::MskBrokers',
    properties: { ClusterArn: cluster.member('attrArn') },
  });
}

function alarms(block: NodeBlock<typeof service>): void {
  const { config } = block;
  const wanted = block.node.alarms ?? [];
  const dimensions = { 'Cluster Name': nameInStack(block.id, 64) };
  if (wanted.includes('failure') && config.mode !== 'SERVERLESS')
    alarmOn(
      block,
      'Offline',
      {
        namespace: 'AWS/Kafka',
        metricName: 'OfflinePartitionsCount',
        dimensions,
        statistic: 'Maximum',
        periodMinutes: 5,
      },
      { threshold: 0, above: true, description: 'Partitions have no leader: they can be neither written nor read' },
    );
  if (wanted.includes('lag') || wanted.includes('iterator-age')) lagAlarms(block, dimensions);
  alarmsWithout(block, [...(config.mode === 'SERVERLESS' ? [] : ['failure']), 'lag', 'iterator-age']);
}

/** One alarm for each group that the design names and each topic it reads. */
function lagAlarms(block: NodeBlock<typeof service>, cluster: { readonly [key: string]: Code }): void {
  const readers = block.design
    .neighbours(block, 'out')
    .filter(({ edge, view }) => block.design.joins(edge) && view.kind !== 'firehose');
  const limit = block.config.retentionHours / 2;
  const seen = new Set<string>();
  for (const { edge, view } of [...readers].sort((a, b) => (a.edge.id < b.edge.id ? -1 : 1)))
    for (const topic of topicsOf(block.design.dataOn(edge), block)) {
      if (seen.has(`${view.id} ${topic}`)) continue;
      seen.add(`${view.id} ${topic}`);
      alarmOn(
        block,
        `Lag${seen.size}`,
        {
          namespace: 'AWS/Kafka',
          metricName: 'EstimatedMaxTimeLag',
          dimensions: { ...cluster, 'Consumer Group': groupName(view), Topic: topic },
          statistic: 'Maximum',
          periodMinutes: 5,
        },
        {
          threshold: limit * 3600,
          above: true,
          periods: 3,
          description: `A reader of ${topic} is behind by more than half of the ${block.config.retentionHours} h that are kept`,
        },
      );
    }
  if (seen.size === 0)
    block.leaveOut('nobody in the design reads the cluster under a group whose lag could be measured');
}
