import { type Access, defineCdk, defineSlot, type NodeBlock, type NodeView, reachSlot } from '../../kit/cdk';
import { account, arn, core, ec2, glue, kms, logs, removal, stackName } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import {
  alarmOn,
  alarmOnEvent,
  alarmsWithout,
  allowInterfaces,
  letLogsUse,
  neededFreshness,
} from '../../kit/cdk-parts';
import { type Code, type Expression, self, template } from '../../kit/code';
import {
  byEdge,
  codeAsset,
  jobCatalogSlot,
  jobTableSlot,
  libraryOf,
  personalColumns,
  scheduleOf,
  scriptName,
  stagingSlot,
  tablesFor,
  workBucket,
} from '../../kit/job';
import { cronOf } from '../../kit/schedule';
import { facts } from './facts';
import { service } from './service';

type JobView = NodeView<typeof service>;
type JobBlock = NodeBlock<typeof service>;
type JobType = JobView['config']['jobType'];

/** A connection that an edge makes for the job: it lets the job into the VPC of a store, and keeps its address. */
export const connectionSlot = defineSlot<{ readonly edge: string; readonly name: Expression }>('connection');

export const jobName = (view: Pick<NodeView, 'id'>): Expression => nameInStack(view.id, 255);

/** Where and as what the job is found in the network: properties of every connection it works through. */
export function placement(view: NodeView): { readonly [key: string]: Code } {
  const network = view.network();
  return {
    // A connection has one subnet; its workers all stand there.
    subnetId: network.subnetIdList[0],
    availabilityZone: network.vpc.method('selectSubnets', network.subnets).member('availabilityZones').at(0),
    securityGroupIdList: [view.securityGroup().member('securityGroupId')],
  };
}

const isSpark = (type: JobType): boolean => type === 'spark' || type === 'streaming';

const streams: ReadonlySet<string> = new Set(['kinesis', 'kafka']);

/** A job that reads a stream is a streaming job, unless it says what it is. */
export function jobTypeOf(view: JobView): JobType {
  const { declared, config } = view;
  if (declared.jobType !== undefined) return config.jobType;
  if (config.mode === 'streaming') return 'streaming';
  const reads = view.offered(jobTableSlot).some(({ way, connector }) => way === 'input' && streams.has(connector));
  return reads && config.mode === undefined ? 'streaming' : config.jobType;
}

export const cdk = defineCdk(service, {
  assumedBy: { service: 'glue.amazonaws.com' },
  access: (view): readonly Access[] => [
    {
      arn: arn('glue', 'job/', jobName(view)),
      shown: `arn:aws:glue:<region>:<account>:job/${view.id}-<stack>`,
      via: 'role',
    },
  ],
  emit: (block) => {
    const { config } = block;
    const type = jobTypeOf(block);
    const version = versionOf(block, type);
    const role = block.role();
    const key = block.key();
    const security = securityOf(block, role, key);
    const logPrefix = logging(block, { type, version, role, security });
    const work = type === 'streaming' || block.offered(stagingSlot).length > 0 ? workBucket(block) : undefined;
    const script = scriptOf(block, type);
    const library = isSpark(type) ? libraryOf(block) : undefined;
    const connections = connectionsOf(block);
    const workers = workersOf(block, type);
    const job = block.construct('Job', glue.member('CfnJob'), {
      name: jobName(block),
      description: `Job ${block.id} of the design`,
      role: role.member('roleArn'),
      command: {
        name: commands[type],
        pythonVersion: type === 'python-shell' || type === 'ray' ? '3.9' : '3',
        runtime: type === 'ray' ? facts.ray.value.runtime : undefined,
        scriptLocation: script.member('s3ObjectUrl'),
      },
      glueVersion: version,
      ...workers,
      executionClass: type === 'spark' ? executionClass(block) : undefined,
      executionProperty: { maxConcurrentRuns: config.maxConcurrentRuns },
      jobRunQueuingEnabled: queues(block),
      maxRetries: Math.min(facts.retriesMax.value, Number(block.field('retries') ?? 0)),
      // A streaming job without a limit runs until somebody stops it.
      timeout: type === 'streaming' && block.node.timeoutMinutes === undefined ? undefined : timeoutOf(block),
      connections: connections.length > 0 ? { connections } : undefined,
      securityConfiguration: security?.member('ref'),
      defaultArguments: argumentsOf(block, { type, version, work, logPrefix, library }),
    });
    block.run(job.member('node').method('addDependency', role));
    if (!security)
      for (const rule of ['AwsSolutions-GL1', 'AwsSolutions-GL3'])
        block.acknowledge(
          job,
          rule,
          `logs and bookmarks of ${block.title} are not encrypted with a key of yours in the design: config.securityConfiguration is not set, and its encryption is not cmk`,
        );
    schedule(block);
    whatCannotBe(block, type);
    alarms(block);
  },
});

const commands: Readonly<Record<JobType, string>> = {
  spark: 'glueetl',
  streaming: 'gluestreaming',
  'python-shell': 'pythonshell',
  ray: 'glueray',
};
const skeletons: Readonly<Record<JobType, string>> = {
  spark: 'glue/etl.py',
  streaming: 'glue/streaming.py',
  'python-shell': 'glue/python-shell.py',
  ray: 'glue/ray.py',
};

function versionOf(block: JobBlock, type: JobType): string {
  const wanted = block.config.glueVersion;
  // Python shells have one version that is theirs, and Ray one that still runs it.
  const only = type === 'python-shell' ? '3.0' : type === 'ray' ? facts.ray.value.version : undefined;
  if (only !== undefined) {
    if (wanted !== undefined && wanted !== only) block.leaveOut(`Glue ${only} instead of ${wanted}: it runs such jobs`);
    return only;
  }
  if (wanted === undefined) return facts.newestVersion.value;
  if (Number(wanted) >= 3) return wanted;
  block.leaveOut(`Glue ${facts.newestVersion.value} instead of ${wanted}: jobs below 3.0 no longer start`);
  return facts.newestVersion.value;
}

function workersOf(block: JobBlock, type: JobType): { readonly [key: string]: Code } {
  const { config, declared } = block;
  if (type === 'python-shell') {
    const { small, large } = facts.pythonShellDpus.value;
    const sized = (['workers', 'workerType', 'autoScaling'] as const).filter((field) => declared[field]);
    if (sized.length > 0)
      block.leaveOut(`a Python shell job has no workers: config.${sized.join(', config.')} say nothing to it`);
    return { maxCapacity: config.largePythonShell ? large : small };
  }
  const usual = type === 'ray' ? 'Z.2X' : 'G.1X';
  const wanted = config.workerType ?? usual;
  const fits =
    (wanted === 'Z.2X') === (type === 'ray') && (wanted !== 'G.025X' || type === 'streaming') && wanted !== 'Standard';
  if (!fits) block.leaveOut(`workers are of ${usual}: ${wanted} runs no such job`);
  return {
    workerType: fits ? wanted : usual,
    numberOfWorkers: config.workers ?? facts.workersByDefault.value[type],
  };
}

function executionClass(block: JobBlock): string {
  const wanted = block.config.executionClass;
  const type = block.config.workerType ?? 'G.1X';
  if (wanted === 'STANDARD' || type.startsWith('G.')) return wanted;
  block.leaveOut(`runs are of the class STANDARD: workers of ${type} have no other`);
  return 'STANDARD';
}

function queues(block: JobBlock): boolean {
  const { queueRuns } = block.config;
  const retries = Number(block.field('retries') ?? 0);
  if (queueRuns && retries > 0)
    block.leaveOut(`runs are not queued: a job that is retried (${retries} retries) cannot be`);
  return queueRuns && retries === 0;
}

function timeoutOf(block: JobBlock): number {
  const minutes = Math.ceil(Number(block.field('timeoutMinutes') ?? facts.nodeDefaults.value.timeoutMinutes));
  return Math.min(facts.timeoutMaxMinutes.value, Math.max(1, minutes));
}

function scriptOf(block: JobBlock, type: JobType): Expression {
  const file = `${scriptName(block.id)}.py`;
  block.file(`glue/${file}`, skeletons[type]);
  return codeAsset(block, 'Script', 'glue', file);
}

interface Logging {
  readonly type: JobType;
  readonly version: string;
  readonly role: Expression;
  readonly security: Expression | undefined;
}

/**
 * Log groups with a retention of their own, for jobs that take a name for them. Others write to the groups of the account.
 * @returns the prefix of their names, if they are the job's own.
 */
function logging(block: JobBlock, { type, version, role, security }: Logging): Expression | undefined {
  const own = isSpark(type) && Number(version) >= 5;
  const prefix = own
    ? template('/aws-glue/', jobName(block))
    : type === 'python-shell'
      ? '/aws-glue/python-jobs'
      : '/aws-glue/jobs';
  const groupName = (kind: string): Expression =>
    security
      ? template(prefix, '/', securityName(block), '-role/', role.member('roleName'), `/${kind}`)
      : template(prefix, `/${kind}`);
  if (!own) {
    const groups = ['error', 'output'].map((kind) => template('log-group:', groupName(kind)));
    block.allow({ actions: ['logs:CreateLogGroup'], resources: groups.map((group) => arn('logs', group)) });
    const streams = groups.map((group) => arn('logs', group, ':log-stream:*'));
    block.allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: streams });
    if (security)
      block.allow({ actions: ['logs:AssociateKmsKey'], resources: groups.map((group) => arn('logs', group)) });
    acceptStreams(block, groups);
    return undefined;
  }
  const key = security && keyOf(block);
  const made = ['Error', 'Output'].map((kind) =>
    block.construct(`${kind}Logs`, logs.member('LogGroup'), {
      logGroupName: groupName(kind.toLowerCase()),
      encryptionKey: key,
      retention: block.design.logRetention,
      removalPolicy: removal(block.keepsData),
    }),
  );
  block.allow({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents', ...(security ? ['logs:AssociateKmsKey'] : [])],
    resources: made.map((group) => group.member('logGroupArn')),
  });
  return template(prefix);
}

function acceptStreams(block: JobBlock, groups: readonly Expression[]): void {
  if (block.roleIsDeclared) return;
  const role = block.role();
  for (const group of groups) {
    // The id of the role stands in the name of the group, as cdk-nag writes it.
    const parts = group.tree.type === 'template' ? group.tree.parts : [String((group.tree as { value: string }).value)];
    const written = parts.map((part) =>
      typeof part === 'string'
        ? part
        : JSON.stringify(part) === JSON.stringify(stackName)
          ? '<AWS::StackName>'
          : template(
              '<',
              self.method('getLogicalId', role.member('node').member('defaultChild').as(core.member('CfnElement'))),
              '>',
            ),
    );
    block.acknowledge(
      role,
      template(
        'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:',
        ...written,
        ':log-stream:*]',
      ),
      `runs of ${block.title} name the streams of their logs`,
    );
  }
}

const securityName = (block: JobBlock): Expression => {
  const slug = (block.config.securityConfiguration ?? 'encrypted').replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 100);
  return template(stackName, `-${block.id}-${slug}`);
};

/** The key of its logs and bookmarks: its own key, or one that is made for them. */
const keyOf = (block: JobBlock): Expression => block.key() ?? block.part('LogKey');

/** Logs and bookmarks under a key. What the job writes is encrypted as the bucket that takes it says. */
function securityOf(block: JobBlock, role: Expression, key: Expression | undefined): Expression | undefined {
  if (block.config.securityConfiguration === undefined && !key) return undefined;
  if (!key)
    block.construct('LogKey', kms.member('Key'), {
      description: `Encrypts logs and bookmarks of ${block.id}`,
      enableKeyRotation: true,
      removalPolicy: removal(block.keepsData),
    });
  const used = keyOf(block);
  letLogsUse(block, used, '/aws-glue/*');
  block.allow({
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
    resources: [used.member('keyArn')],
  });
  const keyArn = used.member('keyArn');
  const made = block.construct('Security', glue.member('CfnSecurityConfiguration'), {
    name: securityName(block),
    encryptionConfiguration: {
      cloudWatchEncryption: { cloudWatchEncryptionMode: 'SSE-KMS', kmsKeyArn: keyArn },
      jobBookmarksEncryption: { jobBookmarksEncryptionMode: 'CSE-KMS', kmsKeyArn: keyArn },
      s3Encryptions: [{ s3EncryptionMode: 'DISABLED' }],
    },
  });
  block.run(made.member('node').method('addDependency', role));
  return made;
}

/** Names of the connections the job works through: those of its edges, or one that only puts it into its VPC. */
function connectionsOf(block: JobBlock): Expression[] {
  const offered = byEdge(block.offered(connectionSlot)).map((connection) => connection.name);
  const inside =
    block.isInVpc || offered.length > 0 || block.offered(reachSlot).length > 0 || block.config.vpcConnection.length > 0;
  if (!inside) return [];
  allowInterfaces(block);
  block.allow({
    actions: [
      'ec2:CreateTags',
      'ec2:DescribeRouteTables',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcAttribute',
      'ec2:DescribeVpcEndpoints',
      'ec2:DescribeVpcs',
    ],
    resources: ['*'],
  });
  const group = block.securityGroup();
  block.run(
    group.method('addIngressRule', group, ec2.member('Port').method('allTcp'), 'Workers of the job, among themselves'),
  );
  if (offered.length === 0) {
    const own = nameInStack(`${block.id}-network`, 200);
    block.construct('Network', glue.member('CfnConnection'), {
      catalogId: account,
      connectionInput: {
        name: own,
        description: `Network of ${block.id}`,
        connectionType: 'NETWORK',
        connectionProperties: {},
        physicalConnectionRequirements: placement(block),
      },
    });
    offered.push(own);
  }
  block.allow({
    actions: ['glue:GetConnection'],
    resources: [arn('glue', 'catalog'), ...offered.map((connection) => arn('glue', 'connection/', connection))],
  });
  return offered;
}

interface ArgumentParts {
  readonly type: JobType;
  readonly version: string;
  readonly work: Expression | undefined;
  readonly logPrefix: Expression | undefined;
  readonly library: Expression | undefined;
}

/** What the script is told, and what Glue is. A run may be given others. */
function argumentsOf(
  block: JobBlock,
  { type, version, work, logPrefix, library }: ArgumentParts,
): { [key: string]: Code } {
  const { config } = block;
  const spark = isSpark(type);
  const masked = config.masksPii ? personalColumns(block) : [];
  const temporary = work && template('s3://', work.member('bucketName'), '/temporary/');
  const iceberg = block.offered(jobTableSlot).some(({ connector }) => connector === 'iceberg');
  const scales = config.autoScaling && spark;
  if (config.autoScaling && type === 'ray') block.leaveOut('a Ray job does not scale by itself');
  return {
    ...(spark && { '--job-language': 'python' }),
    '--inputs': self.method('toJsonString', tablesFor(block, 'input')),
    '--outputs': self.method('toJsonString', tablesFor(block, 'output')),
    '--mask_columns': masked.length > 0 ? JSON.stringify(masked) : undefined,
    '--quality_rules':
      config.qualityRules.length > 0 && type === 'spark'
        ? `Rules = [ ${config.qualityRules.map((rule) => rule.trim()).join(', ')} ]`
        : undefined,
    '--job-bookmark-option':
      type === 'spark' ? (config.bookmarks ? 'job-bookmark-enable' : 'job-bookmark-disable') : undefined,
    '--enable-auto-scaling': scales ? 'true' : undefined,
    '--enable-metrics': (config.metrics && spark) || (type === 'streaming' && asksForLag(block)) ? 'true' : undefined,
    '--enable-continuous-cloudwatch-log': spark && Number(version) < 5 ? 'false' : undefined,
    '--extra-py-files': library?.member('s3ObjectUrl'),
    '--custom-logGroup-prefix': logPrefix,
    '--TempDir': temporary,
    '--checkpoints':
      type === 'streaming' && work ? template('s3://', work.member('bucketName'), '/checkpoints/') : undefined,
    '--window_seconds': type === 'streaming' ? String(config.windowSeconds) : undefined,
    '--enable-glue-datacatalog': spark && (iceberg || block.offered(jobCatalogSlot).length > 0) ? 'true' : undefined,
    '--datalake-formats': spark && iceberg ? 'iceberg' : undefined,
    '--conf': spark && iceberg ? icebergSettings : undefined,
    '--library-set': type === 'python-shell' ? 'analytics' : undefined,
    [type === 'ray' ? '--pip-install' : '--additional-python-modules']:
      config.pythonModules.length > 0 ? config.pythonModules.join(',') : undefined,
  };
}

const catalogName = 'spark.sql.catalog.glue_catalog';
/** One argument with several settings, as Glue takes them. */
const icebergSettings = [
  'spark.sql.extensions=org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions',
  `${catalogName}=org.apache.iceberg.spark.SparkCatalog`,
  `${catalogName}.catalog-impl=org.apache.iceberg.aws.glue.GlueCatalog`,
  `${catalogName}.io-impl=org.apache.iceberg.aws.s3.S3FileIO`,
].join(' --conf ');

function schedule(block: JobBlock): void {
  const found = scheduleOf(block);
  if (!found) return;
  block.construct('Schedule', glue.member('CfnTrigger'), {
    name: nameInStack(`${block.id}-schedule`, 255),
    description: `Starts ${block.id} as edge ${found.edge} says`,
    type: 'SCHEDULED',
    schedule: cronOf(found.intervalMinutes, found.startAt),
    startOnCreation: true,
    actions: [{ jobName: block.part('Job').member('ref') }],
  });
}

function whatCannotBe(block: JobBlock, type: JobType): void {
  const { config } = block;
  if (config.framework !== 'spark' && config.framework !== 'python-shell')
    block.leaveOut(`Glue runs no ${config.framework}: the job starts as a script for Spark; EMR runs it unchanged`);
  if (type === 'ray')
    block.leaveOut('AWS Glue for Ray takes no new accounts: the job is made, and only older ones run it');
  if (config.lineage)
    block.leaveOut(
      'lineage is gathered in a domain of Amazon DataZone: turn it on there (config.lineage), and name the domain in the arguments of the job',
    );
  if (config.schemaConversion)
    block.leaveOut('schemas are converted in transform() of its script, by code of yours: config.schemaConversion');
  if (config.bookmarks && type !== 'spark')
    block.leaveOut('bookmarks are for Spark jobs that end: config.bookmarks says nothing to this one');
  if (config.qualityRules.length > 0 && type !== 'spark')
    block.leaveOut(
      'rules of quality are evaluated by Spark jobs that end: config.qualityRules says nothing to this one',
    );
  if (config.masksPii && personalColumns(block).length === 0)
    block.leaveOut('nothing is masked: no data set on its edges names personal columns (piiColumns)');
  for (const { way, connector, name: table } of byEdge(block.offered(jobTableSlot))) {
    if (way !== 'input' || type === 'spark' || streams.has(connector) === (type === 'streaming')) continue;
    block.leaveOut(
      type === 'streaming'
        ? `${table} is no stream: the script gets it as a table to join with, in code of yours`
        : `${table} is a stream: a job of type ${type} reads none`,
    );
  }
}

function alarms(block: JobBlock): void {
  const wanted = block.node.alarms ?? [];
  if (wanted.includes('failure'))
    alarmOnEvent(block, 'Failed', {
      source: 'aws.glue',
      type: 'Glue Job State Change',
      detail: { jobName: [jobName(block)], state: ['ERROR', 'FAILED', 'TIMEOUT'] },
      description: 'A run of the job failed',
    });
  const streaming = jobTypeOf(block) === 'streaming';
  if (streaming && asksForLag(block)) {
    const seconds = neededFreshness(block) ?? 600;
    alarmOn(
      block,
      'Behind',
      {
        namespace: 'Glue',
        metricName: 'glue.driver.streaming.maxConsumerLagInMs',
        dimensions: { JobName: jobName(block), JobRunId: 'ALL', Type: 'gauge' },
        statistic: 'Maximum',
        periodMinutes: 5,
      },
      {
        threshold: seconds * 1000,
        above: true,
        periods: 3,
        description: `The job is behind its stream by more than ${seconds} s`,
      },
    );
  }
  alarmsWithout(block, ['failure', ...(streaming ? streamAlarms : [])]);
}
const asksForLag = ({ node }: JobBlock): boolean => (node.alarms ?? []).some((alarm) => streamAlarms.includes(alarm));
const streamAlarms: readonly string[] = ['lag', 'iterator-age', 'freshness'];
