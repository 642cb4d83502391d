import { defineCdkConnection, type EdgeView } from '../../kit/cdk';
import type { Permission } from '../../kit/connection';
import { changesSlot } from '../../services/dynamodb/cdk';
import { type PipeSource, sourceSlot } from '../../services/eventbridge-pipes/cdk';
import { clientPort, clusterArn, groupName, topicsOf } from '../../services/msk/cdk';
import { isFifo } from '../../services/sqs/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, edge, offer } = view;
    offer(to, sourceSlot, { edge: edge.id, ...sources[from.kind]!(view) });
    if (from.kind === 'dynamodb') offer(from, changesSlot, edge.id);
  },
  emit: (block) => {
    const { from, data } = block;
    block.grant({ more: from.kind === 'msk' ? byTheGroup : [] });
    if (from.kind !== 'msk') return;
    const [topic, ...others] = topicsOf(data, from);
    if (others.length > 0) block.leaveOut(`a pipe reads one topic, ${topic}: draw a pipe for each of the others`);
    // What polls lies where the brokers lie, in their security group, and calls the pipe from there.
    for (const called of ['pipes', 'sts']) from.network().reach(called);
    block.connect(from, from, clientPort);
  },
});

/** What pollers of a cluster need beyond the matrix: a place in its network, and a group to keep their position in. */
const byTheGroup: readonly Permission[] = [
  {
    role: 'pipe role',
    holder: 'to',
    on: 'from',
    grant: 'role',
    actions: [
      'kafka-cluster:AlterGroup',
      'kafka-cluster:DescribeTopic',
      'kafka-cluster:DescribeClusterDynamicConfiguration',
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
    ],
  },
];

const sources: Readonly<Record<string, (view: EdgeView) => Omit<PipeSource, 'edge'>>> = {
  'kinesis-data-streams': ({ from }) => ({
    arn: from.part('Stream').member('streamArn'),
    parameters: { name: 'kinesisStreamParameters', own: {} },
    type: 'stream',
    payload: '$.data',
    key: '$.partitionKey',
  }),
  msk: ({ from, to, data }) => ({
    arn: clusterArn(from),
    parameters: {
      name: 'managedStreamingKafkaParameters',
      own: { topicName: topicsOf(data, from)[0], consumerGroupId: groupName(to) },
    },
    type: 'cluster',
    payload: '$.value',
    key: '$.offset',
  }),
  sqs: ({ from }) => ({
    arn: from.part('Queue').member('queueArn'),
    parameters: { name: 'sqsQueueParameters', own: {} },
    type: isFifo(from) ? 'fifo' : 'queue',
    payload: '$.body',
    key: '$.messageId',
  }),
  dynamodb: ({ from }) => ({
    arn: from.part('Table').member('tableStreamArn').assured(),
    parameters: { name: 'dynamoDbStreamParameters', own: {} },
    type: 'stream',
    payload: '$.dynamodb',
    key: '$.eventID',
  }),
};
