import { defineCdkConnection, type EdgeBlock, type NodeView } from '../../kit/cdk';
import { msk, onlyFor } from '../../kit/cdk-modules';
import { sourceSlot } from '../../services/firehose/cdk';
import { clusterArn, topicsOf } from '../../services/msk/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, data, offer }) =>
    offer(
      to,
      sourceSlot,
      from.kind === 'msk'
        ? { clusterArn: clusterArn(from), topic: topicsOf(data, from)[0]! }
        : { streamArn: from.part('Stream').member('streamArn') },
    ),
  emit: (block) => {
    const { from, to, data } = block;
    block.grant();
    if (from.kind !== 'msk') return;
    if (topicsOf(data, from).length > 1)
      block.leaveOut(
        `a delivery stream reads one topic, ${topicsOf(data, from)[0]}: the others need streams of their own`,
      );
    admitDelivery(block.part, from);
    block.run(to.part('Stream').member('node').method('addDependency', from.part('DeliveryPolicy')));
    block.advise(
      `Switch multi-VPC connectivity with IAM on for ${from.id} before ${to.id} is made: AWS lets a cluster have it once it stands, and Data Firehose connects by it. MSK Serverless needs no such step.`,
    );
  },
});

/** Data Firehose makes a connection into the VPC of the cluster, whose policy lets it. */
function admitDelivery(part: EdgeBlock['part'], cluster: NodeView): void {
  part(cluster, 'DeliveryPolicy', msk.member('CfnClusterPolicy'), {
    clusterArn: clusterArn(cluster),
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'firehose.amazonaws.com' },
          Action: ['kafka:CreateVpcConnection'],
          Resource: clusterArn(cluster),
          Condition: onlyFor(),
        },
      ],
    },
  });
}
