import type { Access, DesignView, NodeBlock } from '../../kit/cdk';
import { arn, onlyFor, removal, s3tables, servicePrincipal } from '../../kit/cdk-modules';
import type { Expression } from '../../kit/code';
import { facts } from './facts';
import {
  columnsOf,
  dataOf,
  icebergDatabase,
  icebergTable,
  isInTableBucket,
  type TableView,
  tableBucketName,
  tablesOf,
} from './names';
import type { service } from './service';

/** Actions of S3 Tables for those that the matrix asks of a bucket and its objects. */
const onTable: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': ['s3tables:GetTable', 's3tables:GetTableData', 's3tables:GetTableMetadataLocation'],
  's3:PutObject': [
    's3tables:GetTable',
    's3tables:GetTableMetadataLocation',
    's3tables:PutTableData',
    's3tables:UpdateTableMetadataLocation',
  ],
};
const onBucket: Readonly<Record<string, readonly string[]>> = {
  's3:GetBucketLocation': ['s3tables:GetTableBucket'],
  's3:ListBucket': ['s3tables:GetNamespace', 's3tables:GetTableBucket'],
};

/** What an action of S3 comes to on a table bucket: on the bucket, or on its one table. */
export function tableBucketAccess(view: TableView, action: string, design: DesignView): readonly Access[] {
  const name = tableBucketName(view);
  const bucket = `bucket/${name}`;
  const shown = `arn:aws:s3tables:<region>:<account>:${bucket}`;
  const ofBucket = onBucket[action];
  if (ofBucket) return [{ arn: arn('s3tables', bucket), shown, via: 'role', instead: ofBucket }];
  const ofTable = onTable[action];
  if (!ofTable) return [];
  const maker = twinOf(view, design) ?? view;
  if (schemaOf(maker, design)) {
    const made = maker.part('Table').member('attrTableArn');
    const { tree } = maker.part('Table');
    const output = tree.type === 'member' ? `${tree.name}Arn` : view.id;
    return [{ arn: made, shown: `<${output}>`, output: { name: output, value: made }, via: 'role', instead: ofTable }];
  }
  return [
    {
      arn: arn('s3tables', `${bucket}/table/*`),
      shown: `${shown}/table/*`,
      via: 'role',
      instead: ofTable,
      wildcard: { reason: `the tables of ${name} are made by their first writers: S3 gives them ids of its own` },
    },
  ];
}

/** The table bucket with its namespace and its table, which S3 itself keeps in shape. */
export function emitTableBucket(block: NodeBlock<typeof service>): void {
  const { config, declared, design, title } = block;
  const bucket = bucketOf(block);
  const namespace = namespaceOf(block, bucket);
  const [name, database] = [icebergTable(block, design), icebergDatabase(block)];
  block.advise(
    `Once per account and Region, let the Glue Data Catalog show the table buckets: in the S3 console, "Table buckets", "Enable integration". ${title} is then \`${database}.${name}\` of the catalog \`${facts.mountedCatalog.value}/${tableBucketName(block)}\`.`,
  );
  const schema = schemaOf(block, design);
  if (!schema) {
    block.leaveOut(
      twinOf(block, design)
        ? `the table ${database}.${name} is made for ${twinOf(block, design)?.id} already: config.database and config.table name it twice`
        : `the first writer creates the table ${database}.${name}: its columns are not known, or are nested`,
    );
    return;
  }
  const table = block.construct('Table', s3tables.member('CfnTable'), {
    tableBucketArn: bucket.member('attrTableBucketArn'),
    namespace: database,
    tableName: name,
    openTableFormat: 'ICEBERG',
    icebergMetadata: { icebergSchema: { schemaFieldList: schema } },
    compaction: declared.compaction === undefined ? undefined : { status: config.compaction ? 'enabled' : 'disabled' },
    snapshotManagement:
      declared.expireSnapshots === undefined
        ? undefined
        : config.expireSnapshots
          ? {
              status: 'enabled',
              minSnapshotsToKeep: config.snapshotsKept,
              maxSnapshotAgeHours: config.snapshotDays * 24,
            }
          : { status: 'disabled' },
  });
  block.run(table.method('applyRemovalPolicy', removal(block.keepsData)));
  block.run(table.method('addResourceDependency', namespace));
}

/** The table bucket. Several tables may name one: the first of them makes it, as its own settings say. */
function bucketOf(block: NodeBlock<typeof service>): Expression {
  const { config, declared, design } = block;
  const maker = bucketMaker(block, design);
  if (maker) {
    if (block.encryption === 'cmk' || declared.removeOrphans !== undefined)
      block.leaveOut(
        `the table bucket ${tableBucketName(block)} is encrypted and cleaned as ${maker.id} says: it makes it`,
      );
    return maker.part('TableBucket');
  }
  const key = block.key();
  const bucket = block.construct('TableBucket', s3tables.member('CfnTableBucket'), {
    tableBucketName: tableBucketName(block),
    encryptionConfiguration: key && { sseAlgorithm: 'aws:kms', kmsKeyArn: key.member('keyArn') },
    unreferencedFileRemoval:
      declared.removeOrphans === undefined
        ? undefined
        : config.removeOrphans
          ? { status: 'Enabled', unreferencedDays: config.orphanDays, noncurrentDays: facts.noncurrentDays.value }
          : { status: 'Disabled' },
  });
  block.run(bucket.method('applyRemovalPolicy', removal(block.keepsData)));
  if (key)
    block.allowOn(key, {
      principals: [servicePrincipal(facts.maintenance.value)],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: onlyFor(),
    });
  return bucket;
}

function namespaceOf(block: NodeBlock<typeof service>, bucket: Expression): Expression {
  const database = icebergDatabase(block);
  const maker = inBucket(block.design, tableBucketName(block)).find((view) => icebergDatabase(view) === database);
  if (maker && maker.id !== block.id) return maker.part('Namespace');
  return block.construct('Namespace', s3tables.member('CfnNamespace'), {
    tableBucketArn: bucket.member('attrTableBucketArn'),
    namespace: database,
  });
}

const inBucket = (design: DesignView, bucket: string): readonly TableView[] =>
  tablesOf(design).filter((view) => isInTableBucket(view) && tableBucketName(view) === bucket);

/** Another node that makes the bucket of this one's table; its key is that of the table. */
export function bucketMaker(view: TableView, design: DesignView): TableView | undefined {
  const [first] = isInTableBucket(view) ? inBucket(design, tableBucketName(view)) : [];
  return first?.id === view.id ? undefined : first;
}

/** Another node that makes the same table. */
const twinOf = (view: TableView, design: DesignView): TableView | undefined =>
  inBucket(design, tableBucketName(view)).find(
    (other) =>
      other.id < view.id &&
      icebergDatabase(other) === icebergDatabase(view) &&
      icebergTable(other, design) === icebergTable(view, design),
  );

/** Columns of the table that the stack makes; undefined when none is known, one is nested, or another node makes it. */
function schemaOf(
  view: TableView,
  design: DesignView,
): readonly { readonly name: string; readonly type: string }[] | undefined {
  const columns = columnsOf(dataOf(view, design), primitive);
  if (twinOf(view, design)) return undefined;
  return columns.length > 0 && columns.every(({ type }) => type !== nested)
    ? columns.map(({ name, type }) => ({ name, type }))
    : undefined;
}

const nested = '';
const named: Readonly<Record<string, string>> = {
  bigint: 'long',
  tinyint: 'int',
  smallint: 'int',
  integer: 'int',
  text: 'string',
};
const known = /^(boolean|int|long|float|double|date|time|timestamp|timestamptz|string|uuid|binary|decimal\(\d+,\d+\))$/;

/** The Iceberg type for one of Glue; `nested` for what is no primitive. */
function primitive(glue: string): string {
  const type = glue.replace(/\s+/g, '').replace(/^(var)?char(\(\d+\))?$/, 'string');
  const iceberg = named[type] ?? (type === 'decimal' ? 'decimal(10,0)' : type);
  return known.test(iceberg) ? iceberg : nested;
}
