import { defineCdkConnection, type EdgeBlock, type NodeView, reachSlot } from '../../kit/cdk';
import { changeLogSlot } from '../../kit/cdk-database';
import { dms } from '../../kit/cdk-modules';
import { isStaged, letStage, stagingBucket, stagingSlot } from '../../kit/cdk-staging';
import type { Code, Expression } from '../../kit/code';
import { replicationSourceSlot, replicationTargetSlot } from '../../services/dms/cdk';
import { bootstrapBrokers, brokersSlot, topicName } from '../../services/msk/cdk';
import { domainUrl } from '../../services/opensearch/cdk';
import { edgeFolder } from '../lake-layout';
import { endpointOf } from '../outside-database';
import { admitClient, offerClient } from '../search-clients';
import { connection } from './connection';

/** The endpoint that an edge makes, in the scope of its replication. */
const partOf = (edge: string): string => `Endpoint-${edge}`;

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, offer } = view;
    const reads = to.kind === 'dms';
    const [task, store] = reads ? [to, from] : [from, to];
    const end = { edge: edge.id, arn: task.part(partOf(edge.id)).member('ref'), cdc: edge.load === 'cdc' };
    offer(task, reads ? replicationSourceSlot : replicationTargetSlot, end);
    if (reads) offer(from, changeLogSlot, edge.id);
    if (isStaged(store)) offer(task, stagingSlot, edge.id);
    if (store.kind === 'msk') offer(store, brokersSlot, true);
    if (store.kind === 'opensearch') offerClient(view, task, store);
    else if (view.design.endpoint(store) || store.kind === 'msk') offer(task, reachSlot, store);
  },
  emit: (block) => {
    const { edge, from, to } = block;
    const reads = to.kind === 'dms';
    const [task, store] = reads ? [to, from] : [from, to];
    const settings = settingsOf(block, task, store);
    block.grant({
      prefixes: store.kind === 's3' ? [edgeFolder(block, store)] : undefined,
      which: ({ actions }) => !isStaged(store) || !actions.some((action) => action.startsWith('s3:')),
    });
    if (isStaged(store)) stage(block, task, store);
    grantSecret(block, task, store);
    const made = block.part(task, partOf(edge.id), dms.member('CfnEndpoint'), {
      endpointType: reads ? 'source' : 'target',
      kmsKeyId: task.key()?.member('keyArn'),
      ...settings,
    });
    block.run(made.member('node').method('addDependency', task.role()));
    letIn(block, task, store);
  },
});

/** Databases outside: the matrix speaks of a store of the design, whose secret is known. */
function grantSecret(block: EdgeBlock, task: NodeView, store: NodeView): void {
  if (store.kind !== 'source.database') return;
  const secret = endpointOf(block, store)?.secretArn;
  if (secret === undefined) return;
  block.allow(task, {
    actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
    resources: [secret],
  });
}

function letIn(block: EdgeBlock, task: NodeView, store: NodeView): void {
  const endpoint = block.design.endpoint(store);
  if (store.kind === 'opensearch') admitClient(block, task, store, true);
  else if (store.kind === 'msk') block.connect(task, store, scramPort);
  else if (endpoint) block.connect(task, store, endpoint.port);
  else if (store.kind === 'source.database')
    block.advise(`Join the VPC of ${task.id} with the network of ${store.id}: the replication connects from there.`);
}

const scramPort = 9096;

/** Engine and settings of the endpoint of a store. */
function settingsOf(block: EdgeBlock, task: NodeView, store: NodeView): { readonly [key: string]: Code } {
  const role = task.role().member('roleArn');
  switch (store.kind) {
    case 's3':
      return {
        engineName: 's3',
        s3Settings: {
          bucketName: store.part('Bucket').member('bucketName'),
          bucketFolder: edgeFolder(block, store).replace(/[/]+$/, ''),
          serviceAccessRoleArn: role,
          dataFormat: isParquet(block) ? 'parquet' : 'csv',
          timestampColumnName: 'dms_timestamp',
          encryptionMode: store.key() ? 'SSE_KMS' : 'SSE_S3',
          serverSideEncryptionKmsKeyId: store.key()?.member('keyArn'),
        },
      };
    case 'kinesis-data-streams':
      return {
        engineName: 'kinesis',
        kinesisSettings: {
          streamArn: store.part('Stream').member('streamArn'),
          messageFormat: 'json-unformatted',
          serviceAccessRoleArn: role,
        },
      };
    case 'msk': {
      const value = (key: string): Expression =>
        store.part('User').method('secretValueFromJson', key).method('unsafeUnwrap');
      return {
        engineName: 'kafka',
        kafkaSettings: {
          broker: bootstrapBrokers(store, 'scram'),
          topic: topicName(block.data[0], store),
          messageFormat: 'json-unformatted',
          securityProtocol: 'sasl-ssl',
          saslUserName: value('username'),
          saslPassword: value('password'),
        },
      };
    }
    case 'opensearch':
      return {
        engineName: 'opensearch',
        elasticsearchSettings: { endpointUri: domainUrl(store), serviceAccessRoleArn: role },
      };
    case 'dynamodb':
      return { engineName: 'dynamodb', dynamoDbSettings: { serviceAccessRoleArn: role } };
    case 'neptune':
      return {
        engineName: 'neptune',
        serverName: block.design.endpoint(store)?.host,
        port: block.design.endpoint(store)?.port,
        neptuneSettings: {
          s3BucketName: stagingBucket(task).member('bucketName'),
          s3BucketFolder: 'neptune',
          iamAuthEnabled: true,
          serviceAccessRoleArn: role,
        },
      };
    default:
      return databaseSettings(block, { task, store, role });
  }
}

/** The staging bucket, and the secret of the store where it has one. */
function stage(block: EdgeBlock, task: NodeView, store: NodeView): void {
  letStage(block, task);
  const secret = block.design.endpoint(store)?.secretArn;
  const wanted = (block.pair.permissions ?? []).some(({ actions }) =>
    actions.includes('secretsmanager:GetSecretValue'),
  );
  if (wanted && secret !== undefined)
    block.allow(task, { actions: ['secretsmanager:GetSecretValue'], resources: [secret] });
}

function databaseSettings(
  block: EdgeBlock,
  { task, store, role }: { readonly task: NodeView; readonly store: NodeView; readonly role: Expression },
): { readonly [key: string]: Code } {
  const endpoint = endpointOf(block, store);
  const engine = endpoint?.engine ?? 'postgresql';
  const known = engines[store.kind === 'aurora' ? `aurora-${engine}` : engine] ?? engines.postgresql!;
  const secret = { secretsManagerAccessRoleArn: role, secretsManagerSecretId: endpoint?.secretArn };
  // The secret has name and password only: where it is not of DMS's own shape, the address stands beside it.
  return {
    engineName: known.name,
    databaseName: known.named ? (endpoint?.database ?? 'pipeline') : undefined,
    sslMode: block.edge.encrypted === false ? 'none' : known.ssl,
    [known.settings]: {
      ...secret,
      ...(isStaged(store) && { bucketName: stagingBucket(task).member('bucketName'), serviceAccessRoleArn: role }),
    },
  };
}

interface Engine {
  readonly name: string;
  readonly settings: string;
  readonly ssl: string;
  readonly named: boolean;
}
/** Engines as DMS calls them, with what it needs to know of each (User Guide, checked 2026-11-26). */
const engines: Readonly<Record<string, Engine>> = {
  mysql: { name: 'mysql', settings: 'mySqlSettings', ssl: 'none', named: false },
  mariadb: { name: 'mariadb', settings: 'mySqlSettings', ssl: 'none', named: false },
  'aurora-mysql': { name: 'aurora', settings: 'mySqlSettings', ssl: 'none', named: false },
  postgresql: { name: 'postgres', settings: 'postgreSqlSettings', ssl: 'require', named: true },
  'aurora-postgresql': { name: 'aurora-postgresql', settings: 'postgreSqlSettings', ssl: 'require', named: true },
  oracle: { name: 'oracle', settings: 'oracleSettings', ssl: 'none', named: true },
  sqlserver: { name: 'sqlserver', settings: 'microsoftSqlServerSettings', ssl: 'require', named: true },
  db2: { name: 'db2', settings: 'ibmDb2Settings', ssl: 'none', named: true },
  mongodb: { name: 'mongodb', settings: 'mongoDbSettings', ssl: 'none', named: true },
  redshift: { name: 'redshift', settings: 'redshiftSettings', ssl: 'none', named: true },
};

const isParquet = ({ edge, data }: EdgeBlock): boolean => (edge.format ?? data[0]?.format) === 'parquet';
