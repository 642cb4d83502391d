import { defineCdk, defineSlot, type NodeBlock, type NodeView, reachSlot } from '../../kit/cdk';
import { duration, onlyFor, osis, region, sqs } from '../../kit/cdk-modules';
import { nameInStack, plainName } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, logGroup, ownBucket } from '../../kit/cdk-parts';
import { type Code, type Expression, self, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

/** Plug-ins of the pipeline's definition, as Data Prepper names them. */
export interface PipelinePart {
  readonly edge: string;
  readonly plugin: Code;
  /** Settings beside the pipelines: secrets that the plug-in names. */
  readonly extension?: Code;
}
export const pipelineSourceSlot = defineSlot<PipelinePart>('pipeline-source');
export const pipelineSinkSlot = defineSlot<PipelinePart>('pipeline-sink');
/** Asks for a bucket of the pipeline's own, where a store exports what it holds before its changes are read. */
export const exportsSlot = defineSlot<true>('exports');
/** Asks for a queue of the pipeline's own, which tells it of new objects. */
export const noticesSlot = defineSlot<true>('notices');

export const exportsBucket = (view: NodeView): Expression => view.part('Exports');
export const noticesQueue = (view: NodeView): Expression => view.part('Notices');

export const cdk = defineCdk(service, {
  assumedBy: { service: 'osis-pipelines.amazonaws.com', conditions: () => onlyFor() },
  waits: 'Pipeline',
  access: (view, action) => {
    if (action.startsWith('s3:'))
      return [
        {
          arn: template(exportsBucket(view).member('bucketArn'), '/*'),
          shown: `<exports of ${view.id}>/*`,
          via: 'role',
          wildcard: { reason: `keys of what ${view.title} exports are chosen by the service, in a bucket of its own` },
        },
      ];
    if (action.startsWith('sqs:'))
      return [{ arn: noticesQueue(view).member('queueArn'), shown: `<notices of ${view.id}>`, via: 'role' }];
    const pipeline = view.part('Pipeline');
    const output = pipeline.tree.type === 'member' ? `${pipeline.tree.name}Arn` : view.id;
    const value = pipeline.member('attrPipelineArn');
    return [{ arn: value, shown: `<${output}>`, output: { name: output, value }, via: 'role' }];
  },
  emit: (block) => {
    const { config, title } = block;
    const role = block.role();
    const pipelineName = nameInStack(block.id, facts.nameMaxLength.value);
    if (block.offered(exportsSlot).length > 0)
      ownBucket(block, 'Exports', {
        expireDays: 7,
        unlogged: `holds what ${title} exports, for a week: the pipeline alone reads it`,
      });
    if (block.offered(noticesSlot).length > 0) notices(block);
    const logs = logGroup(block, 'LogGroup', {
      // The service writes to groups of this prefix only.
      logGroupName: template('/aws/vendedlogs/OpenSearchIngestion/', pipelineName),
    });
    const [source] = inOrder(block.offered(pipelineSourceSlot));
    const pushed = source === undefined;
    if (block.offered(pipelineSourceSlot).length > 1)
      block.leaveOut('a pipeline reads one source, the first of its edges: the others need pipelines of their own');
    if (pushed) block.leaveOut('no source is drawn: the pipeline takes signed HTTP requests at /records');
    const persistent = config.persistentBuffer && pushed;
    if (config.persistentBuffer && !pushed)
      block.leaveOut(
        'no persistent buffer: it is for records that are pushed, and the source keeps those that are read',
      );
    const key = block.key();
    const inside = block.isInVpc || block.offered(reachSlot).length > 0;
    const network = inside ? block.network() : undefined;
    const sinks = sinksOf(block);
    const pipeline = block.construct('Pipeline', osis.member('CfnPipeline'), {
      pipelineName,
      minUnits: Math.min(config.minUnits, config.maxUnits),
      maxUnits: Math.max(config.minUnits, config.maxUnits),
      pipelineRoleArn: role.member('roleArn'),
      // JSON is YAML as well, and quotes every name and value.
      pipelineConfigurationBody: self.method('toJsonString', {
        version: '2',
        ...(source?.extension !== undefined && { extension: source.extension }),
        [plainName(block.id, 28)]: {
          source: source?.plugin ?? { http: { path: '/records' } },
          sink: sinks,
        },
      }),
      bufferOptions: { persistentBufferEnabled: persistent },
      encryptionAtRestOptions: persistent && key ? { kmsKeyArn: key.member('keyArn') } : undefined,
      logPublishingOptions: {
        isLoggingEnabled: true,
        cloudWatchLogDestination: { logGroup: logs.member('logGroupName') },
      },
      vpcOptions: network
        ? {
            subnetIds: network.subnetIds,
            securityGroupIds: [block.securityGroup().member('securityGroupId')],
            vpcEndpointManagement: 'SERVICE',
          }
        : undefined,
    });
    block.run(pipeline.member('node').method('addDependency', role));
    if (key && persistent)
      block.allow({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.member('keyArn')] });
    else if (key) block.remark('The pipeline keeps nothing, so that its key is used by its neighbours only.');
    const alarms = block.node.alarms ?? [];
    if (alarms.includes('failure'))
      alarmOn(
        block,
        'Dropped',
        {
          namespace: 'AWS/OSIS',
          metricName: `${plainName(block.id, 28)}.opensearch.documentErrors.count`,
          dimensions: { PipelineName: pipelineName },
          statistic: 'Sum',
          periodMinutes: 5,
        },
        { threshold: 0, above: true, description: 'Documents were refused by the sink' },
      );
    alarmsWithout(block, ['failure']);
  },
});

const inOrder = (parts: readonly PipelinePart[]): PipelinePart[] =>
  [...parts].sort((a, b) => (a.edge < b.edge ? -1 : a.edge > b.edge ? 1 : 0));

function notices(block: NodeBlock<typeof service>): void {
  const queue = (id: string, more: { readonly [key: string]: Code }): Expression =>
    block.construct(id, sqs.member('Queue'), {
      encryption: sqs.member('QueueEncryption').member('SQS_MANAGED'),
      enforceSSL: true,
      ...more,
    });
  const failed = queue('FailedNotices', { retentionPeriod: duration('days', 14) });
  queue('Notices', {
    // Longer than the pipeline works at an object before it says so.
    visibilityTimeout: duration('minutes', 10),
    deadLetterQueue: { queue: failed, maxReceiveCount: 5 },
  });
}

function sinksOf(block: NodeBlock<typeof service>): Code[] {
  const sinks = inOrder(block.offered(pipelineSinkSlot)).map(({ plugin }) => plugin);
  if (sinks.length > 0) return sinks;
  block.leaveOut('no sink is drawn: records go to a bucket of its own and expire after 30 days');
  const bucket = ownBucket(block, 'Kept', {
    expireDays: 30,
    unlogged: `no sink is drawn for ${block.title}: this bucket keeps its records until there is one`,
  });
  if (!block.roleIsDeclared)
    block.allowOn(bucket, {
      principals: [block.role()],
      actions: ['s3:PutObject'],
      resources: [bucket.method('arnForObjects', '*')],
    });
  return [s3SinkPlugin(bucket.member('bucketName'), 'records/')];
}

/** Writes batches of newline-delimited JSON to a bucket. */
export const s3SinkPlugin = (bucketName: Expression, prefix: string): Code => ({
  s3: {
    bucket: bucketName,
    object_key: { path_prefix: `${prefix}%{yyyy}/%{MM}/%{dd}/` },
    codec: { ndjson: {} },
    threshold: { event_collect_timeout: '300s', maximum_size: '50mb' },
    aws: { region },
  },
});
