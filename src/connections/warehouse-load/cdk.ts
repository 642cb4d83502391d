import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { arn, onlyFor, redshift, servicePrincipal } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { inboundSlot } from '../../kit/cdk-warehouse';
import { template } from '../../kit/code';
import type { DataSet, Format } from '../../model/vocabulary';
import { layoutOf } from '../lake-layout';
import { createTable, iamRole, namespaceArn, runSql, scheduleSql, sqlName, tableOf } from '../warehouse-sql';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer, data }) => {
    if (from.kind === 's3' && data.length > 0)
      offer(to, inboundSlot, { sourceArn: from.part('Bucket').member('bucketArn') });
  },
  emit: (block) => {
    block.grant({ prefixes: foldersOf(block) });
    if (block.data.length === 0)
      return block.leaveOut('nothing is copied: the edge names no data set, so that no table is known');
    if (block.from.kind === 's3') return load(block);
    for (const set of block.data) unload(block, set);
  },
});

const foldersOf = ({ design, edge, from, to, data }: EdgeBlock): string[] | undefined => {
  if (edge.prefix !== undefined) return [edge.prefix];
  const bucket = from.kind === 's3' ? from : to;
  return data.length > 0 ? data.map((set) => layoutOf(design, bucket, set).folder) : undefined;
};

/**
 * A copy job remembers which files it has loaded. It runs when S3 tells of new ones; on an interval, where the edge has one.
 */
function load(block: EdgeBlock): void {
  const { design, edge, from, to, data } = block;
  const bucket = from.part('Bucket');
  block.allowOn(bucket, {
    principals: [servicePrincipal('redshift.amazonaws.com')],
    actions: ['s3:GetBucketLocation', 's3:GetBucketNotification', 's3:PutBucketNotification'],
    resources: [bucket.member('bucketArn')],
    conditions: onlyFor(arn('redshift', 'integration:*')),
  });
  // One for all edges between the two: S3 tells the warehouse of new files.
  const integration = block.part(to, `Files-${from.id}`, redshift.member('CfnIntegration'), {
    integrationName: nameInStack(`${to.id}-${from.id}`, 63),
    sourceArn: bucket.member('bucketArn'),
    targetArn: namespaceArn(design, to),
  });
  block.run(integration.member('node').method('addDependency', bucket.member('policy').assured()));
  for (const set of data) {
    const { folder, format } = layoutOf(design, from, set);
    const options = copyOptions(format, set);
    const table = createTable(set);
    if (!options || !table) {
      block.leaveOut(
        options
          ? `${set.id} is not loaded: the design declares no columns for its table`
          : `${set.id} is not loaded: COPY reads no files of the format ${format}`,
      );
      continue;
    }
    const job = sqlName(`${edge.id}_${set.id}`);
    const copy = template(
      `COPY ${tableOf(set)} FROM 's3://`,
      bucket.member('bucketName'),
      `/${(edge.prefix ?? folder).replace(/'/g, "''")}' `,
      iamRole(to.role()),
      ` ${options} JOB CREATE ${job} AUTO ${edge.intervalMinutes === undefined ? 'ON' : 'OFF'}`,
    );
    runSql(block, to, `Load-${set.id}`, [table, { sql: copy, unlessExists: true }], {
      after: [integration],
      onDelete: [{ sql: `COPY JOB DROP ${job}` }],
    });
    if (edge.intervalMinutes !== undefined)
      scheduleSql(block, to, `Schedule-${set.id}`, `COPY JOB RUN ${job}`, edge.intervalMinutes);
  }
}

/** How COPY reads a format; undefined for those it does not read. */
function copyOptions(format: Format, set: DataSet): string | undefined {
  const options = copyFormats[format];
  const codec = textFormats.has(format) ? codecs[set.codec ?? 'none'] : '';
  return options === undefined || codec === undefined ? undefined : `${options} ${codec}`.trim();
}
const copyFormats: Partial<Readonly<Record<Format, string>>> = {
  csv: 'FORMAT CSV IGNOREHEADER 1',
  tsv: "DELIMITER '\\t' IGNOREHEADER 1",
  json: "FORMAT JSON 'auto'",
  jsonl: "FORMAT JSON 'auto'",
  avro: "FORMAT AVRO 'auto'",
  parquet: 'FORMAT PARQUET',
  orc: 'FORMAT ORC',
};
const textFormats: ReadonlySet<Format> = new Set<Format>(['csv', 'tsv', 'json', 'jsonl']);
const codecs: Readonly<Record<string, string>> = {
  none: '',
  gzip: 'GZIP',
  bzip2: 'BZIP2',
  zstd: 'ZSTD',
  lzo: 'LZOP',
};

function unload(block: EdgeBlock, set: DataSet): void {
  const { design, edge, from, to } = block;
  const { folder, format } = layoutOf(design, to, set);
  const written = unloadFormats[format] ?? 'PARQUET';
  if (unloadFormats[format] === undefined && set.format !== undefined)
    block.leaveOut(`${set.id} is written as Parquet: UNLOAD writes no files of the format ${format}`);
  const sql = template(
    `UNLOAD ('SELECT * FROM ${tableOf(set)}') TO 's3://`,
    to.part('Bucket').member('bucketName'),
    `/${(edge.prefix ?? folder).replace(/'/g, "''")}' `,
    iamRole(from.role()),
    ` FORMAT ${written} ALLOWOVERWRITE`,
  );
  if (edge.intervalMinutes === undefined) {
    block.leaveOut(
      `nothing starts the UNLOAD of ${set.id}: set the interval of the edge, or run it as UNLOAD ('SELECT * FROM ${tableOf(set)}') TO 's3://<bucket of ${to.id}>/${edge.prefix ?? folder}' with the role of ${from.id}`,
    );
    return;
  }
  scheduleSql(block, from, `Unload-${set.id}`, sql, edge.intervalMinutes);
}
const unloadFormats: Partial<Readonly<Record<Format, string>>> = {
  csv: 'CSV HEADER',
  json: 'JSON',
  jsonl: 'JSON',
  parquet: 'PARQUET',
};
