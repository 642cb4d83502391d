import type { EdgeBlock, NodeView } from '../kit/cdk';
import { duration, lambdaEventSources, sqs } from '../kit/cdk-modules';
import type { Expression } from '../kit/code';
import type { service as lambdaService } from '../services/lambda/service';

/**
 * Where batches go that a function could not work on: a bucket of the design, or a queue of the edge's own. Undefined
 * when the design asks for neither.
 */
export function failureDestination(block: EdgeBlock, reader: NodeView<typeof lambdaService>): Expression | undefined {
  const wanted = reader.config.onFailure;
  const bucket = block.design.find(wanted);
  if (bucket?.kind === 's3') {
    const place = bucket.part('Bucket');
    if (!reader.roleIsDeclared) {
      block.allow(reader, { actions: ['s3:ListBucket'], resources: [place.member('bucketArn')] });
      block.allowOn(place, {
        principals: [reader.role()],
        actions: ['s3:PutObject'],
        resources: [place.method('arnForObjects', 'aws/lambda/*')],
      });
    }
    return lambdaEventSources.member('S3OnFailureDestination').new(place);
  }
  if (wanted === undefined && block.edge.onFailure !== 'dlq') return undefined;
  if (wanted !== undefined && wanted !== 'queue')
    block.leaveOut(`failed batches go to a queue: config.onFailure of ${reader.id} names no bucket of the design`);
  const queue = failureQueue(block, reader);
  block.allow(reader, { actions: ['sqs:SendMessage'], resources: [queue.member('queueArn')] });
  return lambdaEventSources.member('SqsDlq').new(queue);
}

/** A queue for what failed, kept for two weeks. */
export function failureQueue(block: EdgeBlock, holder: NodeView): Expression {
  const queue = block.construct(holder, 'Failures', sqs.member('Queue'), {
    encryption: sqs.member('QueueEncryption').member('SQS_MANAGED'),
    enforceSSL: true,
    retentionPeriod: duration('days', 14),
  });
  block.acknowledge(
    queue,
    'AwsSolutions-SQS3',
    `this queue holds what failed on edge "${block.edge.id}": it is itself the last stop, and people read it`,
  );
  return queue;
}
