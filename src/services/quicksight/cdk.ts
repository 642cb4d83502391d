import { defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { account, arn, core, quicksight, stackName } from '../../kit/cdk-modules';
import { alarmsWithout, allowInterfaces } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import type { DataSet } from '../../model/vocabulary';
import { service } from './service';

type QuickSightView = NodeView<typeof service>;

/** What a dashboard reads. */
export type Source =
  | {
      readonly type: 'athena';
      readonly id: string;
      readonly workgroup: Expression;
      /** Asked for once every connection has said what it knows. */
      readonly tables: () => readonly SourceTable[];
      readonly schedule: Schedule;
    }
  | {
      readonly type: 's3';
      readonly id: string;
      readonly bucketName: Expression;
      readonly parameter: Expression;
      readonly data: readonly DataSet[];
      readonly schedule: Schedule;
    }
  | {
      readonly type: 'database';
      readonly id: string;
      /** As Quick Sight calls it: `AURORA_POSTGRESQL`. */
      readonly engine: string;
      /** Where it is, as the parameters of a data source of this engine. Asked for once everything is known. */
      readonly parameters: () => { readonly [key: string]: Code };
      readonly secretArn: () => Code | undefined;
      /** The schema its tables stand in; the first one of the engine when left out. */
      readonly schema: string | undefined;
      readonly data: readonly DataSet[];
      readonly schedule: Schedule;
    };
/** A data set as a table; without columns when the design does not know them. */
export interface SourceTable {
  readonly data: DataSet;
  readonly database: string;
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}
interface Schedule {
  readonly intervalMinutes?: number | undefined;
  readonly startAt?: string | undefined;
}
export const sourceSlot = defineSlot<Source>('source');

const dataSetId = (view: QuickSightView, data: DataSet): Expression => template(stackName, `-${view.id}-${data.id}`);

const ownerActions = {
  source: [
    'quicksight:DeleteDataSource',
    'quicksight:DescribeDataSource',
    'quicksight:DescribeDataSourcePermissions',
    'quicksight:PassDataSource',
    'quicksight:UpdateDataSource',
    'quicksight:UpdateDataSourcePermissions',
  ],
  set: [
    'quicksight:CancelIngestion',
    'quicksight:CreateIngestion',
    'quicksight:DeleteDataSet',
    'quicksight:DescribeDataSet',
    'quicksight:DescribeDataSetPermissions',
    'quicksight:DescribeIngestion',
    'quicksight:ListIngestions',
    'quicksight:PassDataSet',
    'quicksight:UpdateDataSet',
    'quicksight:UpdateDataSetPermissions',
  ],
};

export const cdk = defineCdk(service, {
  assumedBy: { service: 'quicksight.amazonaws.com' },
  access: (view, action, scope) => {
    const sets = dataOf(view, scope.data);
    if (action === 'quicksight:CreateIngestion') {
      return sets.map((data) => ({
        arn: arn('quicksight', 'dataset/', dataSetId(view, data), '/ingestion/*'),
        shown: `arn:aws:quicksight:<region>:<account>:dataset/<stack>-${view.id}-${data.id}/ingestion/*`,
        via: 'role',
        wildcard: {
          reason:
            'an ingestion gets its id when it is started: AWS allows no narrower resource than those of one data set',
        },
      }));
    }
    // Dashboards are made by authors on these data sets; their ids are theirs.
    return [
      {
        arn: arn('quicksight', 'dashboard/*'),
        shown: 'arn:aws:quicksight:<region>:<account>:dashboard/<dashboard id>',
        via: 'role',
      },
    ];
  },
  emit: (block) => {
    const principal =
      block.config.principalArn ??
      block.parameter(
        'QuickSightPrincipalArn',
        'ARN of the Quick Sight user or group that owns data sources and data sets: arn:aws:quicksight:<region>:<account>:user/default/<name>',
        { allowedPattern: '^arn:[a-z-]+:quicksight:[a-z0-9-]+:[0-9]{12}:(user|group)/.+$' },
      );
    block.advise(
      'Quick Sight needs a subscription of the account (`aws quicksight describe-account-subscription`): sign up in the console first, no template can. Authors then build dashboards on the data sets of this stack.',
    );
    const sources = block.offered(sourceSlot);
    // Edges that begin at one source share it, and a data set is made once, from where it is first read.
    const made: Made = { sources: new Map(), dataSets: new Set() };
    if (sources.some(({ type }) => type === 'database')) vpcConnection(block);
    for (const source of sources) {
      if (source.type === 'athena') fromAthena(block, source, principal, made);
      else if (source.type === 'database') fromDatabase(block, source, principal, made);
      else fromFiles(block, source, principal, made);
    }
    if (sources.length === 0) block.leaveOut('no source is drawn for it: there is no data set to make');
    if (sources.every(({ type }) => type !== 'database') && block.config.vpcConnection.length > 0)
      block.leaveOut('no database is read, so nothing needs the VPC connection: config.vpcConnection');
    alarmsWithout(block, []);
  },
});

/** Data sets that Quick Sight holds, those of the given ones when there are any. */
function dataOf(view: QuickSightView, wanted: readonly DataSet[] | undefined): DataSet[] {
  const held = view.offered(sourceSlot).flatMap((source) =>
    source.type === 'athena'
      ? source
          .tables()
          .filter(({ columns }) => columns.length > 0)
          .map(({ data }) => data)
      : source.data,
  );
  const chosen = held.filter((data) => wanted?.some(({ id }) => id === data.id));
  return chosen.length > 0 ? chosen : held;
}

type Block = NodeBlock<typeof service>;

/** What was made so far. */
interface Made {
  readonly sources: Map<string, { readonly source: Expression; readonly ready?: Expression | undefined }>;
  readonly dataSets: Set<string>;
}

function isNew(block: Block, { dataSets }: Made, data: DataSet): boolean {
  if (dataSets.has(data.id)) {
    block.leaveOut(`${data.id} is read from one source only: the first that is drawn`);
    return false;
  }
  dataSets.add(data.id);
  return true;
}

function athenaSource(block: Block, source: Extract<Source, { type: 'athena' }>, principal: Code): Expression {
  const role = block.role();
  const made = block.construct(`Source-${source.id}`, quicksight.member('CfnDataSource'), {
    awsAccountId: account,
    dataSourceId: template(stackName, `-${block.id}-${source.id}`),
    name: `${block.id} ${source.id}`,
    type: 'ATHENA',
    dataSourceParameters: { athenaParameters: { workGroup: source.workgroup, roleArn: role.member('roleArn') } },
    permissions: [{ principal, actions: ownerActions.source }],
  });
  block.run(made.member('node').method('addDependency', role));
  return made;
}

function fileSource(
  block: Block,
  source: Extract<Source, { type: 's3' }>,
  principal: Code,
): { readonly source: Expression; readonly ready: Expression } {
  const role = block.role();
  const ready = block.construct(`Ready-${source.id}`, core.member('CfnCondition'), {
    expression: core
      .member('Fn')
      .method('conditionNot', core.member('Fn').method('conditionEquals', source.parameter, '')),
  });
  const made = block.construct(`Source-${source.id}`, quicksight.member('CfnDataSource'), {
    awsAccountId: account,
    dataSourceId: template(stackName, `-${block.id}-${source.id}`),
    name: `${block.id} ${source.id}`,
    type: 'S3',
    dataSourceParameters: {
      s3Parameters: {
        manifestFileLocation: { bucket: source.bucketName, key: source.parameter },
        roleArn: role.member('roleArn'),
      },
    },
    permissions: [{ principal, actions: ownerActions.source }],
  });
  block.run(made.member('node').method('addDependency', role));
  block.assign(made.member('cfnOptions').member('condition'), ready);
  block.advise(
    `Quick Sight reads files by a manifest. Deploy once, put the manifest into the bucket, then deploy again with its key as the parameter of ${block.id}: only then are the data source and its data sets made.`,
  );
  return { source: made, ready };
}

function fromAthena(block: Block, source: Extract<Source, { type: 'athena' }>, principal: Code, made: Made): void {
  const from = made.sources.get(source.id)?.source ?? athenaSource(block, source, principal);
  made.sources.set(source.id, { source: from });
  for (const { data, database, table, columns } of source.tables()) {
    if (columns.length === 0) {
      block.leaveOut(`no data set is made for ${data.id}: the design declares no columns for it`);
      continue;
    }
    if (!isNew(block, made, data)) continue;
    const physical = {
      relationalTable: {
        dataSourceArn: from.member('attrArn'),
        catalog: 'AwsDataCatalog',
        schema: database,
        name: table,
        inputColumns: columns.map((column) => ({ name: column.name, type: columnType(column.type) })),
      },
    };
    dataSet(block, data, physical, principal, source.schedule);
  }
}

/** Interfaces of Quick Sight in the VPC of the databases that it reads: one connection serves them all. */
function vpcConnection(block: Block): void {
  const network = block.network();
  allowInterfaces(block, [
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:ModifyNetworkInterfaceAttribute',
  ]);
  const role = block.role();
  const made = block.construct('VpcConnection', quicksight.member('CfnVPCConnection'), {
    awsAccountId: account,
    vpcConnectionId: template(stackName, `-${block.id}`),
    name: block.id,
    roleArn: role.member('roleArn'),
    subnetIds: network.subnetIdList,
    securityGroupIds: [block.securityGroup().member('securityGroupId')],
  });
  block.run(made.member('node').method('addDependency', role));
}

function fromDatabase(block: Block, source: Extract<Source, { type: 'database' }>, principal: Code, made: Made): void {
  const known = made.sources.get(source.id)?.source;
  const secretArn = source.secretArn();
  const from =
    known ??
    block.construct(`Source-${source.id}`, quicksight.member('CfnDataSource'), {
      awsAccountId: account,
      dataSourceId: template(stackName, `-${block.id}-${source.id}`),
      name: `${block.id} ${source.id}`,
      type: source.engine,
      dataSourceParameters: source.parameters(),
      credentials: secretArn === undefined ? undefined : { secretArn },
      sslProperties: { disableSsl: false },
      vpcConnectionProperties: { vpcConnectionArn: block.part('VpcConnection').member('attrArn') },
      permissions: [{ principal, actions: ownerActions.source }],
    });
  made.sources.set(source.id, { source: from });
  if (secretArn !== undefined)
    block.advise(
      'Let Quick Sight read the secrets of its data sources before you deploy: Manage Quick Sight, Security and permissions, Secrets Manager.',
    );
  for (const data of source.data) {
    const columns = (data.columns ?? []).filter(({ name }) => name.trim() !== '');
    if (columns.length === 0) {
      block.leaveOut(`no data set is made for ${data.id}: the design declares no columns for it`);
      continue;
    }
    if (!isNew(block, made, data)) continue;
    const physical = {
      relationalTable: {
        dataSourceArn: from.member('attrArn'),
        schema: source.schema,
        name: data.id.slice(0, longestTableName),
        inputColumns: columns.map(({ name, type }) => ({ name, type: columnType(type) })),
      },
    };
    dataSet(block, data, physical, principal, source.schedule);
  }
}

const longestTableName = 64;

/** Files are listed in a manifest, which must be in the bucket before Quick Sight looks for it: hence a second deployment. */
function fromFiles(block: Block, source: Extract<Source, { type: 's3' }>, principal: Code, made: Made): void {
  const { source: from, ready } = made.sources.get(source.id) ?? fileSource(block, source, principal);
  made.sources.set(source.id, { source: from, ready });
  for (const data of source.data) {
    const columns = (data.columns ?? []).filter(({ name }) => name.trim() !== '');
    if (columns.length === 0) {
      block.leaveOut(`no data set is made for ${data.id}: the design declares no columns for it`);
      continue;
    }
    if (!isNew(block, made, data)) continue;
    const physical = {
      s3Source: {
        dataSourceArn: from.member('attrArn'),
        uploadSettings: {
          format: data.format === 'json' || data.format === 'jsonl' ? 'JSON' : 'CSV',
          containsHeader: true,
        },
        inputColumns: columns.map(({ name }) => ({ name, type: 'STRING' })),
      },
    };
    dataSet(block, data, physical, principal, source.schedule, ready);
  }
}

function dataSet(
  block: Block,
  data: DataSet,
  physical: Code,
  principal: Code,
  schedule: Schedule,
  condition?: Expression,
): void {
  const { config } = block;
  // Files are always imported.
  const spice = config.queryMode === 'SPICE' || condition !== undefined;
  const made = block.construct(`DataSet-${data.id}`, quicksight.member('CfnDataSet'), {
    awsAccountId: account,
    dataSetId: dataSetId(block, data),
    name: `${block.id} ${data.id}`,
    importMode: spice ? 'SPICE' : 'DIRECT_QUERY',
    physicalTableMap: { table: physical },
    permissions: [{ principal, actions: ownerActions.set }],
  });
  if (condition) block.assign(made.member('cfnOptions').member('condition'), condition);
  const minutes = schedule.intervalMinutes ?? config.refreshMinutes;
  if (!spice || minutes === undefined) return;
  if (config.edition === 'STANDARD') {
    block.leaveOut(
      `no refresh schedule is made for ${data.id}: templates can make them in the Enterprise edition only (config.edition)`,
    );
    return;
  }
  if (minutes < minutesPerHour)
    block.leaveOut(`${data.id} is refreshed every hour, not every ${minutes} min: full refreshes start hourly at most`);
  const refresh = block.construct(`Refresh-${data.id}`, quicksight.member('CfnRefreshSchedule'), {
    awsAccountId: account,
    dataSetId: dataSetId(block, data),
    schedule: {
      scheduleId: 'design',
      refreshType: 'FULL_REFRESH',
      scheduleFrequency: frequency(minutes, schedule.startAt),
    },
  });
  block.run(refresh.method('addResourceDependency', made));
  if (condition) block.assign(refresh.member('cfnOptions').member('condition'), condition);
}

const minutesPerHour = 60;
const minutesPerDay = 24 * minutesPerHour;

/** The most frequent schedule that does not refresh more often than asked. */
function frequency(minutes: number, startAt = '00:00'): Code {
  if (minutes <= minutesPerHour) return { interval: 'HOURLY', timeZone: 'Etc/UTC' };
  if (minutes <= minutesPerDay) return { interval: 'DAILY', timeOfTheDay: startAt, timeZone: 'Etc/UTC' };
  if (minutes <= 7 * minutesPerDay)
    return { interval: 'WEEKLY', refreshOnDay: { dayOfWeek: 'MONDAY' }, timeOfTheDay: startAt, timeZone: 'Etc/UTC' };
  return { interval: 'MONTHLY', refreshOnDay: { dayOfMonth: '1' }, timeOfTheDay: startAt, timeZone: 'Etc/UTC' };
}

const columnType = (hive: string): string => columnTypes.get(hive.replace(/[(<].*$/s, '')) ?? 'STRING';
/** A map: a type may have the name of something that every object has. */
const columnTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tinyint: 'INTEGER',
    smallint: 'INTEGER',
    int: 'INTEGER',
    integer: 'INTEGER',
    bigint: 'INTEGER',
    double: 'DECIMAL',
    float: 'DECIMAL',
    decimal: 'DECIMAL',
    boolean: 'BOOLEAN',
    date: 'DATETIME',
    timestamp: 'DATETIME',
  }),
);
