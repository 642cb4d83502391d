import { type Access, type DesignView, defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { dynamodb, removal } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, partAccess } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type TableView = NodeView<typeof service>;

/** Who reads the changes of a table. */
export const changesSlot = defineSlot<string>('changes');
/** A data stream that the changes go to. */
export const changeStreamSlot = defineSlot<Expression>('change-stream');

const streamActions: ReadonlySet<string> = new Set([
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
]);

export const keyColumn = (view: TableView): string => view.config.partitionKey?.column ?? 'id';

export const cdk = defineCdk(service, {
  keyUse: {
    read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:GetRecords'],
    write: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
  },
  access: (view, action) => {
    const table = partAccess(view, 'Table', 'tableArn');
    const every = (what: string): Access => ({
      arn: '*',
      shown: '*',
      via: 'role',
      wildcard: { reason: `IAM knows no narrower resource for ${what}`, finding: template('*') },
    });
    if (action === 'dynamodb:ListStreams') return [every('listing the streams of tables')];
    if (action === 'dynamodb:ListTables') return [every('listing tables')];
    if (streamActions.has(action))
      return [
        {
          arn: view.part('Table').member('tableStreamArn').assured(),
          shown: `${table.shown}/stream/<time>`,
          via: 'role',
        },
      ];
    const below = { 'dynamodb:DescribeExport': 'export', 'dynamodb:DescribeImport': 'import' }[action];
    if (below !== undefined)
      return [
        {
          ...table,
          arn: template(table.output.value, `/${below}/*`),
          shown: `${table.shown}/${below}/*`,
          wildcard: { reason: `an ${below} gets its id when it is started` },
        },
      ];
    return [table];
  },
  emit: (block) => {
    const { config, encryption, title } = block;
    const kind = dynamodb.member('TableEncryption');
    const days = Number(block.field('backupDays') ?? 0);
    const table = block.construct('Table', dynamodb.member('Table'), {
      partitionKey: attribute(block, keyColumn(block)),
      sortKey:
        config.sortKey === undefined || config.sortKey === keyColumn(block)
          ? undefined
          : attribute(block, config.sortKey),
      billingMode: dynamodb.member('BillingMode').member(config.mode),
      ...(config.mode === 'PROVISIONED' && { readCapacity: config.readUnits, writeCapacity: config.writeUnits }),
      tableClass: dynamodb.member('TableClass').member(config.tableClass),
      encryption: {
        none: kind.member('DEFAULT'),
        'aws-owned': kind.member('DEFAULT'),
        'aws-managed': kind.member('AWS_MANAGED'),
        cmk: kind.member('CUSTOMER_MANAGED'),
      }[encryption],
      encryptionKey: block.key(),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: config.pitr,
        recoveryPeriodInDays: config.pitr && days > 0 ? recoveryDays(days) : undefined,
      },
      timeToLiveAttribute: config.ttl,
      stream: block.offered(changesSlot).length > 0 ? streamOf('NEW_AND_OLD_IMAGES') : undefined,
      kinesisStream: block.offered(changeStreamSlot)[0],
      deletionProtection: block.field('deletionProtection') === true,
      removalPolicy: removal(block.keepsData),
    });
    if (block.offered(changeStreamSlot).length > 1)
      block.leaveOut('changes go to one data stream, the first that is drawn: a table has one destination');
    if (!config.pitr) {
      block.acknowledge(
        table,
        'AwsSolutions-DDB3',
        `${title} has no point-in-time recovery in the design: config.pitr is false`,
      );
      if (days > 0)
        block.leaveOut(`backups of ${days} days need point-in-time recovery, or a plan of AWS Backup: config.pitr`);
    }
    if (config.mode === 'PROVISIONED' && config.autoScaling) scale(block, table);

    const alarms = block.node.alarms ?? [];
    if (alarms.includes('failure'))
      for (const way of ['Read', 'Write'])
        alarmOn(
          block,
          `${way}Throttled`,
          {
            namespace: 'AWS/DynamoDB',
            metricName: `${way}ThrottleEvents`,
            dimensions: { TableName: table.member('tableName') },
            statistic: 'Sum',
            periodMinutes: 5,
          },
          { threshold: 0, above: true, description: `${way}s are refused: the table has less capacity than is asked` },
        );
    alarmsWithout(block, ['failure']);
  },
});

const streamOf = (view: string): Code => dynamodb.member('StreamViewType').member(view);

const recoveryDays = (days: number): number =>
  Math.round(Math.min(facts.recoveryDays.value.most, Math.max(facts.recoveryDays.value.least, days)));

/** How many times its capacity a table may grow to. */
const growth = 10;

function scale(block: NodeBlock<typeof service>, table: Expression): void {
  const { config } = block;
  for (const [method, units] of [
    ['autoScaleReadCapacity', config.readUnits],
    ['autoScaleWriteCapacity', config.writeUnits],
  ] as const)
    block.run(
      table
        .method(method, { minCapacity: units, maxCapacity: Math.min(facts.tableUnits.value, units * growth) })
        .method('scaleOnUtilization', { targetUtilizationPercent: 70 }),
    );
}

const keyTypes = { S: 'STRING', N: 'NUMBER', B: 'BINARY' } as const;

/** Type of a key attribute, as the API calls it: that of its column in the design. */
export function keyTypeOf(design: DesignView, view: Pick<NodeView, 'node'>, name: string): keyof typeof keyTypes {
  const column = design.graph
    .dataOf(view.node)
    .flatMap(({ columns }) => columns ?? [])
    .find((one) => one.name === name);
  if (/^(tinyint|smallint|int|integer|bigint|float|double|decimal)/.test(column?.type ?? '')) return 'N';
  return column?.type === 'binary' ? 'B' : 'S';
}

const attribute = (block: NodeBlock<typeof service>, name: string): Code => ({
  name,
  type: dynamodb.member('AttributeType').member(keyTypes[keyTypeOf(block.design, block, name)]),
});
