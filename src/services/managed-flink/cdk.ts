import { defineCdk, defineSlot, type NodeBlock, reachSlot } from '../../kit/cdk';
import { account, kinesisAnalytics, logs, onlyFor, partition, region, removal, s3Assets } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, allowInterfaces, logGroup, neededFreshness } from '../../kit/cdk-parts';
import { type Code, module, name, template } from '../../kit/code';
import type { DataSet } from '../../model/vocabulary';
import { facts } from './facts';
import { service } from './service';

/** A stream or a store that the application reads or writes: it becomes a property group of the application. */
export interface FlinkTable {
  readonly edge: string;
  readonly way: 'source' | 'sink';
  /** What `main.py` makes a table of: `kinesis`, `kafka`, `firehose`, `filesystem`, `opensearch`, `dynamodb`; else the user's code does. */
  readonly connector: string;
  readonly properties: { readonly [key: string]: Code };
  readonly data: DataSet | undefined;
}
export const tableSlot = defineSlot<FlinkTable>('table');

export const cdk = defineCdk(service, {
  assumedBy: { service: 'kinesisanalytics.amazonaws.com', conditions: () => onlyFor() },
  waits: 'Application',
  access: (view) => {
    const application = view.part('Application');
    const output = application.tree.type === 'member' ? `${application.tree.name}Name` : view.id;
    const value = application.member('ref');
    return [
      {
        arn: template('arn:', partition, ':kinesisanalytics:', region, ':', account, ':application/', value),
        shown: `arn:aws:kinesisanalytics:<region>:<account>:application/<${output}>`,
        output: { name: output, value },
        via: 'role',
      },
    ];
  },
  emit: (block) => {
    const { config } = block;
    const role = block.role();
    const key = block.key();
    const code = codeOf(block);
    const objectArn = template(
      'arn:',
      partition,
      ':s3:::',
      code.member('s3BucketName'),
      '/',
      code.member('s3ObjectKey'),
    );
    block.allow({ actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [objectArn] });
    const group = logGroup(block, 'LogGroup');
    const stream = block.construct('LogStream', logs.member('LogStream'), {
      logGroup: group,
      logStreamName: 'application',
      removalPolicy: removal(block.keepsData),
    });
    const streamArn = template(
      'arn:',
      partition,
      ':logs:',
      region,
      ':',
      account,
      ':log-group:',
      group.member('logGroupName'),
      ':log-stream:',
      stream.member('logStreamName'),
    );
    block.allow({
      actions: ['logs:PutLogEvents', 'logs:DescribeLogStreams'],
      resources: [group.member('logGroupArn'), streamArn],
    });
    block.allow({
      actions: ['logs:DescribeLogGroups'],
      resources: [
        template('arn:', partition, ':logs:', region, ':', account, ':log-group:', group.member('logGroupName')),
      ],
    });
    if (key) block.allow({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.member('keyArn')] });
    const inside = block.isInVpc || block.offered(reachSlot).length > 0;
    if (inside) networkPermissions(block);
    const network = inside ? block.network() : undefined;
    const application = block.construct('Application', kinesisAnalytics.member('CfnApplication'), {
      applicationName: nameInStack(block.id, 128),
      applicationDescription: `Flink application of ${block.id}`,
      runtimeEnvironment: `FLINK-${config.version.replace('.', '_')}`,
      serviceExecutionRole: role.member('roleArn'),
      applicationMode: 'STREAMING',
      applicationConfiguration: {
        applicationCodeConfiguration: {
          codeContentType: 'ZIPFILE',
          codeContent: {
            s3ContentLocation: {
              bucketArn: template('arn:', partition, ':s3:::', code.member('s3BucketName')),
              fileKey: code.member('s3ObjectKey'),
            },
          },
        },
        applicationEncryptionConfiguration: key
          ? { keyType: 'CUSTOMER_MANAGED_KEY', keyId: key.member('keyArn') }
          : undefined,
        applicationSnapshotConfiguration: { snapshotsEnabled: config.snapshots },
        applicationSystemRollbackConfiguration: { rollbackEnabled: config.snapshots },
        environmentProperties: { propertyGroups: propertyGroups(block) },
        flinkApplicationConfiguration: {
          checkpointConfiguration: {
            configurationType: 'CUSTOM',
            checkpointingEnabled: config.checkpointing,
            checkpointInterval: config.checkpointing ? config.checkpointSeconds * 1000 : undefined,
            minPauseBetweenCheckpoints: config.checkpointing ? 5000 : undefined,
          },
          monitoringConfiguration: {
            configurationType: 'CUSTOM',
            logLevel: config.logLevel,
            metricsLevel: config.metricsLevel,
          },
          parallelismConfiguration: {
            configurationType: 'CUSTOM',
            autoScalingEnabled: config.autoScaling,
            parallelism: parallelismOf(block),
            parallelismPerKpu: config.parallelismPerKpu,
          },
        },
        vpcConfigurations: network
          ? [{ subnetIds: network.subnetIds, securityGroupIds: [block.securityGroup().member('securityGroupId')] }]
          : undefined,
      },
    });
    block.run(application.member('node').method('addDependency', role));
    block.construct('Logging', kinesisAnalytics.member('CfnApplicationCloudWatchLoggingOption'), {
      applicationName: application.member('ref'),
      cloudWatchLoggingOption: { logStreamArn: streamArn },
    });
    if (block.encryption === 'none') block.leaveOut('state is always encrypted: with a key that AWS owns');
    const folder = folderOf(block.id);
    block.advise(
      `Build the connectors of ${block.id} before you deploy: \`mvn -f ${folder}/pom.xml package\` puts lib/connectors.jar beside main.py. Then start the application once (\`aws kinesisanalyticsv2 start-application\`): CloudFormation makes it and does not run it.`,
    );
    alarms(block);
  },
});

const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const folderOf = (id: string): string => `flink/${windowsDevices.test(id) ? `${id}-application` : id}`;

function codeOf(block: NodeBlock<typeof service>) {
  const folder = folderOf(block.id);
  block.file(`${folder}/main.py`, 'flink/main.py');
  block.file(`${folder}/pom.xml`, `flink/pom-${block.config.version}.xml`);
  block.file(`${folder}/README.md`, 'flink/README.md');
  return block.construct('Code', s3Assets.member('Asset'), {
    path: module('node:path', 'path').method('join', name('__dirname'), '..', '..', ...folder.split('/')),
    exclude: ['target', 'src', 'pom.xml', 'README.md'],
  });
}

function parallelismOf(block: NodeBlock<typeof service>): number {
  const { parallelism, parallelismPerKpu } = block.config;
  const most = facts.kpusMax.value * parallelismPerKpu;
  if (parallelism > most)
    block.leaveOut(
      `parallelism is ${most} instead of ${parallelism}: ${facts.kpusMax.value} KPUs run no more at ${parallelismPerKpu} per KPU`,
    );
  return Math.min(most, parallelism);
}

function networkPermissions(block: NodeBlock<typeof service>): void {
  allowInterfaces(block);
  block.allow({
    actions: [
      'ec2:CreateNetworkInterfacePermission',
      'ec2:DescribeDhcpOptions',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
    ],
    resources: ['*'],
  });
}

function propertyGroups(block: NodeBlock<typeof service>): Code[] {
  const { config } = block;
  const groups: Code[] = [
    {
      propertyGroupId: 'kinesis.analytics.flink.run.options',
      propertyMap: { python: 'main.py', jarfile: 'lib/connectors.jar' },
    },
  ];
  if (config.windowSeconds !== undefined)
    groups.push({ propertyGroupId: 'application', propertyMap: { 'window.seconds': String(config.windowSeconds) } });
  const room = facts.propertyGroupsMax.value - groups.length;
  const tables = [...block.offered(tableSlot)].sort((a, b) => (a.edge < b.edge ? -1 : a.edge > b.edge ? 1 : 0));
  if (tables.length > room)
    block.leaveOut(
      `the application is told of ${room} of ${tables.length} sources and sinks: it has ${facts.propertyGroupsMax.value} property groups at most`,
    );
  for (const [index, { way, connector, properties, data }] of tables.slice(0, room).entries())
    groups.push({
      propertyGroupId: `${way}.${index + 1}`,
      propertyMap: { connector, ...columns(data), ...properties },
    });
  return groups;
}

/** Columns as Flink SQL declares them. What cannot be said within a property is one column of text. */
function columns(data: DataSet | undefined): { readonly [key: string]: Code } {
  const byName = new Map((data?.columns ?? []).map(({ name: column, type }) => [column.trim(), type]));
  byName.delete('');
  const declared = [...byName]
    .map(([column, type]) => `\`${column.replaceAll('`', '``')}\` ${flinkType(type)}`)
    .join(', ');
  const fits = declared !== '' && declared.length <= facts.propertyMaxLength.value;
  return { format: data?.format ?? 'json', columns: fits ? declared : '`message` STRING' };
}

function flinkType(type: string): string {
  const plain = type.trim().toLowerCase();
  if (/^decimal\(\d{1,2}, ?\d{1,2}\)$/.test(plain)) return plain.toUpperCase();
  return flinkTypes.get(plain) ?? 'STRING';
}

const flinkTypes: ReadonlyMap<string, string> = new Map([
  ['boolean', 'BOOLEAN'],
  ['tinyint', 'TINYINT'],
  ['smallint', 'SMALLINT'],
  ['int', 'INT'],
  ['integer', 'INT'],
  ['bigint', 'BIGINT'],
  ['long', 'BIGINT'],
  ['float', 'FLOAT'],
  ['double', 'DOUBLE'],
  ['decimal', 'DECIMAL(38, 10)'],
  ['date', 'DATE'],
  ['timestamp', 'TIMESTAMP(3)'],
  ['binary', 'BYTES'],
]);

function alarms(block: NodeBlock<typeof service>): void {
  const wanted = block.node.alarms ?? [];
  const dimensions = { Application: nameInStack(block.id, 128) };
  const metric = (metricName: string) => ({
    namespace: 'AWS/KinesisAnalytics',
    metricName,
    dimensions,
    statistic: 'Maximum' as const,
    periodMinutes: 1,
  });
  if (wanted.includes('failure'))
    alarmOn(block, 'Downtime', metric('downtime'), {
      threshold: 0,
      above: true,
      periods: 5,
      description: 'The application is failing or recovers',
    });
  if (wanted.includes('lag') || wanted.includes('iterator-age') || wanted.includes('freshness')) {
    const seconds = neededFreshness(block) ?? 300;
    alarmOn(block, 'Behind', metric('millisBehindLatest'), {
      threshold: seconds * 1000,
      above: true,
      periods: 5,
      description: `The application is behind its stream by more than ${seconds} s`,
    });
  }
  alarmsWithout(block, ['failure', 'lag', 'iterator-age', 'freshness']);
}
