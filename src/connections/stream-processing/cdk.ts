import { defineCdkConnection, reachSlot } from '../../kit/cdk';
import { region } from '../../kit/cdk-modules';
import { tableSlot } from '../../services/managed-flink/cdk';
import { bootstrapBrokers, brokersSlot, clientPort, groupName, topicsOf } from '../../services/msk/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, edge, data, offer }) => {
    const base = { edge: edge.id, way: 'source' as const, data: data[0] };
    if (from.kind !== 'msk') {
      offer(to, tableSlot, {
        ...base,
        connector: 'kinesis',
        properties: { 'stream.arn': from.part('Stream').member('streamArn'), 'aws.region': region },
      });
      return;
    }
    offer(from, brokersSlot, true);
    offer(to, reachSlot, from);
    for (const [index, topic] of topicsOf(data, from).entries())
      offer(to, tableSlot, {
        ...base,
        data: data[index],
        connector: 'kafka',
        properties: { topic, 'bootstrap.servers': bootstrapBrokers(from), 'group.id': groupName(to) },
      });
  },
  emit: (block) => {
    block.grant();
    if (block.from.kind === 'msk') block.connect(block.to, block.from, clientPort);
  },
});
