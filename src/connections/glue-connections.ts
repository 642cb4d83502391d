import type { EdgeBlock, EdgeView, Endpoint, NodeView } from '../kit/cdk';
import { account, glue } from '../kit/cdk-modules';
import { nameInStack } from '../kit/cdk-names';
import { type Code, type Expression, template } from '../kit/code';
import { connectionSlot, placement } from '../services/glue-job/cdk';
import { bootstrapBrokers } from '../services/msk/cdk';
import { endpointOf } from './outside-database';

/** Glue connections: how a job, a crawler or DataBrew comes to a store that lives in a VPC. */

export const connectionName = ({ edge }: Pick<EdgeView, 'edge'>): Expression =>
  nameInStack(`${edge.id}-connection`, 200);

/** Before anything is described: the client of the connection works through it. */
export const offerConnection = (view: EdgeView, client: NodeView): void =>
  view.offer(client, connectionSlot, { edge: view.edge.id, name: connectionName(view) });

export function makeConnection(
  block: EdgeBlock,
  client: NodeView,
  type: string,
  properties: { readonly [key: string]: Code },
): Expression {
  return block.construct(client, 'Connection', glue.member('CfnConnection'), {
    catalogId: account,
    connectionInput: {
      name: connectionName(block),
      description: `Edge ${block.edge.id} of the design`,
      connectionType: type,
      connectionProperties: properties,
      physicalConnectionRequirements: placement(client),
    },
  });
}

/** The connection to a database: its address, and the secret with its password. */
export function makeDatabaseConnection(block: EdgeBlock, client: NodeView, endpoint: Endpoint): Expression {
  const { engine, secretArn } = endpoint;
  if (engine === 'mongodb')
    return makeConnection(block, client, 'MONGODB', { CONNECTION_URL: mongoUrl(endpoint), SECRET_ID: secretArn });
  return makeConnection(block, client, 'JDBC', {
    JDBC_CONNECTION_URL: jdbcUrl(endpoint),
    JDBC_ENFORCE_SSL: 'true',
    SECRET_ID: secretArn,
  });
}

const mongoUrl = ({ host, port, database }: Endpoint): Expression =>
  template('mongodb://', code(host), `:${port}/${database ?? 'pipeline'}`);

function jdbcUrl({ engine, host, port, database }: Endpoint): Expression {
  const address = [code(host), `:${port}`] as const;
  const named = database ?? 'pipeline';
  if (engine === 'oracle') return template('jdbc:oracle:thin://@', ...address, `/${named}`);
  if (engine === 'sqlserver') return template('jdbc:sqlserver://', ...address, `;databaseName=${named}`);
  // The driver of MySQL speaks to MariaDB, and Glue brings no other.
  return template(`jdbc:${engine === 'mariadb' ? 'mysql' : engine}://`, ...address, `/${named}`);
}

const code = (value: Code): Expression => template(value as Expression | string);

/** Engines for which Glue has connections that keep their address. */
const connected: ReadonlySet<string> = new Set([
  'postgresql',
  'mysql',
  'mariadb',
  'oracle',
  'sqlserver',
  'redshift',
  'db2',
  'mongodb',
]);

/** Whether a Glue job works through a connection that the edge makes; another way into the network is its own. */
export function isConnected(view: EdgeView, job: NodeView, store: NodeView): boolean {
  if (job.kind !== 'glue-job') return false;
  return store.kind === 'msk' || connected.has(endpointOf(view, store)?.engine ?? '');
}

/** The connection of a Glue job to a store. */
export function connectJob(block: EdgeBlock, job: NodeView, store: NodeView): void {
  if (!isConnected(block, job, store)) return;
  const endpoint = endpointOf(block, store);
  if (endpoint?.engine === 'db2')
    block.leaveOut(
      'Glue brings no driver of Db2: put one into a bucket, and name it in the arguments of the job as --extra-jars',
    );
  if (endpoint) makeDatabaseConnection(block, job, endpoint);
  else
    makeConnection(block, job, 'KAFKA', {
      KAFKA_BOOTSTRAP_SERVERS: bootstrapBrokers(store),
      KAFKA_SSL_ENABLED: 'true',
      KAFKA_SASL_MECHANISM: 'AWS_MSK_IAM',
    });
}
