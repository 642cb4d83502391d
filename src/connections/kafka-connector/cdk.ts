import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { region } from '../../kit/cdk-modules';
import { template } from '../../kit/code';
import { bootstrapBrokers, brokersSlot, clientPort, connectResources, topicsOf } from '../../services/msk/cdk';
import { clusterSlot, sinkSlot } from '../../services/msk-connect/cdk';
import { edgeFolder } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, data, offer } = view;
    if (from.kind === 'msk') {
      offer(from, brokersSlot, true);
      return offer(to, clusterSlot, { servers: bootstrapBrokers(from), topics: topicsOf(data, from) });
    }
    if (to.kind === 's3')
      offer(from, sinkSlot, {
        's3.region': region,
        's3.bucket.name': to.part('Bucket').member('bucketName'),
        // The connector puts a folder for each topic below it.
        'topics.dir': edgeFolder(view, to, '').replace(/\/$/, '') || 'topics',
        'storage.class': 'io.confluent.connect.s3.storage.S3Storage',
        'format.class': 'io.confluent.connect.s3.format.json.JsonFormat',
        'partitioner.class': 'io.confluent.connect.storage.partitioner.DefaultPartitioner',
      });
  },
  emit: (block) => {
    const { from, to } = block;
    if (from.kind === 'source.kafka') {
      block.grant();
      return block.advise(
        `Copy the topics of ${from.id} with MirrorMaker 2 on MSK Connect, or point its clients to ${to.id}: the README says what either may do there.`,
      );
    }
    if (from.kind === 'msk') {
      block.grant({
        more: [
          {
            role: 'connector role',
            holder: 'to',
            on: 'from',
            grant: 'role',
            actions: ['kafka-cluster:DescribeCluster'],
          },
        ],
      });
      internalTopics(block);
      return block.connect(to, from, clientPort);
    }
    block.grant({ prefixes: [`${edgeFolder(block, to, '').replace(/\/$/, '') || 'topics'}/`] });
  },
});

/** Kafka Connect keeps its configuration, positions and state in topics, and its workers form a group. */
function internalTopics(block: EdgeBlock): void {
  const { from, to } = block;
  const { topics, groups } = connectResources(from);
  block.allow(to, {
    actions: [
      'kafka-cluster:CreateTopic',
      'kafka-cluster:DescribeTopic',
      'kafka-cluster:ReadData',
      'kafka-cluster:WriteData',
    ],
    resources: [topics.arn],
  });
  block.allow(to, {
    actions: ['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'],
    resources: [groups.arn],
  });
  if (to.roleIsDeclared) return;
  for (const { finding } of [topics, groups])
    block.acknowledge(
      to.role(),
      template('AwsSolutions-IAM5[Resource::', finding, ']'),
      `MSK Connect chooses the names of the topics and the group that ${to.title} keeps its state in: they begin with __amazon_msk_connect_`,
    );
}
