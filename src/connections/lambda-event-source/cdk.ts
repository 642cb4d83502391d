import { defineCdkConnection, type EdgeBlock, type NodeView, viewAs } from '../../kit/cdk';
import type { Caller } from '../../kit/cdk-function';
import { duration, kinesis, lambda } from '../../kit/cdk-modules';
import type { Code } from '../../kit/code';
import { changesSlot } from '../../services/dynamodb/cdk';
import { service as kinesisService } from '../../services/kinesis-data-streams/service';
import { callerSlot, secondsOf } from '../../services/lambda/cdk';
import { service as lambdaService } from '../../services/lambda/service';
import { clientPort, clusterArn, groupName, topicsOf } from '../../services/msk/cdk';
import { isFifo, readerLimitSlot } from '../../services/sqs/cdk';
import { failureDestination } from '../failure-destination';
import { connection } from './connection';

type Reader = NodeView<typeof lambdaService>;
interface Source {
  readonly caller: Caller;
  /** What the mapping of this source is made with, beside the function. */
  readonly mapping: (block: EdgeBlock, reader: Reader) => { readonly [key: string]: Code };
}

export const cdk = defineCdkConnection(connection, {
  prepare: ({ edge, from, to, offer }) => {
    offer(to, callerSlot, sources[from.kind]!.caller);
    if (from.kind === 'dynamodb') offer(from, changesSlot, edge.id);
  },
  emit: (block) => {
    const { from, to } = block;
    block.grant();
    block.construct(to, 'Mapping', lambda.member('EventSourceMapping'), {
      target: to.part('Function'),
      ...sources[from.kind]!.mapping(block, viewAs(to, lambdaService)!),
    });
  },
});

const fromStart = lambda.member('StartingPosition').member('TRIM_HORIZON');
/** Batches wait for more records for so long at most. */
const window = duration('seconds', 5);

const sources: Readonly<Record<string, Source>> = {
  'kinesis-data-streams': {
    caller: 'kinesis',
    mapping: (block, reader) => ({ eventSourceArn: streamArn(block), ...ofShards(block, reader) }),
  },
  sqs: {
    caller: 'queue',
    mapping: ({ from, offer }, reader) => {
      offer(from, readerLimitSlot, secondsOf(reader));
      const wanted = reader.config.batchSize ?? 10;
      return {
        eventSourceArn: from.part('Queue').member('queueArn'),
        batchSize: isFifo(from) ? Math.min(10, wanted) : wanted,
        // A FIFO queue knows no window; larger batches of others need one.
        maxBatchingWindow: isFifo(from) ? undefined : window,
        reportBatchItemFailures: true,
      };
    },
  },
  dynamodb: {
    caller: 'table',
    mapping: (block, reader) => ({
      eventSourceArn: block.from.part('Table').member('tableStreamArn'),
      ...ofShards(block, reader),
    }),
  },
  msk: {
    caller: 'kafka',
    mapping: (block, reader) => {
      const { from, data } = block;
      const [topic, ...others] = topicsOf(data, from);
      if (others.length > 0)
        block.leaveOut(`a mapping reads one topic, ${topic}: draw a function, or an edge, for each of the others`);
      // What polls lies where the brokers lie, in their security group, and calls the function from there.
      for (const called of ['lambda', 'sts']) from.network().reach(called);
      block.connect(from, from, clientPort);
      return {
        eventSourceArn: clusterArn(from),
        kafkaTopic: topic,
        kafkaConsumerGroupId: groupName(reader),
        startingPosition: fromStart,
        batchSize: reader.config.batchSize ?? 100,
        maxBatchingWindow: window,
        onFailure: failureDestination(block, reader),
      };
    },
  },
};

/** What a reader of shards does with a batch that fails. */
const ofShards = (block: EdgeBlock, reader: Reader): { readonly [key: string]: Code } => ({
  startingPosition: fromStart,
  batchSize: reader.config.batchSize ?? 100,
  maxBatchingWindow: window,
  bisectBatchOnError: reader.config.bisectOnError,
  reportBatchItemFailures: true,
  retryAttempts: reader.config.maxRetries,
  onFailure: failureDestination(block, reader),
});

/** The stream, or a consumer of its own where the stream fans out to this function. */
function streamArn(block: EdgeBlock): Code {
  const { from, to } = block;
  const arn = from.part('Stream').member('streamArn');
  if (!viewAs(from, kinesisService)!.config.enhancedFanOut.includes(to.id)) return arn;
  const consumer = block.construct(to, 'Consumer', kinesis.member('CfnStreamConsumer'), {
    consumerName: to.id,
    streamArn: arn,
  });
  const consumerArn = consumer.member('attrConsumerArn');
  block.allow(to, {
    actions: ['kinesis:DescribeStreamConsumer', 'kinesis:SubscribeToShard'],
    resources: [consumerArn],
  });
  return consumerArn;
}
