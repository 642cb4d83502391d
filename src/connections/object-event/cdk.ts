import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { functionFolder, functionOf } from '../../kit/cdk-function';
import { events, eventTargets, iam, logs, removal, s3, servicePrincipal } from '../../kit/cdk-modules';
import { l1Of } from '../../kit/cdk-parts';
import { type Expression, template } from '../../kit/code';
import { callerSlot } from '../../services/lambda/cdk';
import { failureQueue } from '../failure-destination';
import { offerToRule, tellOfObjects } from '../rule-target';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    if (view.to.kind === 'lambda') view.offer(view.to, callerSlot, 'object');
    offerToRule(view);
  },
  emit: (block) => {
    const { to } = block;
    const prefixes = [block.edge.prefix ?? ''];
    if (to.kind === 'lambda') {
      callOnObjects(block, to.part('Function'));
      return block.grant({ prefixes });
    }
    if (to.kind === 'sqs' || to.kind === 'sns') {
      reportObjects(block);
      return tellOfObjects(block);
    }
    // The pair needs code in between, and no function is drawn: here is one.
    const made = forwarder(block);
    callOnObjects(block, made.function);
    block.grant({ prefixes, as: made.role });
  },
});

/**
 * New objects reach the function through EventBridge. A notification of the bucket itself would need a permission that
 * names the bucket before the bucket exists; this way the permission names the rule, and no custom resource is needed.
 */
function callOnObjects(block: EdgeBlock, target: Expression): void {
  const { from, edge } = block;
  const bucket = from.part('Bucket');
  reportObjects(block);
  const queue = edge.onFailure === 'dlq' ? failureQueue(block, from) : undefined;
  block.construct(from, 'Rule', events.member('Rule'), {
    description: `New objects of ${from.id}, for edge ${edge.id}`,
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [bucket.member('bucketName')] },
        ...(edge.prefix && { object: { key: [{ prefix: edge.prefix }] } }),
      },
    },
    targets: [eventTargets.member('LambdaFunction').new(target, { retryAttempts: 3, deadLetterQueue: queue })],
  });
}

/** The bucket reports what happens to its objects to EventBridge. */
function reportObjects({ from, run }: EdgeBlock): void {
  run(
    l1Of(from.part('Bucket'), s3.member('CfnBucket')).method(
      'addPropertyOverride',
      'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
      true,
    ),
  );
}

function forwarder(block: EdgeBlock): { readonly function: Expression; readonly role: Expression } {
  const { from, to, edge, design } = block;
  const group = block.construct(from, 'Log', logs.member('LogGroup'), {
    retention: design.logRetention,
    removalPolicy: removal(from.keepsData),
  });
  const role = block.construct(from, 'Role', iam.member('Role'), {
    assumedBy: servicePrincipal('lambda.amazonaws.com'),
    description: `Role of the function on edge ${edge.id}`,
  });
  const made = functionOf(
    { construct: (id, type, props) => block.construct(from, id, type, props), file: block.file, advise: block.advise },
    {
      id: 'Function',
      folder: functionFolder(edge.id),
      caller: 'object',
      role,
      logs: group,
      runtime: 'nodejs24.x',
      memoryMB: 256,
      seconds: 60,
    },
  );
  block.run(
    role.method(
      'addToPrincipalPolicy',
      iam
        .member('PolicyStatement')
        .new({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group.member('logGroupArn')] }),
    ),
  );
  const address =
    to.kind === 'firehose'
      ? template('firehose:', to.part('Stream').member('ref'))
      : template('kinesis:', to.part('Stream').member('streamName'));
  block.run(made.method('addEnvironment', 'DELIVER_TO_1', address));
  return { function: made, role };
}
