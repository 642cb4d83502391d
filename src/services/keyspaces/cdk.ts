import { type DesignView, defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { arn, cassandra, removal } from '../../kit/cdk-modules';
import { sqlNameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type TableView = NodeView<typeof service>;

const keyspaceName = (view: TableView): string | Expression =>
  view.config.keyspace ?? sqlNameInStack(view.id, facts.nameMax.value);

/** The table of a node: named by its configuration, by the data set it keeps, or by itself. */
const tableName = (view: TableView, design: DesignView): string =>
  view.config.table ?? plainName(design.graph.dataOf(view.node)[0]?.id ?? view.id, 't_');

export const cdk = defineCdk(service, {
  access: (view, _action, _scope, design) => {
    const keyspace = keyspaceName(view);
    const shown = typeof keyspace === 'string' ? keyspace : `<keyspace of ${view.id}>`;
    return [
      {
        arn: arn('cassandra', '/keyspace/', keyspace, `/table/${tableName(view, design)}`),
        shown: `arn:aws:cassandra:<region>:<account>:/keyspace/${shown}/table/${tableName(view, design)}`,
        via: 'role',
      },
      // Drivers ask these where the tables are, before anything else.
      {
        arn: arn('cassandra', '/keyspace/system*'),
        shown: 'arn:aws:cassandra:<region>:<account>:/keyspace/system*',
        via: 'role',
        wildcard: { reason: `drivers read the system keyspaces before they ask ${view.title}: they are three` },
      },
    ];
  },
  emit: (block) => {
    const { config, design } = block;
    const keyspace = block.construct('Keyspace', cassandra.member('CfnKeyspace'), {
      keyspaceName: keyspaceName(block),
      replicationSpecification: { replicationStrategy: 'SINGLE_REGION' },
    });
    block.run(keyspace.method('applyRemovalPolicy', removal(block.keepsData)));
    const { partition, clustering, regular } = columnsOf(block);
    const provisioned = config.mode === 'PROVISIONED';
    const key = block.key();
    const table = block.construct('Table', cassandra.member('CfnTable'), {
      keyspaceName: keyspace.member('ref'),
      tableName: tableName(block, design),
      partitionKeyColumns: partition,
      clusteringKeyColumns: clustering.length > 0 ? clustering : undefined,
      regularColumns: regular.length > 0 ? regular : undefined,
      billingMode: {
        mode: provisioned ? 'PROVISIONED' : 'ON_DEMAND',
        provisionedThroughput: provisioned
          ? { readCapacityUnits: config.readUnits, writeCapacityUnits: config.writeUnits }
          : undefined,
      },
      defaultTimeToLive: config.ttlSeconds > 0 ? config.ttlSeconds : undefined,
      pointInTimeRecoveryEnabled: config.pitr,
      encryptionSpecification: key
        ? { encryptionType: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyIdentifier: key.member('keyArn') }
        : { encryptionType: 'AWS_OWNED_KMS_KEY' },
      cdcSpecification: config.changes && { status: 'ENABLED', viewType: config.changes },
    });
    block.run(table.method('applyRemovalPolicy', removal(block.keepsData)));
    if (block.encryption === 'none' || block.encryption === 'aws-managed')
      block.leaveOut(
        `the table is encrypted with a key that AWS owns: Keyspaces knows that and a key of yours, not "${block.encryption}"`,
      );
    block.advise(
      `Connect to ${block.id} at cassandra.<region>.amazonaws.com, port 9142, with TLS and the SigV4 plugin of the driver.`,
    );
    alarms(block);
  },
});

/** A name as CQL takes it without quotes. */
function plainName(name: string, prefix: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9_]+/g, '_');
  return (/^[a-z]./.test(plain) ? plain : `${prefix}${plain}`).slice(0, facts.nameMax.value);
}

interface Columns {
  readonly partition: Code[];
  readonly clustering: Code[];
  readonly regular: Code[];
}

/** Keys of the configuration, and the columns of the data sets beside them; each name once. */
function columnsOf(block: NodeBlock<typeof service>): Columns {
  const { config, design } = block;
  const types = new Map<string, string>();
  for (const { columns } of design.graph.dataOf(block.node))
    for (const { name, type } of columns ?? []) {
      const own = plainName(name, 'c_');
      if (!types.has(own)) types.set(own, cqlType(type));
      if (own !== name)
        block.leaveOut(
          `a column is called ${own}: CQL without quotes, or CloudFormation, takes no name as its data set has it`,
        );
    }
  const column = (name: string) => ({ columnName: name, columnType: types.get(name) ?? 'text' });
  const partition = [...new Set(config.partitionKey.length > 0 ? config.partitionKey : ['id'])];
  const clustering = config.clusteringKey.filter(
    ({ column: name }, at, all) => !partition.includes(name) && all.findIndex((other) => other.column === name) === at,
  );
  if (partition.length + clustering.length < config.partitionKey.length + config.clusteringKey.length)
    block.leaveOut('a column is part of the key once: config.partitionKey and config.clusteringKey name one twice');
  const keys = new Set([...partition, ...clustering.map(({ column: name }) => name)]);
  return {
    partition: partition.map(column),
    clustering: clustering.map(({ column: name, order }) => ({ column: column(name), orderBy: order })),
    regular: [...types.keys()].filter((name) => !keys.has(name)).map(column),
  };
}

/** Type of a column in CQL. What is nested is kept as its text. */
function cqlType(type: string | undefined): string {
  const plain = (type ?? '').toLowerCase().replace(/\(.*$/, '');
  return cqlTypes[plain] ?? 'text';
}

const cqlTypes: Readonly<Record<string, string>> = {
  bigint: 'bigint',
  long: 'bigint',
  int: 'int',
  integer: 'int',
  smallint: 'smallint',
  tinyint: 'tinyint',
  double: 'double',
  float: 'float',
  real: 'float',
  decimal: 'decimal',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
  binary: 'blob',
};

function alarms(block: NodeBlock<typeof service>): void {
  const wanted = block.node.alarms ?? [];
  if (wanted.includes('failure'))
    alarmOn(
      block,
      'SystemErrors',
      {
        namespace: 'AWS/Cassandra',
        metricName: 'SystemErrors',
        dimensions: {
          Keyspace: template(keyspaceName(block)),
          TableName: tableName(block, block.design),
          Operation: 'EXECUTE',
        },
        statistic: 'Sum',
        periodMinutes: 5,
      },
      { threshold: 0, above: true, description: 'Statements failed within the service' },
    );
  alarmsWithout(block, ['failure']);
}
