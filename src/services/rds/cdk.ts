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
import { rds } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, letIn } from '../../kit/cdk-parts';
import type { Expression } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type RdsView = NodeView<typeof service>;
type Block = NodeBlock<typeof service>;

const engineOf = (view: RdsView) => facts.engines.value[view.config.engine];
const portOf = (view: RdsView): number => view.config.port ?? engineOf(view).port;
/** Names of Oracle and Db2 have eight letters at most. SQL Server makes its first database itself. */
function databaseOf(view: RdsView): string | undefined {
  const name = view.config.database ?? 'pipeline';
  switch (view.config.engine) {
    case 'sqlserver':
      return undefined;
    case 'oracle':
    case 'db2':
      return name
        .replace(/[^A-Za-z0-9]/g, '')
        .toUpperCase()
        .slice(0, 8);
    default:
      return name;
  }
}

export const cdk = defineCdk(service, {
  endpoint: (view) => ({
    host: view.part('Instance').member('attrEndpointAddress'),
    port: portOf(view),
    engine: view.config.engine,
    database: databaseOf(view),
    secretArn: secretArnOf(view, view.part('Instance')),
  }),
  access: (view, action) => {
    const instance = view.part('Instance');
    return databaseAccess(view, action, {
      whole: instance.member('attrDbInstanceArn'),
      connect: instance.member('attrDbiResourceId'),
      secret: secretArnOf(view, instance),
    });
  },
  emit: (block) => {
    const { config, encryption } = block;
    const engine = engineOf(block);
    const subnets = subnetGroup(block, rds.member('CfnDBSubnetGroup'));
    const standby = Number(block.field('azCount') ?? 1) >= 2;
    const days = backupDays(block, facts.backupDays.value);
    const parameters = parameterGroup(block);
    const instance = block.construct('Instance', rds.member('CfnDBInstance'), {
      engine: engine.name,
      engineVersion: version(block),
      licenseModel: engine.licence,
      dbName: databaseOf(block),
      ...credentials(block),
      dbInstanceClass: classOf(block),
      allocatedStorage: String(config.storageGiB),
      storageType: 'gp3',
      port: String(portOf(block)),
      multiAz: standby,
      dbSubnetGroupName: subnets.member('ref'),
      vpcSecurityGroups: [block.securityGroup().member('securityGroupId')],
      dbParameterGroupName: parameters?.member('ref'),
      publiclyAccessible: false,
      storageEncrypted: encryption !== 'none',
      kmsKeyId: block.key()?.member('keyArn'),
      backupRetentionPeriod: days,
      associatedRoles: associatedRoles(block),
      deletionProtection: block.field('deletionProtection') === true,
      copyTagsToSnapshot: true,
      autoMinorVersionUpgrade: true,
      enableIamDatabaseAuthentication: engine.iam,
      enableCloudwatchLogsExports: logsOf(block),
    });
    keepOrSnapshot(block, instance);
    letIn(block, portOf(block));
    if (block.field('public') === true)
      block.leaveOut('the database has no public address: the export keeps stores in their VPC (public)');
    accept(block, instance, { standby, days });
    if (config.proxy)
      block.leaveOut('no proxy is made: draw Aurora, or make one in lib/pipeline-stack.ts (config.proxy)');
    if (block.node.alarms?.includes('failure'))
      alarmOn(
        block,
        'StorageLow',
        {
          namespace: 'AWS/RDS',
          metricName: 'FreeStorageSpace',
          dimensions: { DBInstanceIdentifier: instance.member('ref') },
          statistic: 'Minimum',
          periodMinutes: 5,
        },
        {
          threshold: config.storageGiB * bytesPerGiB * 0.1,
          above: false,
          description: 'Less than a tenth of the storage is free',
        },
      );
    alarmsWithout(block, ['failure']);
  },
});

const bytesPerGiB = 2 ** 30;

function accept(block: Block, instance: Expression, { standby, days }: { standby: boolean; days: number }): void {
  const { encryption, title } = block;
  const findings: readonly (readonly [boolean, string, string])[] = [
    [encryption === 'none', 'RDS2', `${title} is not encrypted in the design: its encryption is none`],
    [!standby, 'RDS3', `${title} has no standby in the design: azCount is less than 2`],
    [
      block.field('deletionProtection') !== true,
      'RDS10',
      `${title} may be deleted in the design: deletionProtection is not set`,
    ],
    [
      portOf(block) === engineOf(block).port && block.config.engine !== 'db2',
      'RDS11',
      `${title} has the port of its engine in the design (config.port); only security groups of the design reach it`,
    ],
    [days === 0, 'RDS13', `${title} keeps no backups in the design: backupDays is 0`],
  ];
  for (const [applies, rule, reason] of findings)
    if (applies) block.acknowledge(instance, `AwsSolutions-${rule}`, reason);
}

/** Commercial engines do not run on Graviton: the class with Intel processors of that size stands in. */
function classOf(block: Block): string {
  const { config } = block;
  if (engineOf(block).arm) return config.instanceType;
  const instead = intelClass(config.engine, config.instanceType);
  if (instead !== config.instanceType)
    block.leaveOut(`${config.engine} does not run on ${config.instanceType}: ${instead} is made (config.instanceType)`);
  return instead;
}

function intelClass(engine: string, name: string): string {
  const intel = name.replace('t4g', 't3').replace('6g', '6i');
  // SQL Server starts at larger classes, Oracle has none of the sixth general-purpose generation.
  if (engine === 'sqlserver') return intel.replace(/^db\.t3\..*$/, 'db.m6i.large');
  return engine === 'oracle' ? intel.replace('m6i', 'r6i') : intel;
}

const version = (block: Block): string => versionOf(block, engineOf(block).versions, block.config.version);

function parameterGroup(block: Block): Expression | undefined {
  const { engine } = block.config;
  const tls = block.field('tls') === 'required';
  const changes = block.offered(changeLogSlot).length > 0;
  const made = version(block);
  const [major = '', minor = ''] = made.split('.');
  const parameters = {
    ...(tls &&
      ({ postgresql: { 'rds.force_ssl': '1' }, sqlserver: { 'rds.force_ssl': '1' }, mysql: secure, mariadb: secure }[
        engine as string
      ] ??
        {})),
    ...(changes &&
      ({ postgresql: { 'rds.logical_replication': '1' }, mysql: rows, mariadb: rows }[engine as string] ?? {})),
  };
  if (Object.keys(parameters).length === 0) return undefined;
  const family = {
    postgresql: `postgres${major}`,
    mysql: `mysql${major}.${minor}`,
    mariadb: `mariadb${major}.${minor}`,
    sqlserver: `sqlserver-se-${major}.0`,
    oracle: '',
    db2: '',
  }[engine];
  return block.construct('Parameters', rds.member('CfnDBParameterGroup'), {
    description: `Parameters of ${block.id}`.slice(0, 255),
    family,
    parameters,
  });
}

const secure = { require_secure_transport: '1' };
const rows = { binlog_format: 'ROW' };

/** Names of the logs that an engine can send to CloudWatch, by the kinds of the design. */
const logNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mysql: { audit: 'audit', error: 'error', slow: 'slowquery' },
  mariadb: { audit: 'audit', error: 'error', slow: 'slowquery' },
  postgresql: { audit: 'postgresql', error: 'postgresql', slow: 'postgresql' },
  oracle: { audit: 'audit', error: 'alert' },
  sqlserver: { error: 'error' },
  db2: { error: 'diag.log' },
};

function logsOf({ config, node }: Block): string[] | undefined {
  const names = new Set((node.logs ?? []).flatMap((log) => logNames[config.engine]?.[log] ?? []));
  return names.size > 0 ? [...names] : undefined;
}
