import { defineCdkConnection, type EdgeBlock, type EdgeView, type Endpoint, reachSlot } from '../../kit/cdk';
import {
  account,
  arn,
  athena,
  core,
  glue,
  iam,
  logs,
  removal,
  servicePrincipal,
  statement,
} from '../../kit/cdk-modules';
import { nameInStack, parameterName, sqlNameInStack } from '../../kit/cdk-names';
import { type Code, type Expression, template } from '../../kit/code';
import type { Permission } from '../../kit/connection';
import { connectorSlot, resultsBucket, spillPrefix } from '../../services/athena/cdk';
import { httpsPort } from '../../services/opensearch/cdk';
import { endpointOf } from '../outside-database';
import { connection } from './connection';

/** Longest name of a catalog whose connector Athena deploys: the name of the function begins with it. */
const longestName = 41;
const catalogName = ({ edge }: Pick<EdgeView, 'edge'>): Expression => sqlNameInStack(edge.id, longestName);
/** Athena names the function of a connector after its catalog. */
const functionName = (view: Pick<EdgeView, 'edge'>): Expression =>
  template('athenafederatedcatalog_', catalogName(view));

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, offer, edge } = view;
    const plan = planOf(view);
    if (plan === undefined) return;
    if (isInside(view)) offer(to, reachSlot, from);
    offer(to, connectorSlot, {
      edge: edge.id,
      source: from.id,
      arn: plan.deployed ? arn('lambda', 'function:', functionName(view)) : plan.connectorArn,
    });
  },
  emit: (block) => {
    const { edge, from, to } = block;
    const plan = planOf(block);
    if (plan === undefined) {
      block.leaveOut(`which engine ${from.title} runs is not known: config.engine names the connector`);
      // People outside ask all the same, for the other sources of the engine.
      return block.grant({ which: ({ holder }) => holder === 'outside' });
    }
    const role = connectorRole(block);
    const endpoint = plan.deployed ? plan.endpoint : undefined;
    block.grant({
      as: role,
      which: ({ holder }) => holder === 'to',
      more: secretOf(block, endpoint ?? block.design.endpoint(from)),
    });
    // The connector keeps answers beside the results of the queries, where those who ask may read them.
    block.grant({
      as: role,
      which: (permission) => permission === spilling,
      more: [spilling],
      prefixes: [spillPrefix],
    });
    block.grant({
      which: ({ holder }) => holder === 'outside',
      more: block.pair.permissions?.some(({ actions }) => actions.includes('lambda:InvokeFunction')) ? [] : [calling],
    });
    if (from.kind === 'source.database' && endpoint)
      block.run(
        role.method(
          'addToPrincipalPolicy',
          statement({ actions: ['secretsmanager:GetSecretValue'], resources: [endpoint.secretArn] }),
        ),
      );
    if (isInside(block) && endpoint) block.connect(to, from, endpoint.port);
    else if (isInside(block)) for (const port of plan.ports) block.connect(to, from, port);
    if (plan.deployed) deployedCatalog(block, plan, role);
    else ownCatalog(block, plan, role);
    block.advise(
      `Query ${from.id} in Athena as the catalog that the output \`${parameterName(edge.id)}Catalog\` names: \`SELECT * FROM "<catalog>"."<schema>"."<table>"\`.`,
    );
  },
});

/** Connectors that Athena deploys by itself, by the engine of the database; and those that people deploy. */
type Plan =
  | {
      readonly deployed: true;
      readonly type: string;
      readonly properties: { readonly [key: string]: Code };
      readonly endpoint: Endpoint | undefined;
      readonly ports: readonly number[];
    }
  | {
      readonly deployed: false;
      readonly application: string;
      readonly connectorArn: Expression;
      readonly ports: readonly number[];
    };

const connectionTypes: Readonly<Record<string, string>> = {
  postgresql: 'POSTGRESQL',
  mysql: 'MYSQL',
  mariadb: 'MYSQL',
  oracle: 'ORACLE',
  sqlserver: 'SQLSERVER',
  db2: 'DB2',
  mongodb: 'DOCUMENTDB',
};

/** Connectors of the Serverless Application Repository that no connection of Glue describes, and what they connect to. */
const applications: Readonly<Record<string, { readonly name: string; readonly ports?: readonly number[] }>> = {
  msk: { name: 'AthenaMSKConnector', ports: [9098] },
  // Port and secret are those of the warehouse.
  redshift: { name: 'AthenaRedshiftConnector' },
  'redshift-serverless': { name: 'AthenaRedshiftConnector' },
  neptune: { name: 'AthenaNeptuneConnector', ports: [8182] },
  opensearch: { name: 'AthenaElasticsearchConnector', ports: [443] },
  'opensearch-serverless': { name: 'AthenaElasticsearchConnector', ports: [443] },
};

function planOf(view: EdgeView): Plan | undefined {
  const { edge, from, parameter } = view;
  if (from.kind === 'dynamodb')
    return { deployed: true, type: 'DYNAMODB', properties: {}, endpoint: undefined, ports: [] };
  const application = applications[from.kind];
  if (application)
    return {
      deployed: false,
      application: application.name,
      ports: application.ports ?? [view.design.endpoint(from)?.port ?? httpsPort],
      connectorArn: parameter(
        `${parameterName(edge.id)}ConnectorArn`,
        `ARN of the function of ${application.name} that queries ${from.id}; empty until it is deployed`,
        { default: '', allowedPattern: '^(arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:.+)?$' },
      ),
    };
  const endpoint = endpointOf(view, from);
  const type = endpoint && connectionTypes[endpoint.engine];
  if (!type) return undefined;
  return {
    deployed: true,
    type,
    properties: {
      HOST: endpoint.host,
      PORT: String(endpoint.port),
      DATABASE: type === 'DOCUMENTDB' ? undefined : (endpoint.database ?? usualDatabase[endpoint.engine] ?? 'pipeline'),
    },
    endpoint,
    ports: [endpoint.port],
  };
}

const usualDatabase: Readonly<Record<string, string>> = {
  postgresql: 'postgres',
  mysql: 'mysql',
  mariadb: 'mysql',
  oracle: 'ORCL',
  sqlserver: 'master',
};

/** Whether the connector has to stand in the network of what it queries. */
const isInside = ({ from }: EdgeView): boolean =>
  from.kind !== 'source.database' &&
  from.kind !== 'dynamodb' &&
  (from.kind !== 'opensearch-serverless' || from.isInVpc);

const spilling: Permission = {
  role: 'connector',
  holder: 'to',
  on: 'to',
  grant: 'role',
  actions: ['s3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
};
const calling: Permission = {
  role: 'querying role',
  holder: 'outside',
  on: 'to',
  grant: 'role',
  actions: ['athena:GetDataCatalog', 'athena:StartQueryExecution', 'lambda:InvokeFunction'],
};

/** Beyond the matrix where it does not say so: a password is what the connectors of databases know. */
function secretOf({ pair }: EdgeBlock, endpoint: Endpoint | undefined): Permission[] {
  const known = pair.permissions?.some(({ actions }) => actions.includes('secretsmanager:GetSecretValue'));
  if (endpoint?.secretArn === undefined || known) return [];
  return [{ role: 'connector', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] }];
}

function connectorRole(block: EdgeBlock): Expression {
  const { edge, from, to } = block;
  const role = block.construct(to, 'ConnectorRole', iam.member('Role'), {
    assumedBy: servicePrincipal('lambda.amazonaws.com'),
    description: `Connector of edge ${edge.id}: reads ${from.id} for queries of ${to.id}`.slice(0, 1000),
  });
  if (!isInside(block)) return role;
  block.run(
    role.method(
      'addToPrincipalPolicy',
      statement({
        actions: ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces'],
        resources: ['*'],
      }),
    ),
  );
  block.acknowledge(
    role,
    'AwsSolutions-IAM5[Resource::*]',
    `the connector stands in the VPC of ${from.title}, and Lambda checks these actions on every interface`,
  );
  const network = to.network();
  for (const service of ['athena', 'glue', 'secretsmanager']) network.reach(service);
  return role;
}

/** A connection with the address, and a catalog for which Athena deploys the connector. */
function deployedCatalog(block: EdgeBlock, plan: Extract<Plan, { deployed: true }>, role: Expression): void {
  const { edge, to, from } = block;
  const logGroup = block.construct(to, 'ConnectorLogs', logs.member('LogGroup'), {
    logGroupName: template('/aws/lambda/', functionName(block)),
    retention: block.design.logRetention,
    removalPolicy: removal(to.keepsData),
  });
  const name = nameInStack(`${edge.id}-source`, 200);
  const network = isInside(block) ? to.network() : undefined;
  const made = block.construct(to, 'ConnectorSource', glue.member('CfnConnection'), {
    catalogId: account,
    connectionInput: {
      name,
      description: `Edge ${edge.id} of the design`,
      connectionType: plan.type,
      connectionProperties: plan.properties,
      authenticationConfiguration: plan.endpoint && {
        authenticationType: 'BASIC',
        secretArn: plan.endpoint.secretArn,
      },
      athenaProperties: {
        spill_bucket: resultsBucket(to).member('bucketName'),
        spill_prefix: spillPrefix.replace(/\/$/, ''),
        disable_spill_encryption: 'false',
      },
      physicalConnectionRequirements: network && {
        subnetId: network.subnetIdList[0],
        availabilityZone: network.vpc.method('selectSubnets', network.subnets).member('availabilityZones').at(0),
        securityGroupIdList: [to.securityGroup().member('securityGroupId')],
      },
    },
  });
  const add = (actions: readonly string[], resources: readonly Code[]): void =>
    block.run(role.method('addToPrincipalPolicy', statement({ actions, resources })));
  add(['glue:GetConnection'], [arn('glue', 'catalog'), arn('glue', 'connection/', name)]);
  add(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.member('logGroupArn')]);
  // A connector stops when the query that called it has been cancelled.
  add(
    ['athena:GetQueryExecution'],
    block.design.access(to, 'athena:GetQueryExecution').map((access) => access.arn),
  );
  const catalog = block.construct(to, 'ConnectorCatalog', athena.member('CfnDataCatalog'), {
    name: catalogName(block),
    type: 'FEDERATED',
    description: `${from.id}, queried in place`.slice(0, 1000),
    parameters: {
      'connection-arn': arn('glue', 'connection/', name),
      'lambda-role-arn': role.member('roleArn'),
    },
  });
  block.run(catalog.member('node').method('addDependency', made, role, logGroup));
  block.output(`${parameterName(edge.id)}Catalog`, catalog.member('ref'));
}

/** A catalog on a connector that people deploy first, from the Serverless Application Repository. */
function ownCatalog(block: EdgeBlock, plan: Extract<Plan, { deployed: false }>, role: Expression): void {
  const { edge, to, from } = block;
  const fn = core.member('Fn');
  const ready = block.construct(to, 'ConnectorReady', core.member('CfnCondition'), {
    expression: fn.method('conditionNot', fn.method('conditionEquals', plan.connectorArn, '')),
  });
  const catalog = block.construct(to, 'ConnectorCatalog', athena.member('CfnDataCatalog'), {
    name: catalogName(block),
    type: 'LAMBDA',
    description: `${from.id}, queried in place`.slice(0, 1000),
    parameters: { function: plan.connectorArn },
  });
  block.assign(catalog.member('cfnOptions').member('condition'), ready);
  block.output(`${parameterName(edge.id)}Catalog`, catalogName(block));
  block.output(`${parameterName(edge.id)}ConnectorRole`, role.member('roleArn'));
  block.output(`${parameterName(edge.id)}SpillBucket`, resultsBucket(to).member('bucketName'));
  block.leaveOut(
    `the function of ${plan.application} is not in the stack: deploy it from the AWS Serverless Application Repository${isInside(block) ? ` into the VPC of ${from.id}, with the security group of ${to.id}` : ''}, with the role and the spill bucket of the outputs and the spill prefix ${spillPrefix.replace(/\/$/, '')}, then deploy again with its ARN as the parameter ${parameterName(edge.id)}ConnectorArn`,
  );
}
