import { defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { duration, logs, onlyFor, pipes, removal, sqs, stackName } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, logGroup, partAccess } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type Props = { readonly [key: string]: Code };
type Block = NodeBlock<typeof service>;

/** What a pipe reads: the first that is offered. */
export interface PipeSource {
  readonly edge: string;
  readonly arn: Code;
  /** Name of its parameters in the template, and what it has beside those that all sources have. */
  readonly parameters: { readonly name: string; readonly own: Props };
  /** `stream` keeps what failed; a queue keeps it by itself, and a cluster hands it out for ever. */
  readonly type: 'stream' | 'queue' | 'fifo' | 'cluster';
  /** Where a record of the design is within what the source hands over: `$.data`. */
  readonly payload: string;
  /** What tells one record from another, for targets that spread them. */
  readonly key: string;
}
export const sourceSlot = defineSlot<PipeSource>('pipe-source');

/** Where a pipe leads. A function beside another target enriches what goes there. */
export interface PipeTarget {
  readonly id: string;
  readonly kind: string;
  readonly arn: Code;
  readonly parameters: (record: { readonly path: string; readonly key: string | undefined }) => Props;
  /** Whether it is given records of the design, without what the source wraps them in. */
  readonly unwraps: boolean;
}
export const targetSlot = defineSlot<PipeTarget>('pipe-target');

export const cdk = defineCdk(service, {
  assumedBy: { service: 'pipes.amazonaws.com', conditions: () => onlyFor() },
  waits: 'Pipe',
  access: (view) => [partAccess(view, 'Pipe', 'attrArn')],
  emit: (block) => {
    const source = block.offered(sourceSlot)[0] ?? ownQueue(block);
    const { enrichment, target } = wayOf(block);
    const role = block.role();
    const key = block.key();
    if (key)
      block.allow({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        resources: [key.member('keyArn')],
      });
    // A function gives back records as they are; where nothing enriches them, the source has them wrapped.
    const record = enrichment ? { path: '$', key: undefined } : { path: source.payload, key: source.key };
    const pipe = block.construct('Pipe', pipes.member('CfnPipe'), {
      name: nameInStack(block.id, 64),
      description: `Pipe ${block.id} of the design`,
      desiredState: 'RUNNING',
      roleArn: role.member('roleArn'),
      source: source.arn,
      sourceParameters: { [source.parameters.name]: { ...source.parameters.own, ...reading(block, source, target) } },
      enrichment: enrichment?.arn,
      target: target.arn,
      targetParameters: {
        ...target.parameters(record),
        inputTemplate: target.unwraps && !enrichment ? `<${source.payload}>` : undefined,
      },
      kmsKeyIdentifier: key?.member('keyArn'),
      logConfiguration: logging(block),
    });
    // The service tries the role as soon as there is a pipe.
    block.run(pipe.member('node').method('addDependency', role));
    if (block.offered(sourceSlot).length > 1)
      block.leaveOut('a pipe reads one source, the first of its edges: draw a pipe for each of the others');
    if (block.encryption === 'none' || block.encryption === 'aws-managed')
      block.leaveOut(
        'the settings of the pipe are encrypted with a key that AWS owns: it knows that way and "cmk" only',
      );
    const alarms = block.node.alarms ?? [];
    if (alarms.includes('failure'))
      alarmOn(
        block,
        'Failed',
        {
          namespace: 'AWS/EventBridge/Pipes',
          metricName: 'ExecutionFailed',
          dimensions: { PipeName: nameInStack(block.id, 64) },
          statistic: 'Sum',
          periodMinutes: 5,
        },
        { threshold: 0, above: true, description: 'The pipe could not pass records on' },
      );
    alarmsWithout(block, ['failure']);
  },
});

/** The target, and the function that enriches what goes there. */
function wayOf(block: Block): { readonly enrichment: PipeTarget | undefined; readonly target: PipeTarget } {
  const ways = block.offered(targetSlot);
  const named = ways.find(({ id, kind }) => kind === 'lambda' && id === block.config.enrichment);
  const others = ways.filter((way) => way !== named);
  const drawn = others.find(({ kind }) => kind !== 'lambda') ?? others[0];
  const enrichment = drawn
    ? (named ?? (drawn.kind === 'lambda' ? undefined : others.find(({ kind }) => kind === 'lambda')))
    : undefined;
  if (block.config.enrichment !== undefined && !named)
    block.leaveOut('nothing enriches records by config.enrichment: it names no function that the pipe leads to');
  const target = drawn ?? named ?? ownTarget(block);
  const rest = ways.filter((way) => way !== target && way !== enrichment);
  if (rest.length > 0)
    block.leaveOut(
      `a pipe has one target, ${target.id}: draw a pipe for ${rest.map(({ id }) => id).join(', ')}, or a topic behind this one`,
    );
  return { enrichment, target };
}

/** How a source is read: batches, and what becomes of those that fail. */
function reading(block: Block, source: PipeSource, target: PipeTarget): Props {
  const { config } = block;
  const most: Readonly<Record<string, number>> = facts.targetBatchMax.value;
  const queue = source.type === 'queue' || source.type === 'fifo';
  const { messages, records } = facts.batchDefault.value;
  const unwindowed = source.type === 'fifo' || (source.type === 'queue' && config.windowSeconds === 0);
  const largest = Math.min(
    unwindowed ? facts.queueBatchMax.value : facts.batchMax.value,
    most[target.kind] ?? facts.batchMax.value,
  );
  const batchSize = Math.min(largest, config.batchSize ?? (queue ? messages : records));
  if (config.batchSize !== undefined && batchSize < config.batchSize)
    block.leaveOut(`batches have ${batchSize} records instead of ${config.batchSize}: AWS takes no larger ones here`);
  const window = source.type === 'fifo' || batchSize === 1 ? undefined : config.windowSeconds;
  const base: Props = { batchSize, maximumBatchingWindowInSeconds: window };
  if (queue) {
    if (config.onFailure !== undefined)
      block.leaveOut('what fails is put aside by the queue that the pipe reads: set config.onFailure there');
    return base;
  }
  if (source.type === 'cluster') {
    if (asksForDeadLetters(block) || config.maxReceive !== undefined)
      block.leaveOut('a batch of a cluster that fails is tried again until it expires: pipes put aside none of these');
    return { ...base, startingPosition: config.startingPosition };
  }
  const failures = deadLetters(block);
  return {
    ...base,
    startingPosition: config.startingPosition,
    parallelizationFactor: config.parallelBatches,
    maximumRetryAttempts: config.maxReceive ?? -1,
    onPartialBatchItemFailure: config.bisectOnError ? 'AUTOMATIC_BISECT' : undefined,
    deadLetterConfig: failures && { arn: failures },
  };
}

const asksForDeadLetters = (block: Block): boolean =>
  block.config.onFailure !== undefined ||
  (['in', 'out'] as const).some((way) =>
    block.design.neighbours(block, way).some(({ edge }) => edge.onFailure === 'dlq'),
  );

function deadLetters(block: Block): Code {
  if (!asksForDeadLetters(block)) return undefined;
  const wanted = block.config.onFailure;
  const drawn = block.design.find(wanted);
  const standard = drawn?.kind === 'sqs' && (drawn as NodeView).config.type !== 'fifo';
  if (drawn && standard) {
    const arn = drawn.part('Queue').member('queueArn');
    block.allow({ actions: ['sqs:SendMessage'], resources: [arn] });
    const key = drawn.key();
    if (key) block.allow({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.member('keyArn')] });
    return arn;
  }
  if (wanted !== undefined && wanted !== 'queue')
    block.leaveOut('what fails goes to a queue of its own: config.onFailure names no standard queue of the design');
  const queue = block.construct('Failures', sqs.member('Queue'), {
    encryption: sqs.member('QueueEncryption').member('SQS_MANAGED'),
    enforceSSL: true,
    retentionPeriod: duration('days', 14),
  });
  block.acknowledge(
    queue,
    'AwsSolutions-SQS3',
    `this queue holds what failed in ${block.title}: it is itself the last stop, and people read it`,
  );
  block.allow({ actions: ['sqs:SendMessage'], resources: [queue.member('queueArn')] });
  return queue.member('queueArn');
}

/** A pipe without a source cannot be made: this queue waits for one to be drawn. */
function ownQueue(block: Block): PipeSource {
  const queue = block.construct('Source', sqs.member('Queue'), {
    encryption: sqs.member('QueueEncryption').member('SQS_MANAGED'),
    enforceSSL: true,
    removalPolicy: removal(block.keepsData),
  });
  block.acknowledge(
    queue,
    'AwsSolutions-SQS3',
    `no source is drawn for ${block.title}: this queue stands in for one, and nobody sends to it yet`,
  );
  block.leaveOut('no source is drawn: the pipe reads a queue of its own until there is one');
  block.allow({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queue.member('queueArn')],
  });
  return {
    edge: '',
    arn: queue.member('queueArn'),
    parameters: { name: 'sqsQueueParameters', own: {} },
    type: 'queue',
    payload: '$.body',
    key: '$.messageId',
  };
}

/** Nor without a target: records are shown in a log group until one is drawn. */
function ownTarget(block: Block): PipeTarget {
  const group = logGroup(block, 'Records');
  const stream = block.construct('RecordStream', logs.member('LogStream'), {
    logGroup: group,
    logStreamName: 'records',
    removalPolicy: removal(block.keepsData),
  });
  block.leaveOut('no target is drawn: records are written into a log group until there is one');
  block.allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group.member('logGroupArn')] });
  return {
    id: 'the log group',
    kind: 'cloudwatch',
    arn: group.member('logGroupArn'),
    parameters: () => ({ cloudWatchLogsParameters: { logStreamName: stream.member('logStreamName') } }),
    unwraps: true,
  };
}

/** Log levels by what the design wants logged. AWS delivers to log groups of this name only. */
function logging(block: Block): Code {
  const wanted = block.node.logs ?? [];
  if (!wanted.includes('execution') && !wanted.includes('error')) return undefined;
  const group: Expression = logGroup(block, 'LogGroup', {
    logGroupName: template('/aws/vendedlogs/pipes/', stackName, `-${block.id}`),
  });
  return {
    level: wanted.includes('execution') ? 'INFO' : 'ERROR',
    cloudwatchLogsLogDestination: { logGroupArn: group.member('logGroupArn') },
  };
}
