import type { DataSet } from '../model/vocabulary';
import { defineSlot, type NodeBlock, type NodeView } from './cdk';
import { partition, s3Assets } from './cdk-modules';
import { type Code, type Expression, module, name as named, template } from './code';

/** What connections tell jobs, whichever engine runs them. */

/** A store or a stream that a job reads or writes. Scripts of the export understand it: `connector` says how. */
export interface JobTable {
  readonly edge: string;
  readonly way: 'input' | 'output';
  /** Data set, or the store where the edge carries none. */
  readonly name: string;
  /** `files`, `iceberg`, `kinesis`, `kafka`, `dynamodb`, `jdbc`, `redshift`, `mongodb`, `neptune`, `search`. */
  readonly connector: string;
  readonly properties: { readonly [key: string]: Code };
  readonly data: DataSet | undefined;
}
export const jobTableSlot = defineSlot<JobTable>('job table');

/** The catalog in which a job keeps its tables. */
export const jobCatalogSlot = defineSlot<{ readonly view: NodeView; readonly database: string }>('job catalog');

/** A schedule on an edge of the job. */
export interface JobSchedule {
  readonly edge: string;
  readonly intervalMinutes: number;
  readonly startAt: string | undefined;
}
export const jobScheduleSlot = defineSlot<JobSchedule>('job schedule');

/** Offered where the job stages what it reads or writes: it then has a bucket for that, its part `Work`. */
export const stagingSlot = defineSlot<true>('staging');

export const byEdge = <T extends { readonly edge: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.edge < b.edge ? -1 : a.edge > b.edge ? 1 : 0));

/** The tables of a job in one direction, as its script takes them. */
export const tablesFor = (view: Pick<NodeView, 'offered'>, way: JobTable['way']): Code[] =>
  byEdge(view.offered(jobTableSlot))
    .filter((table) => table.way === way)
    .map(({ name, connector, properties }) => ({ name, connector, ...properties }));

/** Personal columns of what a job reads or writes: those it hides where it is asked to mask. */
export const personalColumns = (view: Pick<NodeView, 'offered'>): string[] => [
  ...new Set(view.offered(jobTableSlot).flatMap(({ data }) => (data?.masked === true ? [] : (data?.piiColumns ?? [])))),
];

/** The schedule of a job: the shortest of its edges. */
export const scheduleOf = (view: Pick<NodeView, 'offered'>): JobSchedule | undefined =>
  [...byEdge(view.offered(jobScheduleSlot))].sort((a, b) => a.intervalMinutes - b.intervalMinutes)[0];

const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
/** Name of the script of a job, without its ending, that every file system takes. */
export const scriptName = (id: string): string => (windowsDevices.test(id) ? `${id}-job` : id);

/** A file of the app in a bucket that the CDK keeps for it; the node's role may read it. */
export function codeAsset(block: NodeBlock, id: string, ...path: readonly string[]): Expression {
  const asset = block.construct(id, s3Assets.member('Asset'), {
    path: module('node:path', 'path').method('join', named('__dirname'), '..', '..', ...path),
  });
  block.allow({
    actions: ['s3:GetObject'],
    resources: [template('arn:', partition, ':s3:::', asset.member('s3BucketName'), '/', asset.member('s3ObjectKey'))],
  });
  return asset;
}

/** What the Spark scripts of the app have in common: the file `jobs/pipeline_io.py`. */
export function libraryOf(block: NodeBlock): Expression {
  block.file('jobs/pipeline_io.py', 'jobs/pipeline_io.py');
  return codeAsset(block, 'Library', 'jobs', 'pipeline_io.py');
}
