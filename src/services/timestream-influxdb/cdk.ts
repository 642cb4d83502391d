import { defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { databaseAccess } from '../../kit/cdk-database';
import { removal, timestream } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, letIn, secretCredentials } from '../../kit/cdk-parts';
import { facts } from './facts';
import { service } from './service';

type Block = NodeBlock<typeof service>;

/** Ports that InfluxDB on AWS does not take. */
const reservedPorts: ReadonlySet<number> = new Set([
  2375, 2376, 7788, 7789, 7790, 7791, 7792, 7793, 7794, 7795, 7796, 7797, 7798, 7799, 8090, 51_678, 51_679, 51_680,
]);
const isReserved = (port: number): boolean => reservedPorts.has(port);

function portOf({ config }: Pick<NodeView<typeof service>, 'config'>): number {
  const wanted = config.port ?? facts.port.value;
  return isReserved(wanted) ? facts.port.value : wanted;
}

export const cdk = defineCdk(service, {
  // Of the secret, which stands under the key of the instance where it has one.
  keyUse: { read: ['secretsmanager:GetSecretValue'], write: [] },
  endpoint: (view) => ({
    host: view.part('Instance').member('attrEndpoint'),
    port: portOf(view),
    engine: 'influxdb',
    database: view.config.bucket,
    secretArn: view.credentials().secret.member('secretArn'),
  }),
  access: (view, action) =>
    databaseAccess(view, action, {
      whole: view.part('Instance').member('attrArn'),
      secret: view.credentials().secret.member('secretArn'),
    }),
  emit: (block) => {
    const { config } = block;
    const { username, password } = secretCredentials(block);
    const network = block.network();
    const standby = Number(block.field('azCount') ?? 1) > 1;
    const instance = block.construct('Instance', timestream.member('CfnInfluxDBInstance'), {
      name: nameInStack(block.id, 40),
      dbInstanceType: config.instanceType,
      dbStorageType: config.storageType,
      allocatedStorage: storageOf(block),
      deploymentType: standby ? 'WITH_MULTIAZ_STANDBY' : 'SINGLE_AZ',
      organization: config.organization,
      bucket: config.bucket,
      username,
      password,
      port: portOf(block),
      // Three at most.
      vpcSubnetIds: network.subnetIdList.slice(0, 3),
      vpcSecurityGroupIds: [block.securityGroup().member('securityGroupId')],
      publiclyAccessible: block.field('public') === true,
    });
    block.run(instance.method('applyRemovalPolicy', removal(block.keepsData)));
    letIn(block, portOf(block));
    if (config.port !== undefined && isReserved(config.port))
      block.leaveOut(`port ${facts.port.value} is taken: AWS keeps ${config.port} for itself (config.port)`);
    if (block.encryption === 'cmk')
      block.leaveOut(
        'its secret is under the key of the design, the instance under one that AWS owns: the validator of the app does not know KmsKeyId of it yet',
      );
    else if (block.encryption !== 'aws-owned')
      block.leaveOut(`the instance is encrypted with a key that AWS owns, not "${block.encryption}"`);
    if ((block.node.logs ?? []).length > 0)
      block.leaveOut('logs of InfluxDB go to a bucket: name one as logDeliveryConfiguration in lib/pipeline-stack.ts');
    if (Number(block.field('backupDays') ?? 0) > 0)
      block.leaveOut('AWS keeps no backups of InfluxDB: plan `influx backup` (backupDays of the node)');
    if (block.field('tls') === 'off') block.leaveOut('InfluxDB on AWS speaks TLS only: tls of the node says off');
    block.advise(
      `Make a token in InfluxDB for each writer of ${block.id}: the secret holds the first user, whose password opens everything.`,
    );
    alarms(block);
  },
});

function storageOf(block: Block): number {
  const { storageGiB, storageType } = block.config;
  const least = storageType === 'InfluxIOIncludedT1' ? facts.storageGiB.value.least : facts.fastStorageMinGiB.value;
  if (storageGiB < least)
    block.leaveOut(`${least} GiB instead of ${storageGiB}: storage of the kind ${storageType} begins there`);
  return Math.max(least, storageGiB);
}

function alarms(block: Block): void {
  if (block.node.alarms?.includes('failure'))
    alarmOn(
      block,
      'DiskFull',
      {
        namespace: 'AWS/Timestream/InfluxDB',
        metricName: 'DiskUtilization',
        dimensions: { DbInstanceName: nameInStack(block.id, 40) },
        statistic: 'Maximum',
        periodMinutes: 5,
      },
      { threshold: 90, above: true, periods: 3, description: 'Less than a tenth of the storage is free' },
    );
  alarmsWithout(block, ['failure']);
}
