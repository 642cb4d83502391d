import type { EdgeBlock } from '../kit/cdk';
import { sendersSlot } from '../kit/cdk-messages';
import { events, onlyFor, servicePrincipal } from '../kit/cdk-modules';
import type { Code, Expression } from '../kit/code';
import { isFifo as isFifoTopic } from '../services/sns/cdk';
import { isFifo } from '../services/sqs/cdk';
import { failureQueue } from './failure-destination';

/** Rules of EventBridge and the queues and topics that they call: by the edges of buckets and of buses. */

export const eventService = 'events.amazonaws.com';

/** Before anything is made: queues and topics choose their encryption by who sends to them. */
export function offerToRule({ to, offer }: Pick<EdgeBlock, 'to' | 'offer'>): void {
  if (to.kind === 'sqs' || to.kind === 'sns') offer(to, sendersSlot, eventService);
}

/** What a rule says of a queue or a topic as its target. Undefined where AWS allows none, which is then said. */
export function messageTarget(block: EdgeBlock): { readonly [key: string]: Code } | undefined {
  const { to, edge } = block;
  if (to.kind === 'sqs')
    return {
      arn: to.part('Queue').member('queueArn'),
      sqsParameters: isFifo(to) ? { messageGroupId: edge.id } : undefined,
    };
  if (isFifoTopic(to)) {
    block.leaveOut('a rule cannot send to a FIFO topic: make the topic a standard one, or send to a FIFO queue');
    return undefined;
  }
  return { arn: to.part('Topic').member('topicArn') };
}

/** Lets a rule, and no other, send to the queue or the topic of the edge. */
export function admitRule(block: EdgeBlock, rule: Expression): void {
  const { to } = block;
  const queue = to.kind === 'sqs';
  const part = to.part(queue ? 'Queue' : 'Topic');
  block.allowOn(part, {
    principals: [servicePrincipal(eventService)],
    actions: [queue ? 'sqs:SendMessage' : 'sns:Publish'],
    resources: [part.member(queue ? 'queueArn' : 'topicArn')],
    conditions: onlyFor(rule.member('attrArn')),
  });
}

/** A queue of the design's that a rule may put aside in what its target did not take, with the statement that lets it. */
export function admitDeadLetters(block: EdgeBlock, queue: Expression, rule: Expression): void {
  block.allowOn(queue, {
    principals: [servicePrincipal(eventService)],
    actions: ['sqs:SendMessage'],
    resources: [queue.member('queueArn')],
    conditions: onlyFor(rule.member('attrArn')),
  });
}

/** The pattern of new objects of a bucket, under the prefix of an edge. */
export const newObjects = (bucket: Expression, prefix: string | undefined): { readonly [key: string]: Code } => ({
  source: ['aws.s3'],
  'detail-type': ['Object Created'],
  detail: {
    bucket: { name: [bucket.member('bucketName')] },
    ...(prefix && { object: { key: [{ prefix }] } }),
  },
});

/** A rule that tells a queue or a topic of new objects. */
export function tellOfObjects(block: EdgeBlock): void {
  const { from, edge } = block;
  const target = messageTarget(block);
  if (!target) return;
  const failures = edge.onFailure === 'dlq' ? failureQueue(block, from) : undefined;
  const rule = block.construct(from, 'Rule', events.member('CfnRule'), {
    description: `New objects of ${from.id}, for edge ${edge.id}`,
    eventPattern: newObjects(from.part('Bucket'), edge.prefix),
    state: 'ENABLED',
    targets: [{ id: 'Target', ...target, deadLetterConfig: failures && { arn: failures.member('queueArn') } }],
  });
  admitRule(block, rule);
  if (failures) admitDeadLetters(block, failures, rule);
}
