import { type DesignView, defineCdk, defineSlot, type NodeBlock, type NodeView, viewAs } from '../../kit/cdk';
import { admitSenders, messageEncryption, needsTls, sendersSlot } from '../../kit/cdk-messages';
import { duration, removal, sqs } from '../../kit/cdk-modules';
import { type AlarmMetric, alarmOn, alarmsWithout, neededFreshness, partAccess } from '../../kit/cdk-parts';
import type { Code, Expression } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type QueueView = NodeView<typeof service>;

/** Time limits of the functions that a mapping calls with messages, in seconds. */
export const readerLimitSlot = defineSlot<number>('reader-limit');

export const isFifo = (view: NodeView): boolean => viewAs(view, service)?.config.type === 'fifo';

export const cdk = defineCdk(service, {
  keyUse: { read: ['sqs:ReceiveMessage'], write: ['sqs:SendMessage'] },
  access: (view) => [partAccess(view, 'Queue', 'queueArn')],
  emit: (block) => {
    const { config, title } = block;
    const fifo = config.type === 'fifo';
    const encryption = messageEncryption(block, 'aws-owned');
    const key = encryption === 'cmk' ? block.key() : undefined;
    const tls = needsTls(block);
    const failures = deadLetters(block);
    const kind = sqs.member('QueueEncryption');
    const shared: { readonly [key: string]: Code } = {
      fifo: fifo ? true : undefined,
      encryption: kind.member(
        { none: 'UNENCRYPTED', 'aws-owned': 'SQS_MANAGED', 'aws-managed': 'KMS_MANAGED', cmk: 'KMS' }[encryption],
      ),
      encryptionMasterKey: key,
      dataKeyReuse: key || encryption === 'aws-managed' ? duration('seconds', config.dataKeyReuseSeconds) : undefined,
      enforceSSL: tls,
      removalPolicy: removal(block.keepsData),
    };
    const dead = failures === 'own' ? ownDeadLetters(block, shared) : failures;
    const queue = block.construct('Queue', sqs.member('Queue'), {
      ...shared,
      retentionPeriod: duration('minutes', config.retentionMinutes),
      visibilityTimeout: duration('seconds', visibility(block)),
      deliveryDelay: duration('seconds', config.delaySeconds),
      maxMessageSizeBytes: config.maxMessageKiB * 1024,
      receiveMessageWaitTime: duration('seconds', config.waitSeconds),
      contentBasedDeduplication: fifo ? deduplicates(block) : undefined,
      deduplicationScope: fifo
        ? sqs.member('DeduplicationScope').member(config.highThroughput ? 'MESSAGE_GROUP' : 'QUEUE')
        : undefined,
      fifoThroughputLimit: fifo
        ? sqs.member('FifoThroughputLimit').member(config.highThroughput ? 'PER_MESSAGE_GROUP_ID' : 'PER_QUEUE')
        : undefined,
      deadLetterQueue: dead && {
        queue: dead,
        maxReceiveCount: config.maxReceive ?? facts.receivesBeforeDeadLetter.value.usual,
      },
    });
    admitSenders(block, key);
    const both = [queue, ...(failures === 'own' && dead ? [dead] : [])];
    for (const made of both) {
      if (encryption === 'none')
        block.acknowledge(made, 'AwsSolutions-SQS2', `${title} is not encrypted in the design: its encryption is none`);
      if (!tls)
        block.acknowledge(
          made,
          'AwsSolutions-SQS4',
          `${title} takes messages without TLS in the design: its tls is ${block.field('tls')}`,
        );
    }
    if (!dead && !isDeadLetters(block.design, block))
      block.acknowledge(
        queue,
        'AwsSolutions-SQS3',
        `${title} has no dead-letter queue in the design: config.onFailure is not set, and no edge from it has onFailure "dlq"`,
      );
    if (!fifo && (config.contentBasedDeduplication || config.highThroughput))
      block.leaveOut('a standard queue deduplicates nothing and has no limit to raise: its config.type is not "fifo"');
    alarms(block, queue, dead);
  },
});

/** Queue that takes what was received too often: of the design, of its own, or none. */
function deadLetters(block: NodeBlock<typeof service>): Expression | 'own' | undefined {
  const wanted = block.config.onFailure;
  const drawn = drawnDeadLetters(block.design, block);
  if (drawn) return drawn.part('Queue');
  const asked = block.design.neighbours(block, 'out').some(({ edge }) => edge.onFailure === 'dlq');
  if (wanted === undefined && !asked) return undefined;
  if (wanted !== undefined && wanted !== 'queue')
    block.leaveOut(
      `what fails goes to a queue of its own: config.onFailure names no other queue of the design of the same type, or one that leads back here`,
    );
  return 'own';
}

/** The drawn queue that `onFailure` names. Of the same type, as AWS asks; and never one whose failures come back. */
function drawnDeadLetters(design: DesignView, view: QueueView): QueueView | undefined {
  const next = (from: QueueView): QueueView | undefined => {
    const found = viewAs(design.find(from.config.onFailure), service);
    return found && found.id !== from.id && found.config.type === from.config.type ? found : undefined;
  };
  const found = next(view);
  const passed = new Set<string>();
  for (let at = found; at && !passed.has(at.id); at = next(at)) {
    if (at.id === view.id) return undefined;
    passed.add(at.id);
  }
  return found;
}

const isDeadLetters = (design: DesignView, view: QueueView): boolean =>
  design.graph.pipeline.nodes.some((node) => {
    const other = viewAs(design.find(node.id), service);
    return other !== undefined && drawnDeadLetters(design, other)?.id === view.id;
  });

function ownDeadLetters(block: NodeBlock<typeof service>, shared: { readonly [key: string]: Code }): Expression {
  return block.construct('DeadLetters', sqs.member('Queue'), {
    ...shared,
    // As long as AWS keeps messages: people need time to look at what failed.
    retentionPeriod: duration('minutes', facts.retentionMaxMinutes.value),
  });
}

/** Rules of EventBridge give messages no id to know them by again: then their content has to do. */
function deduplicates(block: NodeBlock<typeof service>): boolean {
  const { contentBasedDeduplication } = block.config;
  const byRules = block.offered(sendersSlot).includes('events.amazonaws.com');
  if (byRules && !contentBasedDeduplication)
    block.leaveOut(
      'messages are deduplicated by content, although config.contentBasedDeduplication is false: rules send to no other FIFO queue',
    );
  return contentBasedDeduplication || byRules;
}

/** AWS takes no mapping whose function may run longer than a message stays hidden. */
function visibility(block: NodeBlock<typeof service>): number {
  const { visibilitySeconds } = block.config;
  const longest = Math.max(0, ...block.offered(readerLimitSlot));
  if (longest > visibilitySeconds)
    block.leaveOut(
      `messages stay hidden ${longest} s instead of ${visibilitySeconds} s: a function that reads them may run so long, and AWS refuses it otherwise`,
    );
  return Math.max(visibilitySeconds, longest);
}

function alarms(block: NodeBlock<typeof service>, queue: Expression, dead: Expression | undefined): void {
  const wanted = block.node.alarms ?? [];
  const metric = (of: Expression, metricName: string): AlarmMetric => ({
    namespace: 'AWS/SQS',
    metricName,
    dimensions: { QueueName: of.member('queueName') },
    statistic: 'Maximum',
    periodMinutes: 5,
  });
  if (wanted.includes('failure') && dead)
    alarmOn(block, 'DeadLetters', metric(dead, 'ApproximateNumberOfMessagesVisible'), {
      threshold: 0,
      above: true,
      description: 'Messages failed so often that they were put aside',
    });
  if (wanted.includes('lag') || wanted.includes('freshness')) {
    const fresh = neededFreshness(block);
    alarmOn(block, 'Age', metric(queue, 'ApproximateAgeOfOldestMessage'), {
      threshold: fresh ?? (block.config.retentionMinutes * 60) / 2,
      above: true,
      description:
        fresh === undefined
          ? 'Receivers are behind by more than half of what the queue keeps'
          : `Receivers are behind by more than the ${fresh} s within which the data must be usable`,
    });
  }
  alarmsWithout(block, ['lag', 'freshness', ...(dead ? ['failure'] : [])]);
}
