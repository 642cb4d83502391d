import { defineCdkConnection, type EdgeBlock, reachSlot, viewAs } from '../../kit/cdk';
import { core, lambda } from '../../kit/cdk-modules';
import { type Code, expression } from '../../kit/code';
import { callerSlot } from '../../services/lambda/cdk';
import { service as lambdaService } from '../../services/lambda/service';
import { topicName } from '../../services/msk/cdk';
import { service as kafka } from '../../services/source.kafka/service';
import { connectionName, connectJob, isConnected, offerConnection } from '../glue-connections';
import { offerTables } from '../job-tables';
import { edgeFolders } from '../lake-layout';
import { outsideSecret, outsideValue } from '../outside';
import { connection } from './connection';

const secretActions = ['secretsmanager:GetSecretValue'];

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, offer } = view;
    if (isConnected(view, to, from)) {
      offerTables(view, 'input', { connection: connectionName(view) });
      offerConnection(view, to);
    }
    if (from.kind !== 'source.kafka') return;
    offer(to, callerSlot, 'kafka');
    offer(to, reachSlot, from);
  },
  emit: (block) => {
    const { from, to } = block;
    if (to.kind === 's3') {
      block.grant({ prefixes: edgeFolders(block, to) });
      return block.advise(
        `Something of yours writes what it fetches from ${from.id} into ${to.id}: draw AppFlow or a function in between, and the stack makes it.`,
      );
    }
    const secret = outsideSecret(block, from);
    block.allow(to, { actions: secretActions, resources: [secret] });
    if (from.kind === 'source.kafka') return mapTopic(block, secret);
    if (isConnected(block, to, from)) {
      connectJob(block, to, from);
      return block.advise(`Join the VPC of ${to.id} with the network of ${from.id}, so that the job reaches it.`);
    }
    if (to.kind !== 'lambda')
      return block.advise(`Write into the job ${to.id} how it fetches from ${from.id}; its role may read the secret.`);
    block.run(to.part('Function').method('addEnvironment', `SOURCE_${block.edge.id.replace(/\W/g, '_')}`, secret));
    block.advise(
      `Write into the function of ${to.id} how it fetches from ${from.id}; the ARN of the secret with the credentials is in its environment. Call it by a schedule of EventBridge.`,
    );
  },
});

/** An event source mapping for a cluster outside, which connects from the VPC of the function. */
function mapTopic(block: EdgeBlock, secret: Code): void {
  const { from, to, data } = block;
  const config = viewAs(from, kafka)!.config;
  const brokers = outsideValue(block, from, 'Brokers', config.bootstrapServers, 'Brokers as host:port, by commas, of');
  const [topic = topicName(undefined, from), ...others] =
    config.topics.length > 0 ? config.topics : data.map((set) => topicName(set, from));
  if (others.length > 0)
    block.leaveOut(`a mapping reads one topic, ${topic}: draw a function, or an edge, for each of the others`);
  const reader = viewAs(to, lambdaService)!;
  // What polls works in the VPC of the function, in its security group, and calls the services of AWS from there.
  const network = to.network();
  for (const called of ['lambda', 'sts', 'secretsmanager']) network.reach(called);
  block.construct(to, 'Mapping', lambda.member('CfnEventSourceMapping'), {
    functionName: to.part('Function').member('functionName'),
    selfManagedEventSource: {
      endpoints: { kafkaBootstrapServers: core.member('Fn').method('split', ',', expression(brokers)) },
    },
    sourceAccessConfigurations: [
      { type: 'SASL_SCRAM_512_AUTH', uri: secret },
      ...network.subnetIdList.map((id) => ({ type: 'VPC_SUBNET', uri: id })),
      { type: 'VPC_SECURITY_GROUP', uri: to.securityGroup().member('securityGroupId') },
    ],
    topics: [topic],
    startingPosition: 'TRIM_HORIZON',
    batchSize: reader.config.batchSize ?? 100,
  });
  block.advise(
    `Join the VPC of ${to.id} with the network of ${from.id}. For brokers on the internet draw a VPC around ${to.id} with a NAT gateway.`,
  );
}
