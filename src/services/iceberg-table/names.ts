import { type DesignView, type NodeView, viewAs } from '../../kit/cdk';
import { arn } from '../../kit/cdk-modules';
import type { Expression } from '../../kit/code';
import { glueColumns } from '../../kit/columns';
import type { DataSet } from '../../model/vocabulary';
import { facts } from './facts';
import { service } from './service';

export type TableView = NodeView<typeof service>;

/** A name that Glue and S3 Tables both take. */
export const asName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 255)
    .replace(/^_+|_+$/g, '') || 'table';

export const icebergDatabase = (view: TableView): string => view.config.database ?? asName(view.id);
export const icebergTable = (view: TableView, design: DesignView): string =>
  view.config.table ?? asName(dataOf(view, design)?.id ?? view.id);

/** The first data set that says its columns, else the first. */
export function dataOf(view: TableView, design: DesignView): DataSet | undefined {
  const sets = design.graph.dataOf(view.node);
  return sets.find((set) => glueColumns(set).length > 0) ?? sets[0];
}

export const isInTableBucket = (view: TableView): boolean => view.config.storage === 's3-tables';

/** Name of the table bucket: S3 takes 3 to 63 characters, no underscores, and no hyphen at an end. */
export function tableBucketName(view: TableView): string {
  const name = view.config.tableBucket ?? view.id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const fitting = name.slice(0, 63).replace(/^-+|-+$/g, '');
  return fitting.length < 3 ? `${fitting || 'x'}-tables` : fitting;
}

/** Catalogs around the table, outermost first, as ARNs and Athena name them: none is the account's own. */
export const catalogPath = (view: TableView): readonly string[] =>
  isInTableBucket(view) ? [facts.mountedCatalog.value, tableBucketName(view)] : [];

/** ARN of the catalog that the table is in. */
export const icebergCatalogArn = (view: TableView): Expression =>
  arn('glue', ['catalog', ...catalogPath(view)].join('/'));

/** Nodes of this kind, in the order of their ids. */
export const tablesOf = (design: DesignView): readonly TableView[] =>
  design.graph.pipeline.nodes
    .flatMap((node) => viewAs(design.find(node.id), service) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** Columns by a translation of their types; those that Glue cannot name are left out. */
export const columnsOf = (
  data: DataSet | undefined,
  type: (glue: string) => string,
): { readonly name: string; readonly type: string }[] =>
  (data ? glueColumns(data) : []).map((column) => ({ ...column, type: type(column.type) }));
