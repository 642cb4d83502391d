import { type DesignView, type EdgeView, type NodeView, viewAs } from '../kit/cdk';
import type { DataSet, Edge, Format } from '../model/vocabulary';
import { service as firehoseService } from '../services/firehose/service';
import { service as catalogService } from '../services/glue-catalog/service';
import { glueColumns, type Layout } from '../services/glue-catalog/table';
import { service as s3Service } from '../services/s3/service';

/**
 * Where the files of a data set lie in a bucket, and in which format: what writers, crawlers, tables and readers of a
 * lake must agree on, so it is decided in one place.
 */
export function layoutOf(design: DesignView, bucket: NodeView, data: DataSet): Layout {
  const writer = design
    .neighbours(bucket, 'in')
    .find(({ edge }) => design.joins(edge) && design.dataOn(edge).some(({ id }) => id === data.id));
  const firehose = viewAs(writer?.view, firehoseService);
  if (!writer || !firehose) {
    const reader = design
      .neighbours(bucket, 'out')
      .find(({ edge }) => edge.prefix !== undefined && design.dataOn(edge).some(({ id }) => id === data.id));
    const format = formatOf(writer?.edge, data);
    return {
      folder: folder(writer?.edge.prefix ?? reader?.edge.prefix ?? data.id),
      format,
      partitions: writer && registersPartitions(design, writer.view, bucket) ? partitionsOf(data) : [],
      projection: {},
      iceberg: format === 'iceberg' || viewAs(bucket, s3Service)?.config.tableType === 'iceberg',
    };
  }
  const format = isConverted(design, firehose, data)
    ? (firehose.config.formatConversion as Format)
    : formatOf(writer.edge, data);
  const prefix = deliveryPrefix(design, firehose, bucket, data, writer.edge);
  const fixed = prefix.split('!{')[0]!;
  const keys = partitionKeys(prefix);
  const range =
    data.retentionDays === undefined ? 'NOW-3YEARS,NOW' : `NOW-${Math.max(1, Math.ceil(data.retentionDays))}DAYS,NOW`;
  const projection = Object.fromEntries(
    keys.flatMap(({ name, pattern }) =>
      pattern === undefined
        ? [[`projection.${name}.type`, 'injected']]
        : [
            [`projection.${name}.type`, 'date'],
            [`projection.${name}.format`, pattern],
            [`projection.${name}.range`, range],
          ],
    ),
  );
  return {
    folder: fixed.slice(0, fixed.lastIndexOf('/') + 1) || fixed,
    format,
    partitions: keys.map(({ name }) => ({ name, type: 'string' })),
    projection,
    // A delivery stream writes files, and knows nothing of the table above them.
    iceberg: false,
  };
}

type Carried = Pick<EdgeView, 'design' | 'edge' | 'data'>;

/** The folder of a bucket that an edge reads or writes: its prefix, else that of its first data set, else one of its own. */
export function edgeFolder({ design, edge, data }: Carried, bucket: NodeView, otherwise = `${edge.id}/`): string {
  if (edge.prefix !== undefined) return folder(edge.prefix);
  const [first] = data;
  return first ? layoutOf(design, bucket, first).folder : otherwise;
}

/** Keys of a bucket that an edge is about: below its prefix, else in the folders of its data sets. */
export const edgeFolders = ({ design, edge, data }: Carried, bucket: NodeView): string[] =>
  edge.prefix === undefined ? data.map((set) => layoutOf(design, bucket, set).folder) : [edge.prefix];

/** Prefix of the objects that a delivery stream writes, with its expressions. */
export function deliveryPrefix(
  design: DesignView,
  firehose: NodeView<typeof firehoseService>,
  bucket: NodeView,
  data: DataSet | undefined,
  edge: Edge,
): string {
  const declared = firehose.config.prefix ?? edge.prefix;
  if (declared !== undefined) return folder(declared);
  const base = folder(data?.id ?? edge.id);
  if (!data || firehose.config.dynamicPartitioning || !keepsPartitions(design, bucket)) return base;
  return `${base}${dateColumn(data)}=!{timestamp:yyyy-MM-dd}/`;
}

/** Columns of a data set that records can be partitioned by: names that need no quotes anywhere. */
export const partitionColumns = (data: DataSet | undefined): string[] =>
  (data?.partitionColumns ?? []).map(({ column }) => column).filter((column) => /^[a-z_][a-z0-9_]*$/.test(column));

/** Kinds whose jobs write partitions as their data sets ask for. */
const sparkKinds: ReadonlySet<string> = new Set(['glue-job', 'emr-ec2', 'emr-serverless', 'emr-eks', 'athena-spark']);

/** Whether a job partitions what it writes: it tells a catalog of each new partition, or a crawler finds them. */
const registersPartitions = (design: DesignView, writer: NodeView, bucket: NodeView): boolean =>
  sparkKinds.has(writer.kind) &&
  (design.neighbours(writer, 'out', 'glue-catalog').length > 0 || isCrawled(design, bucket));

/** Partitions of a data set, with the types of their columns. A table needs a column beside them. */
function partitionsOf(data: DataSet): Layout['partitions'] {
  const columns = glueColumns(data);
  const partitions = partitionColumns(data).flatMap((name) => columns.filter((column) => column.name === name));
  return partitions.length < columns.length ? partitions.map(({ name, type }) => ({ name, type })) : [];
}

/** Partitions are of use only where somebody writes them down or computes them. */
function keepsPartitions(design: DesignView, bucket: NodeView): boolean {
  return (
    isCrawled(design, bucket) ||
    catalogsOf(design, bucket).some((catalog) => viewAs(catalog, catalogService)?.config.partitionProjection === true)
  );
}

const isCrawled = (design: DesignView, bucket: NodeView): boolean =>
  design
    .neighbours(bucket, 'out', 'glue-crawler')
    .some(({ view }) => design.neighbours(view, 'out', 'glue-catalog').length > 0);

/** Catalogs that describe what lies in a bucket: those of its crawlers, of the engines that query it, of the streams that fill it. */
export function catalogsOf(design: DesignView, bucket: NodeView): readonly NodeView[] {
  const beside = [
    ...design.neighbours(bucket, 'out', 'glue-crawler'),
    ...design.neighbours(bucket, 'out', 'athena'),
    ...design.neighbours(bucket, 'in', 'firehose'),
    ...[...sparkKinds].flatMap((kind) => [
      ...design.neighbours(bucket, 'in', kind),
      ...design.neighbours(bucket, 'out', kind),
    ]),
  ];
  return [
    ...new Set(
      beside.flatMap(({ view }) => design.neighbours(view, 'out', 'glue-catalog').map((catalog) => catalog.view)),
    ),
  ];
}

/** Whether a delivery stream writes a data set in columns: it is asked to, a catalog is drawn, and the columns are known. */
export function isConverted(
  design: DesignView,
  firehose: NodeView<typeof firehoseService>,
  data: DataSet | undefined,
): boolean {
  return (
    firehose.config.formatConversion !== 'none' &&
    data !== undefined &&
    glueColumns(data).length > 0 &&
    design.neighbours(firehose, 'out', 'glue-catalog').length > 0
  );
}

function formatOf(edge: Edge | undefined, data: DataSet): Format {
  return edge?.format ?? data.format ?? 'json';
}

const dateColumn = (data: DataSet): string =>
  glueColumns(data).some(({ name }) => name === 'dt') ? 'delivery_date' : 'dt';

const folder = (prefix: string): string => {
  const path = prefix.replace(/^\/+/, '');
  return path === '' || path.endsWith('/') ? path : `${path}/`;
};

/** Keys of a prefix in Hive's manner: `dt=!{timestamp:yyyy-MM-dd}/`. */
function partitionKeys(prefix: string): { readonly name: string; readonly pattern: string | undefined }[] {
  const keys = [
    ...prefix.matchAll(/(?:^|\/)([a-z_][a-z0-9_]*)=(?:!\{timestamp:([^}]*)\}|[^/]*!\{[^}]*\}[^/]*)(?=\/)/g),
  ];
  return keys.map(([, name, pattern]) => ({ name: name!, pattern }));
}
