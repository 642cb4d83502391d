import { defineCdkConnection, type EdgeBlock, type EdgeView, type NodeView, reachSlot } from '../../kit/cdk';
import { iot, servicePrincipal } from '../../kit/cdk-modules';
import { type Code, type Expression, template } from '../../kit/code';
import { ruleSlot } from '../../services/iot-core/cdk';
import { bootstrapBrokers, brokersSlot, topicName } from '../../services/msk/cdk';
import { edgeFolder } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, data, offer } = view;
    if (to.kind === 'msk') {
      offer(to, brokersSlot, true);
      offer(from, reachSlot, to);
    }
    const action = actions[to.kind];
    if (action)
      offer(from, ruleSlot, { edge: edge.id, data, action: () => action(view, from.role().member('roleArn')) });
  },
  emit: (block) => {
    const { from, to } = block;
    block.grant({ prefixes: to.kind === 's3' ? [edgeFolder(block, to)] : undefined });
    if (to.kind === 'lambda') return admit(block);
    if (to.kind === 'msk') return vpcDestination(block);
    if (to.kind === 'opensearch' || to.kind === 'timestream-influxdb')
      block.leaveOut(
        `a rule reaches no ${to.kind === 'opensearch' ? 'domain' : 'database'} in a VPC: put a delivery stream or a function between ${from.id} and ${to.id}`,
      );
  },
});

type Make = (view: EdgeView, roleArn: Expression) => Code;

/** What a rule does with a message, by the kind that takes it. A store in a VPC is out of its reach. */
const actions: Readonly<Record<string, Make>> = {
  firehose: ({ to }, roleArn) => ({
    firehose: { deliveryStreamName: to.part('Stream').member('ref'), separator: '\n', roleArn },
  }),
  'kinesis-data-streams': ({ to }, roleArn) => ({
    kinesis: {
      streamName: to.part('Stream').member('streamName'),
      partitionKey: `\${${keyField(to) ?? 'newuuid()'}}`,
      roleArn,
    },
  }),
  s3: (view, roleArn) => ({
    s3: {
      bucketName: view.to.part('Bucket').member('bucketName'),
      key: `${edgeFolder(view, view.to)}\${parse_time("yyyy/MM/dd", timestamp())}/\${newuuid()}.json`,
      roleArn,
    },
  }),
  dynamodb: ({ to }, roleArn) => ({
    dynamoDBv2: { putItem: { tableName: to.part('Table').member('tableName') }, roleArn },
  }),
  lambda: ({ to }) => ({ lambda: { functionArn: to.part('Function').member('functionArn') } }),
  sqs: ({ to }, roleArn) => ({ sqs: { queueUrl: to.part('Queue').member('queueUrl'), useBase64: false, roleArn } }),
  sns: ({ to }, roleArn) => ({
    sns: { targetArn: to.part('Topic').member('topicArn'), messageFormat: 'RAW', roleArn },
  }),
  'step-functions': ({ to }, roleArn) => ({
    stepFunctions: { stateMachineName: to.part('StateMachine').member('stateMachineName'), roleArn },
  }),
  cloudwatch: ({ to }, roleArn) => ({
    cloudwatchLogs: { logGroupName: to.part('LogGroup').member('logGroupName'), roleArn },
  }),
  msk: ({ edge, from, to, data }) => {
    const role = from.role().member('roleArn');
    const secret = (key: string): Expression =>
      template("${get_secret('", to.part('User').member('secretName'), `', 'SecretString', '${key}', '`, role, "')}");
    return {
      kafka: {
        destinationArn: from.part(`Destination-${edge.id}`).member('attrArn'),
        topic: topicName(data[0], to),
        clientProperties: {
          'bootstrap.servers': bootstrapBrokers(to, 'scram'),
          'security.protocol': 'SASL_SSL',
          'sasl.mechanism': 'SCRAM-SHA-512',
          'sasl.scram.username': secret('username'),
          'sasl.scram.password': secret('password'),
          acks: '1',
        },
      },
    };
  },
};

/** The field of a message by which a stream keeps order. */
function keyField(stream: NodeView): string | undefined {
  const key: unknown = stream.config.partitionKey;
  const column = typeof key === 'object' && key !== null && 'column' in key ? String(key.column) : '';
  return /^[A-Za-z_]\w*$/.test(column) ? column : undefined;
}

/** The rule calls the function as the service. */
function admit(block: EdgeBlock): void {
  const { edge, from, to } = block;
  block.run(
    to.part('Function').method('addPermission', `Rule-${edge.id}`, {
      principal: servicePrincipal('iot.amazonaws.com'),
      sourceArn: from.part(`Rule-${edge.id}`).member('attrArn'),
    }),
  );
}

/** Interfaces of IoT Core in the VPC of the brokers. */
function vpcDestination(block: EdgeBlock): void {
  const { edge, from, to } = block;
  const network = from.network();
  const made = block.part(from, `Destination-${edge.id}`, iot.member('CfnTopicRuleDestination'), {
    status: 'ENABLED',
    vpcProperties: {
      vpcId: network.vpc.member('vpcId'),
      subnetIds: network.subnetIds,
      securityGroups: [from.securityGroup().member('securityGroupId')],
      roleArn: from.role().member('roleArn'),
    },
  });
  block.run(made.member('node').method('addDependency', from.role()));
  block.connect(from, to, scramPort);
}

const scramPort = 9096;
