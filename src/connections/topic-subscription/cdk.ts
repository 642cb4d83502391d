import { defineCdkConnection, type EdgeBlock, viewAs } from '../../kit/cdk';
import { sendersSlot } from '../../kit/cdk-messages';
import { iam, lambda, onlyFor, servicePrincipal, sns } from '../../kit/cdk-modules';
import type { Code, Expression } from '../../kit/code';
import { callerSlot } from '../../services/lambda/cdk';
import { isFifo as isFifoTopic } from '../../services/sns/cdk';
import { service as topicService } from '../../services/sns/service';
import { isFifo } from '../../services/sqs/cdk';
import { endpointUrl } from '../endpoint-url';
import { deadLetterQueue } from '../failure-destination';
import { connection } from './connection';

const topicPrincipal = 'sns.amazonaws.com';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ to, offer }) => {
    if (to.kind === 'sqs') offer(to, sendersSlot, topicPrincipal);
    if (to.kind === 'lambda') offer(to, callerSlot, 'topic');
  },
  emit: (block) => {
    const { from, to } = block;
    const refused = refusal(block);
    if (refused !== undefined) return block.leaveOut(refused);
    const protocol = sns.member('SubscriptionProtocol');
    const endpoint = subscribers[to.kind]!(block);
    // The construct lets the topic into this queue.
    const failures = deadLetterQueue(block, from, viewAs(from, topicService)!.config.onFailure, topicPrincipal);
    const subscription = block.construct(from, 'Subscription', sns.member('Subscription'), {
      topic: from.part('Topic'),
      ...endpoint.props(protocol),
      deadLetterQueue: failures,
    });
    if (endpoint.role) block.run(subscription.member('node').method('addDependency', endpoint.role));
  },
});

/** What AWS lets no topic do. */
function refusal({ from, to }: EdgeBlock): string | undefined {
  if (isFifoTopic(from) && to.kind !== 'sqs')
    return 'only queues subscribe to a FIFO topic: draw a queue in between, or make the topic a standard one';
  if (isFifo(to) && !isFifoTopic(from))
    return 'a standard topic cannot send to a FIFO queue: make both FIFO, or both standard';
  return undefined;
}

interface Subscriber {
  readonly props: (protocol: Expression) => { readonly [key: string]: Code };
  /** A role that the topic tries as soon as there is a subscription. */
  readonly role?: Expression;
}

const subscribers: Readonly<Record<string, (block: EdgeBlock) => Subscriber>> = {
  sqs: (block) => {
    const { from, to } = block;
    const queue = to.part('Queue');
    block.allowOn(queue, {
      principals: [servicePrincipal(topicPrincipal)],
      actions: ['sqs:SendMessage'],
      resources: [queue.member('queueArn')],
      conditions: onlyFor(from.part('Topic').member('topicArn')),
    });
    return {
      // Raw: receivers find the message itself, not a wrapping of the topic.
      props: (protocol) => ({
        protocol: protocol.member('SQS'),
        endpoint: queue.member('queueArn'),
        rawMessageDelivery: true,
      }),
    };
  },
  lambda: (block) => {
    const { from, to } = block;
    const target = to.part('Function');
    block.construct(to, 'Permission', lambda.member('CfnPermission'), {
      action: 'lambda:InvokeFunction',
      functionName: target.member('functionArn'),
      principal: topicPrincipal,
      sourceArn: from.part('Topic').member('topicArn'),
    });
    return { props: (protocol) => ({ protocol: protocol.member('LAMBDA'), endpoint: target.member('functionArn') }) };
  },
  firehose: (block) => {
    const { from, to, edge } = block;
    const role = block.construct(from, 'Role', iam.member('Role'), {
      assumedBy: servicePrincipal(topicPrincipal, onlyFor()),
      description: `${from.id} puts messages into ${to.id}, for edge ${edge.id}`,
    });
    block.grant({ as: role });
    return {
      role,
      props: (protocol) => ({
        protocol: protocol.member('FIREHOSE'),
        endpoint: to.part('Stream').member('attrArn'),
        subscriptionRoleArn: role.member('roleArn'),
        rawMessageDelivery: true,
      }),
    };
  },
  'http-endpoint': (block) => {
    const { from, to } = block;
    block.advise(
      `Have ${to.id} confirm its subscription to ${from.id}: AWS sends it a request of type SubscriptionConfirmation with an address to visit.`,
    );
    return {
      props: (protocol) => ({
        protocol: protocol.member('HTTPS'),
        endpoint: endpointUrl(block),
        rawMessageDelivery: true,
      }),
    };
  },
};
