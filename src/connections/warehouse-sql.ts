import type { DesignView, EdgeBlock, NodeView } from '../kit/cdk';
import { core, iam, lambda, logs, onlyFor, partition, removal, scheduler, servicePrincipal } from '../kit/cdk-modules';
import { shareName, sqlName, sqlText } from '../kit/cdk-warehouse';
import { type Code, type Expression, module, name, self, template } from '../kit/code';
import { cronOf } from '../kit/schedule';
import type { DataSet } from '../model/vocabulary';
import { glueColumns, tableName } from '../services/glue-catalog/table';

/**
 * SQL in a warehouse: what no resource of CloudFormation makes. The stack runs it through the Data API when it is deployed,
 * as the first user of the warehouse, and waits for it; or a schedule runs it over and over.
 */

export const isServerless = ({ kind }: Pick<NodeView, 'kind'>): boolean => kind === 'redshift-serverless';

/** The construct that carries roles and the resource policy. */
export const roleHolder = (warehouse: NodeView): string => (isServerless(warehouse) ? 'Namespace' : 'Cluster');
const answering = (warehouse: NodeView): Expression =>
  warehouse.part(isServerless(warehouse) ? 'Workgroup' : 'Cluster');

export const namespaceArn = (design: DesignView, warehouse: NodeView): Code =>
  design.access(warehouse, 'redshift:CreateInboundIntegration')[0]?.arn;

export const namespaceId = (warehouse: NodeView): Expression => {
  const fn = core.member('Fn');
  return isServerless(warehouse)
    ? warehouse.part('Namespace').member('attrNamespaceNamespaceId')
    : fn.method(
        'select',
        1,
        fn.method('split', ':namespace:', warehouse.part('Cluster').member('attrClusterNamespaceArn')),
      );
};

/** Where the Data API runs a statement, and as whom. */
function target(design: DesignView, warehouse: NodeView): { readonly [key: string]: Code } {
  const endpoint = design.endpoint(warehouse);
  return {
    [isServerless(warehouse) ? 'WorkgroupName' : 'ClusterIdentifier']: answering(warehouse).member('ref'),
    Database: endpoint?.database,
    SecretArn: endpoint?.secretArn,
  };
}

export interface Sql {
  readonly sql: string | Expression;
  /** Nothing is wrong when the thing is there already. */
  readonly unlessExists?: boolean;
}

/** Runs statements at deployment; `after` are constructs that they need. */
export function runSql(
  block: EdgeBlock,
  warehouse: NodeView,
  id: string,
  statements: readonly Sql[],
  more: { readonly after?: readonly Expression[]; readonly onDelete?: readonly Sql[] } = {},
): Expression {
  const handler = sqlFunction(block, warehouse);
  const list = (items: readonly Sql[]): Code =>
    items.map(({ sql, unlessExists }) => ({ Sql: sql, UnlessExists: String(unlessExists === true) }));
  const made = block.construct(warehouse, id, core.member('CustomResource'), {
    serviceToken: handler.member('functionArn'),
    resourceType: 'Custom::WarehouseSql',
    properties: {
      Target: target(block.design, warehouse),
      Statements: list(statements),
      OnDelete: list(more.onDelete ?? []),
    },
  });
  block.run(made.member('node').method('addDependency', warehouse.role(), answering(warehouse), ...(more.after ?? [])));
  return made;
}

const allow = (actions: readonly string[], resources: readonly Code[], conditions?: Code): Expression =>
  iam.member('PolicyStatement').new({ actions, resources, ...(conditions !== undefined && { conditions }) });

/** What the Data API asks of whoever runs SQL as the first user. */
function rights(design: DesignView, warehouse: NodeView): Expression[] {
  const arns = (action: string): Code[] => design.access(warehouse, action).map((access) => access.arn);
  const secret = design.find(warehouse.node.secretRef);
  const keys = [warehouse.key(), secret?.kind === 'secrets-manager' ? secret.key() : undefined];
  const known = keys.flatMap((key) => (key ? [key.member('keyArn')] : []));
  return [
    allow(['redshift-data:ExecuteStatement'], arns('redshift-data:ExecuteStatement')),
    allow(['secretsmanager:GetSecretValue'], arns('secretsmanager:GetSecretValue')),
    ...(known.length > 0 ? [allow(['kms:Decrypt'], known)] : []),
  ];
}

function sqlFunction(block: EdgeBlock, warehouse: NodeView): Expression {
  const folder = 'custom/warehouse-sql';
  block.file(`${folder}/index.mjs`, 'custom/warehouse-sql.mjs');
  const groups = block.part(warehouse, 'SqlLogs', logs.member('LogGroup'), {
    retention: block.design.logRetention,
    removalPolicy: removal(warehouse.keepsData),
  });
  const [described] = block.design.access(warehouse, 'redshift-data:DescribeStatement');
  const role = block.part(warehouse, 'SqlRole', iam.member('Role'), {
    assumedBy: servicePrincipal('lambda.amazonaws.com'),
    description: `Runs SQL in ${warehouse.id} when the stack is deployed`,
    inlinePolicies: {
      Sql: iam.member('PolicyDocument').new({
        statements: [
          ...rights(block.design, warehouse),
          allow(['redshift-data:DescribeStatement'], ['*'], described?.conditions),
          allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [groups.member('logGroupArn')]),
        ],
      }),
    },
  });
  block.acknowledge(role, 'AwsSolutions-IAM5[Resource::*]', described?.wildcard?.reason ?? '');
  return block.part(warehouse, 'SqlFunction', lambda.member('Function'), {
    runtime: lambda.member('Runtime').member('NODEJS_24_X'),
    handler: 'index.handler',
    code: lambda
      .member('Code')
      .method(
        'fromAsset',
        module('node:path', 'path').method('join', name('__dirname'), '..', '..', ...folder.split('/')),
      ),
    role,
    memorySize: 256,
    timeout: core.member('Duration').method('minutes', 15),
    logGroup: groups,
  });
}

/** Runs a statement on the schedule of the edge. */
export function scheduleSql(
  block: EdgeBlock,
  warehouse: NodeView,
  id: string,
  sql: string | Expression,
  intervalMinutes: number,
): void {
  const { edge, design } = block;
  const role = block.construct(warehouse, `${id}Role`, iam.member('Role'), {
    assumedBy: servicePrincipal('scheduler.amazonaws.com', onlyFor()),
    description: `Starts the SQL of edge ${edge.id} in ${warehouse.id}`.slice(0, 1000),
    inlinePolicies: { Sql: iam.member('PolicyDocument').new({ statements: rights(design, warehouse) }) },
  });
  const schedule = block.construct(warehouse, id, scheduler.member('CfnSchedule'), {
    description: `Edge ${edge.id} of the design`,
    scheduleExpression: cronOf(intervalMinutes, edge.startAt),
    scheduleExpressionTimezone: 'UTC',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: template('arn:', partition, ':scheduler:::aws-sdk:redshiftdata:executeStatement'),
      roleArn: role.member('roleArn'),
      input: self.method('toJsonString', { ...target(design, warehouse), Sql: sql }),
    },
  });
  block.run(schedule.member('node').method('addDependency', role));
}

/** `public.orders`: where a data set stands in a warehouse. */
export const tableOf = (set: DataSet): string => `public.${sqlName(tableName(set))}`;

/** A table for a data set with the columns of the design; undefined when it declares none. */
export function createTable(set: DataSet): Sql | undefined {
  const columns = glueColumns(set).map(
    ({ name: column, type }) => `"${column.replace(/"/g, '""').slice(0, 120)}" ${columnType(type)}`,
  );
  return columns.length === 0
    ? undefined
    : { sql: `CREATE TABLE IF NOT EXISTS ${tableOf(set)} (${columns.join(', ')})` };
}

/** Types of Redshift by those of Hive; what is nested becomes SUPER. */
function columnType(hive: string): string {
  const [base = '', size] = hive.split(/[(<]/, 2);
  if (base === 'decimal')
    return size && /^\d+(,\d+)?\)?$/.test(size) ? `DECIMAL(${size.replace(')', '')})` : 'DECIMAL(38,10)';
  return columnTypes.get(base) ?? (/^(array|map|struct)/.test(base) ? 'SUPER' : 'VARCHAR(65535)');
}
const columnTypes: ReadonlyMap<string, string> = new Map([
  ['tinyint', 'SMALLINT'],
  ['smallint', 'SMALLINT'],
  ['int', 'INTEGER'],
  ['integer', 'INTEGER'],
  ['bigint', 'BIGINT'],
  ['float', 'REAL'],
  ['double', 'DOUBLE PRECISION'],
  ['boolean', 'BOOLEAN'],
  ['date', 'DATE'],
  ['timestamp', 'TIMESTAMP'],
  ['binary', 'VARBYTE(1024000)'],
]);

/** `IAM_ROLE '…'` of a role. */
export const iamRole = (role: Expression): Expression => template("IAM_ROLE '", role.member('roleArn'), "'");

export { shareName, sqlName, sqlText };
