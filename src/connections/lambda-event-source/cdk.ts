import { defineCdkConnection, viewAs } from '../../kit/cdk';
import { duration, kinesis, lambda } from '../../kit/cdk-modules';
import type { Code } from '../../kit/code';
import { service as kinesisService } from '../../services/kinesis-data-streams/service';
import { callerSlot } from '../../services/lambda/cdk';
import { service as lambdaService } from '../../services/lambda/service';
import { failureDestination } from '../failure-destination';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ to, offer }) => offer(to, callerSlot, 'kinesis'),
  emit: (block) => {
    const { from, to } = block;
    const reader = viewAs(to, lambdaService)!;
    const stream = from.part('Stream');
    const fanOut = viewAs(from, kinesisService)!.config.enhancedFanOut.includes(to.id);
    let eventSourceArn: Code = stream.member('streamArn');
    block.grant();
    if (fanOut) {
      const consumer = block.construct(to, 'Consumer', kinesis.member('CfnStreamConsumer'), {
        consumerName: `${to.id}`,
        streamArn: stream.member('streamArn'),
      });
      eventSourceArn = consumer.member('attrConsumerArn');
      block.allow(to, {
        actions: ['kinesis:DescribeStreamConsumer', 'kinesis:SubscribeToShard'],
        resources: [eventSourceArn],
      });
    }
    const onFailure = failureDestination(block, reader);
    block.construct(to, 'Mapping', lambda.member('EventSourceMapping'), {
      target: to.part('Function'),
      eventSourceArn,
      startingPosition: lambda.member('StartingPosition').member('TRIM_HORIZON'),
      batchSize: reader.config.batchSize ?? 100,
      maxBatchingWindow: duration('seconds', 5),
      bisectBatchOnError: reader.config.bisectOnError,
      reportBatchItemFailures: true,
      retryAttempts: reader.config.maxRetries,
      onFailure,
    });
  },
});
