import { type Access, type DesignView, defineCdk, type NodeBlock, type NodeView, viewAs } from '../../kit/cdk';
import { account, arn, duration, glue, removal, s3 } from '../../kit/cdk-modules';
import { bucketEncryption } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { glueColumns } from '../../kit/columns';
import type { DataSet } from '../../model/vocabulary';
import { service } from './service';

type TableView = NodeView<typeof service>;

const asName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 255);

export const icebergDatabase = (view: TableView): string => view.config.database ?? asName(view.id);
/** The first data set that says its columns, else the first. */
const dataOf = (view: TableView, design: DesignView): DataSet | undefined => {
  const sets = design.graph.dataOf(view.node);
  return sets.find((set) => columnsOf(set).length > 0) ?? sets[0];
};
export const icebergTable = (view: TableView, design: DesignView): string =>
  view.config.table ?? asName(dataOf(view, design)?.id ?? view.id);

/** Folder of the table in its bucket. */
const folder = 'table';
/** Actions that name a database, but no table. */
const onDatabase: ReadonlySet<string> = new Set(['glue:GetDatabase', 'glue:GetTables']);
const onObjects = /Object|^s3:(AbortMultipartUpload|ListMultipartUploadParts)/;

export const cdk = defineCdk(service, {
  // The optimizers of the catalog work under the role of the table.
  assumedBy: { service: 'glue.amazonaws.com' },
  keyUse: { read: ['s3:GetObject'], write: ['s3:PutObject'] },
  access: (view, action, _scope, design) => {
    if (action.startsWith('glue:')) {
      const [database, table] = [icebergDatabase(view), icebergTable(view, design)];
      // Glue authorizes against the catalog, the database and the table together.
      return ['catalog', `database/${database}`, ...(onDatabase.has(action) ? [] : [`table/${database}/${table}`])].map(
        (resource): Access => ({
          arn: arn('glue', resource),
          shown: `arn:aws:glue:<region>:<account>:${resource}`,
          via: 'role',
        }),
      );
    }
    if (!action.startsWith('s3:')) return [];
    const bucket = view.part('Bucket');
    const output = bucket.tree.type === 'member' ? `${bucket.tree.name}Arn` : view.id;
    const bucketArn = bucket.member('bucketArn');
    const common = { output: { name: output, value: bucketArn } };
    return onObjects.test(action)
      ? [
          {
            ...common,
            arn: template(bucketArn, '/*'),
            shown: `<${output}>/*`,
            via: 'resource-policy',
            resource: bucket,
          },
        ]
      : [{ ...common, arn: bucketArn, shown: `<${output}>`, via: 'role' }];
  },
  emit: (block) => {
    const { design, title } = block;
    const key = block.key();
    const bucket = block.construct('Bucket', s3.member('Bucket'), {
      encryption: bucketEncryption(block),
      encryptionKey: key,
      bucketKeyEnabled: key ? true : undefined,
      blockPublicAccess: s3.member('BlockPublicAccess').member('BLOCK_ALL'),
      objectOwnership: s3.member('ObjectOwnership').member('BUCKET_OWNER_ENFORCED'),
      enforceSSL: true,
      // The table keeps its own old states: versions of its files would double them.
      versioned: false,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: duration('days', 7) }],
      removalPolicy: removal(block.keepsData),
    });
    block.acknowledge(
      bucket,
      'AwsSolutions-S1',
      `${title} keeps no access log in the design; its snapshots tell who of the engines wrote what, and the audit trail records the requests where architecture.trail names it`,
    );
    const [database, name] = [icebergDatabase(block), icebergTable(block, design)];
    const made = databaseOf(block, database);
    const columns = columnsOf(dataOf(block, design));
    const twin = twinOf(block, design);
    if (twin || columns.length === 0) {
      block.leaveOut(
        twin
          ? `the table ${database}.${name} is made for ${twin.id} already: config.database and config.table name it twice`
          : `no columns are known for ${database}.${name}, so its first writer creates the table: declare them on its data set`,
      );
      return;
    }
    const table = block.construct('Table', glue.member('CfnTable'), {
      catalogId: account,
      databaseName: database,
      openTableFormatInput: { icebergInput: { metadataOperation: 'CREATE', version: '2' } },
      tableInput: {
        name,
        description: `Table ${block.id} of the design`,
        tableType: 'EXTERNAL_TABLE',
        storageDescriptor: { columns, location: template('s3://', bucket.member('bucketName'), `/${folder}`) },
      },
    });
    if (made) block.run(table.method('addResourceDependency', made));
    optimizers(block, bucket, table, key);
  },
});

/** The database of the table. Several tables may name one, and a drawn catalog may make it: only one of them does. */
function databaseOf(block: NodeBlock<typeof service>, name: string): Expression | undefined {
  const { design } = block;
  const catalog = design.graph.pipeline.nodes
    .filter(({ kind }) => kind === 'glue-catalog')
    .find((node) => (node.config?.database ?? asName(node.id)) === name);
  if (catalog) return design.find(catalog.id)?.part('Database');
  const maker = siblings(design)
    .filter((other) => icebergDatabase(other) === name)
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  if (maker && maker.id !== block.id) return maker.part('Database');
  return block.construct('Database', glue.member('CfnDatabase'), {
    catalogId: account,
    databaseInput: { name, description: `Database of ${block.id} of the design` },
  });
}

const siblings = (design: DesignView): readonly TableView[] =>
  design.graph.pipeline.nodes.flatMap((node) => viewAs(design.find(node.id), service) ?? []);

/** Another node that makes the same table. */
const twinOf = (view: TableView, design: DesignView): TableView | undefined =>
  siblings(design).find(
    (other) =>
      other.id < view.id &&
      icebergDatabase(other) === icebergDatabase(view) &&
      icebergTable(other, design) === icebergTable(view, design),
  );

/** The data set of a table that the stack makes; undefined when its first writer does. */
export function madeFor(view: TableView, design: DesignView): DataSet | undefined {
  const data = dataOf(view, design);
  return columnsOf(data).length > 0 && !twinOf(view, design) ? data : undefined;
}

interface Upkeep {
  readonly id: string;
  readonly type: string;
  readonly logs: string;
  readonly configuration: { readonly [key: string]: Code };
}

/** Upkeep in the background by the Data Catalog, under the role of the table. */
function optimizers(
  block: NodeBlock<typeof service>,
  bucket: Expression,
  table: Expression,
  key: Expression | undefined,
): void {
  const { config } = block;
  const wanted: Upkeep[] = [];
  if (config.compaction)
    wanted.push({
      id: 'Compaction',
      type: 'compaction',
      logs: 'iceberg-compaction',
      configuration: {
        compactionConfiguration: {
          icebergConfiguration: { strategy: 'binpack', minInputFiles: config.compactionMinFiles },
        },
      },
    });
  if (config.expireSnapshots)
    wanted.push({
      id: 'Snapshots',
      type: 'retention',
      logs: 'iceberg-retention',
      configuration: {
        retentionConfiguration: {
          icebergConfiguration: {
            snapshotRetentionPeriodInDays: config.snapshotDays,
            numberOfSnapshotsToRetain: config.snapshotsKept,
            cleanExpiredFiles: true,
          },
        },
      },
    });
  if (config.removeOrphans)
    wanted.push({
      id: 'Orphans',
      type: 'orphan_file_deletion',
      logs: 'iceberg-orphan-file-deletion',
      configuration: {
        orphanFileDeletionConfiguration: {
          icebergConfiguration: {
            orphanFileRetentionPeriodInDays: config.orphanDays,
            location: template('s3://', bucket.member('bucketName'), `/${folder}`),
          },
        },
      },
    });
  if (wanted.length === 0) return;
  const role = block.role();
  allowUpkeep(block, bucket, key, wanted);
  for (const { id, type, configuration } of wanted) {
    const optimizer = block.construct(id, glue.member('CfnTableOptimizer'), {
      catalogId: account,
      databaseName: icebergDatabase(block),
      tableName: icebergTable(block, block.design),
      type,
      tableOptimizerConfiguration: { enabled: true, roleArn: role.member('roleArn'), ...configuration },
    });
    block.run(optimizer.method('addResourceDependency', table));
    // Glue tries the role when the optimizer is made.
    block.run(optimizer.member('node').method('addDependency', role, bucket.member('policy').assured()));
  }
}

/** As the guide asks for: files and metadata of this table, and the log groups of the optimizers. */
function allowUpkeep(
  block: NodeBlock<typeof service>,
  bucket: Expression,
  key: Expression | undefined,
  wanted: readonly Upkeep[],
): void {
  const { design } = block;
  block.allow({
    actions: ['glue:GetTable', 'glue:UpdateTable'],
    resources: design.access(block, 'glue:UpdateTable').map((access) => access.arn),
  });
  block.allow({ actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: [bucket.member('bucketArn')] });
  block.allowOn(bucket, {
    principals: [block.role()],
    actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    resources: [template(bucket.member('bucketArn'), '/*')],
  });
  if (key) block.allow({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.member('keyArn')] });
  for (const { logs: group } of wanted) {
    const resource = `log-group:/aws-glue/${group}/logs:*`;
    block.allow({
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [arn('logs', resource)],
    });
    if (!block.roleIsDeclared)
      block.acknowledge(
        block.role(),
        `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:${resource}]`,
        `the upkeep of ${block.title} (config) writes to log streams that Glue names as it goes`,
      );
  }
}

/** Columns with the types that Iceberg has: it knows no short integers and no texts of a fixed length. */
function columnsOf(data: DataSet | undefined): { readonly name: string; readonly type: string }[] {
  return (data ? glueColumns(data) : []).map((column) => ({ ...column, type: icebergType(column.type) }));
}

const icebergType = (type: string): string =>
  type
    .replace(/\b(tinyint|smallint|integer)\b/g, 'int')
    .replace(/\b(?:var)?char(?:\(\s*\d+\s*\))?/g, 'string')
    .replace(/\btext\b/g, 'string');
