import { type Access, type DesignView, defineCdk, type NodeBlock } from '../../kit/cdk';
import { account, arn, duration, glue, removal, s3 } from '../../kit/cdk-modules';
import { bucketEncryption } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import type { DataSet } from '../../model/vocabulary';
import {
  asName,
  catalogPath,
  columnsOf,
  dataOf,
  icebergDatabase,
  icebergTable,
  isInTableBucket,
  type TableView,
  tablesOf,
} from './names';
import { service } from './service';
import { bucketMaker, emitTableBucket, tableBucketAccess } from './table-bucket';

/** Folder of the table in its bucket. */
const folder = 'table';
/** Actions that name a database, but no table. */
const onDatabase: ReadonlySet<string> = new Set(['glue:GetDatabase', 'glue:GetTables']);
const onObjects = /Object|^s3:(AbortMultipartUpload|ListMultipartUploadParts)/;

export const cdk = defineCdk(service, {
  // The optimizers of the catalog work under the role of the table.
  assumedBy: { service: 'glue.amazonaws.com' },
  keyUse: { read: ['s3:GetObject'], write: ['s3:PutObject'] },
  behind: (view, design) => [bucketMaker(view, design)].flatMap((maker) => maker ?? []),
  access: (view, action, _scope, design) => {
    if (action.startsWith('glue:')) return catalogAccess(view, action, design);
    if (isInTableBucket(view)) return tableBucketAccess(view, action, design);
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
    if (isInTableBucket(block)) return emitTableBucket(block);
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
    const columns = columnsOf(dataOf(block, design), icebergType);
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

/** Glue authorizes against the catalog, the database and the table together; the narrowest comes last. */
function catalogAccess(view: TableView, action: string, design: DesignView): readonly Access[] {
  const path = catalogPath(view);
  const [database, table] = [icebergDatabase(view), icebergTable(view, design)];
  const within = (kind: string, ...names: readonly string[]) => [kind, ...path, ...names].join('/');
  const catalogs = ['catalog', ...path.map((_, depth) => ['catalog', ...path.slice(0, depth + 1)].join('/'))];
  const access = (resource: string, instead?: readonly string[]): Access => ({
    arn: arn('glue', resource),
    shown: `arn:aws:glue:<region>:<account>:${resource}`,
    via: 'role',
    ...(instead && { instead }),
  });
  return [
    // A catalog inside another is opened on the way.
    ...catalogs.map((catalog) => access(catalog, path.length > 0 ? [action, 'glue:GetCatalog'] : undefined)),
    access(within('database', database)),
    ...(onDatabase.has(action) ? [] : [access(within('table', database, table))]),
  ];
}

/** The database of the table. Several tables may name one, and a drawn catalog may make it: only one of them does. */
function databaseOf(block: NodeBlock<typeof service>, name: string): Expression | undefined {
  const { design } = block;
  const catalog = design.graph.pipeline.nodes
    .filter(({ kind }) => kind === 'glue-catalog')
    .find((node) => (node.config?.database ?? asName(node.id)) === name);
  if (catalog) return design.find(catalog.id)?.part('Database');
  const maker = siblings(design).find((other) => icebergDatabase(other) === name);
  if (maker && maker.id !== block.id) return maker.part('Database');
  return block.construct('Database', glue.member('CfnDatabase'), {
    catalogId: account,
    databaseInput: { name, description: `Database of ${block.id} of the design` },
  });
}

/** Tables of the account's own catalog: those in table buckets have catalogs of their own. */
const siblings = (design: DesignView): readonly TableView[] =>
  tablesOf(design).filter((view) => !isInTableBucket(view));

/** Another node that makes the same table. */
const twinOf = (view: TableView, design: DesignView): TableView | undefined =>
  siblings(design).find(
    (other) =>
      other.id < view.id &&
      icebergDatabase(other) === icebergDatabase(view) &&
      icebergTable(other, design) === icebergTable(view, design),
  );

/** The data set of a table that the stack makes in the account's own catalog; undefined when its first writer does. */
export function madeFor(view: TableView, design: DesignView): DataSet | undefined {
  const data = dataOf(view, design);
  const known = columnsOf(data, icebergType).length > 0;
  return known && !isInTableBucket(view) && !twinOf(view, design) ? data : undefined;
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

/** As the catalog names the types that Iceberg has: it knows no short integers and no texts of a fixed length. */
const icebergType = (type: string): string =>
  type
    .replace(/\b(tinyint|smallint|integer)\b/g, 'int')
    .replace(/\b(?:var)?char(?:\(\s*\d+\s*\))?/g, 'string')
    .replace(/\btext\b/g, 'string');
