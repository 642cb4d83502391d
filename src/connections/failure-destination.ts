import { type EdgeBlock, type NodeView, viewAs } from '../kit/cdk';
import { sendersSlot } from '../kit/cdk-messages';
import { duration, lambdaEventSources, sqs } from '../kit/cdk-modules';
import type { Expression } from '../kit/code';
import type { service as lambdaService } from '../services/lambda/service';
import { service as queueService } from '../services/sqs/service';

/**
 * Where batches go that a function could not work on: a bucket, a queue or a topic of the design, or a queue of the
 * edge's own. Undefined when the design asks for none.
 */
export function failureDestination(block: EdgeBlock, reader: NodeView<typeof lambdaService>): Expression | undefined {
  const wanted = reader.config.onFailure;
  const drawn = block.design.find(wanted);
  if (drawn?.kind === 's3') {
    const place = drawn.part('Bucket');
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
  const queue = standardQueue(drawn);
  if (queue) {
    block.allow(reader, { actions: ['sqs:SendMessage'], resources: [queue.part('Queue').member('queueArn')] });
    const key = queue.key();
    if (key)
      block.allow(reader, { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.member('keyArn')] });
    const made = queue.part('Queue');
    // By its ARN: of a queue with a key the construct would let the function do with the key whatever it likes.
    const known = key
      ? sqs.member('Queue').method('fromQueueArn', reader.scope, `Failures-${block.edge.id}`, made.member('queueArn'))
      : made;
    return lambdaEventSources.member('SqsDlq').new(known);
  }
  if (wanted === undefined && block.edge.onFailure !== 'dlq') return undefined;
  if (wanted !== undefined && wanted !== 'queue')
    block.leaveOut(
      `failed batches go to a queue: config.onFailure of ${reader.id} names no bucket and no standard queue of the design`,
    );
  const own = failureQueue(block, reader);
  block.allow(reader, { actions: ['sqs:SendMessage'], resources: [own.member('queueArn')] });
  return lambdaEventSources.member('SqsDlq').new(own);
}

/**
 * The queue that a service of AWS puts aside what it could not deliver in: of the design where `wanted` names one, else of
 * the edge's own. Undefined when neither `wanted` nor the edge asks for one. The service is let in by the caller.
 */
export function deadLetterQueue(
  block: EdgeBlock,
  holder: NodeView,
  wanted: string | undefined,
  service: string,
): Expression | undefined {
  const drawn = standardQueue(block.design.find(wanted));
  if (drawn) {
    block.offer(drawn, sendersSlot, service);
    return drawn.part('Queue');
  }
  if (wanted === undefined && block.edge.onFailure !== 'dlq') return undefined;
  if (wanted !== undefined && wanted !== 'queue')
    block.leaveOut(
      `what fails goes to a queue of its own: config.onFailure of ${holder.id} names no standard queue of the design`,
    );
  return failureQueue(block, holder);
}

const standardQueue = (view: NodeView | undefined): NodeView | undefined => {
  const queue = viewAs(view, queueService);
  return queue?.config.type === 'standard' ? view : undefined;
};

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
