import { defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { kafkaconnect, onlyFor, partition } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, logGroup } from '../../kit/cdk-parts';
import { type Code, type Expression, name, template } from '../../kit/code';
import { service } from './service';

/** The cluster that a connector works on. */
export interface ConnectedCluster {
  readonly servers: Code;
  readonly topics: readonly string[];
}
export const clusterSlot = defineSlot<ConnectedCluster>('cluster');
/** Settings that make a connector write to a store. */
export const sinkSlot = defineSlot<{ readonly [key: string]: Code }>('sink');

const s3Sink = 'io.confluent.connect.s3.S3SinkConnector';

export const cdk = defineCdk(service, {
  assumedBy: { service: 'kafkaconnect.amazonaws.com', conditions: () => onlyFor() },
  waits: 'Connector',
  access: (view) => {
    const connector = view.part('Connector');
    const output = connector.tree.type === 'member' ? `${connector.tree.name}Arn` : view.id;
    const value = connector.member('attrConnectorArn');
    return [{ arn: value, shown: `<${output}>`, output: { name: output, value }, via: 'role' }];
  },
  emit: (block) => {
    const { config } = block;
    const network = block.network();
    const group = block.securityGroup();
    const role = block.role();
    const logs = logGroup(block, 'WorkerLogs');
    const [cluster] = block.offered(clusterSlot);
    if (block.offered(clusterSlot).length > 1)
      block.leaveOut('a connector works on one cluster: the others need connectors of their own');
    if (!cluster) block.leaveOut('no MSK cluster is drawn for the connector: its brokers are a parameter of the stack');
    const plugin = pluginOf(block);
    const worker = block.construct('Worker', kafkaconnect.member('CfnWorkerConfiguration'), {
      name: connectorName(block),
      description: `Workers of ${block.id}`,
      propertiesFileContent: name('Buffer').method('from', workerProperties).method('toString', 'base64'),
    });
    const connector = block.construct('Connector', kafkaconnect.member('CfnConnector'), {
      connectorName: connectorName(block),
      connectorDescription: `Connector of ${block.id}`,
      kafkaConnectVersion: config.version,
      capacity: capacityOf(block),
      connectorConfiguration: settingsOf(block, cluster),
      kafkaCluster: {
        apacheKafkaCluster: {
          bootstrapServers: cluster?.servers ?? brokersParameter(block),
          vpc: { subnets: network.subnetIds, securityGroups: [group.member('securityGroupId')] },
        },
      },
      kafkaClusterClientAuthentication: { authenticationType: 'IAM' },
      kafkaClusterEncryptionInTransit: { encryptionType: 'TLS' },
      plugins: [
        {
          customPlugin: {
            customPluginArn: plugin.member('attrCustomPluginArn'),
            revision: plugin.member('attrRevision'),
          },
        },
      ],
      workerConfiguration: {
        workerConfigurationArn: worker.member('attrWorkerConfigurationArn'),
        revision: worker.member('attrRevision'),
      },
      serviceExecutionRoleArn: role.member('roleArn'),
      logDelivery: {
        workerLogDelivery: { cloudWatchLogs: { enabled: true, logGroup: logs.member('logGroupName') } },
      },
    });
    block.run(connector.member('node').method('addDependency', role));
    const alarms = block.node.alarms ?? [];
    if (alarms.includes('failure'))
      alarmOn(
        block,
        'Failed',
        {
          namespace: 'AWS/KafkaConnect',
          metricName: 'ErroredTaskCount',
          dimensions: { ConnectorName: connectorName(block) },
          statistic: 'Maximum',
          periodMinutes: 5,
        },
        { threshold: 0, above: true, description: 'Tasks of the connector failed, and stay so until it is restarted' },
      );
    alarmsWithout(block, ['failure']);
  },
});

/** The consumer group of a sink is named by it, too: `groupName` of MSK says the same name. */
const connectorName = (view: Pick<NodeView, 'id'>): Expression => nameInStack(view.id, 128);

/** Errors of a record end up in the log; offsets of sources are kept in a topic of the cluster. */
const workerProperties = [
  'key.converter=org.apache.kafka.connect.storage.StringConverter',
  'value.converter=org.apache.kafka.connect.json.JsonConverter',
  'value.converter.schemas.enable=false',
].join('\n');

function parameterName(block: NodeBlock<typeof service>, suffix: string): string {
  const { tree } = block.part('Connector');
  const base = tree.type === 'member' ? tree.name : 'connector';
  return `${base.replace(/^./, (letter) => letter.toUpperCase())}${suffix}`;
}

const brokersParameter = (block: NodeBlock<typeof service>): Expression =>
  block.parameter(
    parameterName(block, 'Brokers'),
    `Addresses of the brokers that ${block.id} works on, host:port separated by commas`,
    {
      allowedPattern: '^[A-Za-z0-9.-]+:\\d+(,[A-Za-z0-9.-]+:\\d+)*$',
    },
  );

/** Plug-ins are made from a file that people choose, licences included: the stack asks where it lies. */
function pluginOf(block: NodeBlock<typeof service>): Expression {
  const bucket = block.parameter(parameterName(block, 'PluginBucket'), `Bucket with the plug-in of ${block.id}`, {
    allowedPattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
  });
  const key = block.parameter(
    parameterName(block, 'PluginKey'),
    `Key of the plug-in of ${block.id} in its bucket: a zip of JAR files`,
    { allowedPattern: '^.+\\.zip$' },
  );
  block.advise(
    `Put the plug-in of ${block.id} (a zip with ${block.config.connectorClass ?? s3Sink}) into a bucket before you deploy, and say where by the parameters ${parameterName(block, 'PluginBucket')} and ${parameterName(block, 'PluginKey')}.`,
  );
  return block.construct('Plugin', kafkaconnect.member('CfnCustomPlugin'), {
    name: connectorName(block),
    description: `Plug-in of ${block.id}`,
    contentType: 'ZIP',
    location: {
      s3Location: { bucketArn: template('arn:', partition, ':s3:::', bucket), fileKey: key },
    },
  });
}

function capacityOf({ config }: NodeBlock<typeof service>): Code {
  const { capacity, maxWorkers, unitsPerWorker, workers } = config;
  if (capacity === 'provisioned') return { provisionedCapacity: { mcuCount: unitsPerWorker, workerCount: workers } };
  return {
    autoScaling: {
      mcuCount: unitsPerWorker,
      minWorkerCount: workers,
      maxWorkerCount: Math.max(workers, maxWorkers),
      scaleInPolicy: { cpuUtilizationPercentage: 20 },
      scaleOutPolicy: { cpuUtilizationPercentage: 80 },
    },
  };
}

function settingsOf(block: NodeBlock<typeof service>, cluster: ConnectedCluster | undefined): Code {
  const { config } = block;
  const [sink] = block.offered(sinkSlot);
  if (!sink && config.connectorClass === undefined)
    block.leaveOut(
      'the connector writes nowhere: draw an edge to a bucket, or set config.connectorClass and config.settings',
    );
  if (block.offered(sinkSlot).length > 1)
    block.leaveOut('a connector writes to one bucket: the others need connectors of their own');
  return {
    'connector.class': config.connectorClass ?? s3Sink,
    'tasks.max': String(config.tasks),
    ...(cluster && { topics: cluster.topics.join(',') }),
    ...(sink && { ...sink, 'flush.size': String(config.flushRecords) }),
    ...config.settings,
  };
}
