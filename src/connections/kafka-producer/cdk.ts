import { defineCdkConnection, reachSlot } from '../../kit/cdk';
import { template } from '../../kit/code';
import { tableSlot } from '../../services/managed-flink/cdk';
import { bootstrapBrokers, brokersSlot, clientPort, topicsOf } from '../../services/msk/cdk';
import { deliverTo } from '../deliver-to';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, edge, data, offer }) => {
    if (from.kind === 'source.app') return;
    offer(to, brokersSlot, true);
    offer(from, reachSlot, to);
    if (from.kind !== 'managed-flink') return;
    for (const [index, topic] of topicsOf(data, to).entries())
      offer(from, tableSlot, {
        edge: edge.id,
        way: 'sink',
        data: data[index],
        connector: 'kafka',
        properties: { topic, 'bootstrap.servers': bootstrapBrokers(to) },
      });
  },
  emit: (block) => {
    const { from, to, data } = block;
    const topics = topicsOf(data, to);
    block.grant();
    if (from.kind === 'source.app')
      return block.advise(
        `Clients of ${to.id} come from its VPC or one joined to it, and authenticate by IAM: its bootstrap brokers are shown by \`aws kafka get-bootstrap-brokers\`, its topics are ${topics.join(', ')}. Let their addresses or security groups in by ingressCidrs.`,
      );
    block.connect(from, to, clientPort);
    if (from.kind !== 'lambda') return;
    for (const topic of topics.slice(0, 1)) deliverTo(block, 'KAFKA', template(bootstrapBrokers(to), `/${topic}`));
    block.leaveOut(
      `the function is told the brokers and the topic by its environment, and may write: add a Kafka client with IAM authentication to lambda/${from.id}`,
    );
  },
});
