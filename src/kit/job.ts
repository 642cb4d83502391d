import type { DataSet } from '../model/vocabulary';
import { defineSlot, type NodeBlock, type NodeView } from './cdk';
import { account, duration, iam, partition, s3Assets, scheduler, servicePrincipal } from './cdk-modules';
import { nameInStack } from './cdk-names';
import { bucketEncryption, ownBucket } from './cdk-parts';
import { type Code, type Expression, module, name as named, self, template } from './code';
import { cronOf } from './schedule';

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

const temporaryDays = 7;

/** A bucket for what runs stage, for their logs, and for how far they have read a stream. */
export function workBucket(block: NodeBlock): Expression {
  const role = block.role();
  const key = block.key();
  const bucket = ownBucket(block, 'Work', {
    expireDays: temporaryDays,
    unlogged: `it holds only what runs of ${block.title} stage and log, and how far they have read`,
    more: {
      encryption: bucketEncryption(block),
      encryptionKey: key,
      // How far a stream was read must not expire.
      lifecycleRules: [
        {
          prefix: 'temporary/',
          expiration: duration('days', temporaryDays),
          abortIncompleteMultipartUploadAfter: duration('days', temporaryDays),
        },
      ],
    },
  });
  block.allowOn(bucket, {
    principals: [role],
    actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    resources: [bucket.method('arnForObjects', '*')],
  });
  block.allowOn(bucket, { principals: [role], actions: ['s3:ListBucket'], resources: [bucket.member('bucketArn')] });
  if (key) block.allow({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.member('keyArn')] });
  return bucket;
}

/** What a Spark script of the app is started with, on engines that know no arguments of a job but those of a run. */
export function sparkArguments(view: NodeView): Code[] {
  const masked = (view.config as { masksPii?: boolean }).masksPii === true ? personalColumns(view) : [];
  // One word each: some engines refuse a word that comes twice.
  return [
    template('--inputs=', jsonOf(tablesFor(view, 'input'))),
    template('--outputs=', jsonOf(tablesFor(view, 'output'))),
    template('--work=s3://', view.part('Work').member('bucketName'), '/'),
    ...(masked.length > 0 ? [`--mask=${JSON.stringify(masked)}`] : []),
  ];
}
export const jsonOf = (value: Code): Expression => self.method('toJsonString', value);
export const urlOf = (asset: Expression): Expression => asset.member('s3ObjectUrl');

/** Settings with which Spark keeps its tables in the Glue catalog, and knows those of Iceberg. */
export function catalogSettings(view: Pick<NodeView, 'offered'>): { readonly [key: string]: string } {
  const iceberg = view.offered(jobTableSlot).some(({ connector }) => connector === 'iceberg');
  const prefix = 'spark.sql.catalog.glue_catalog';
  return {
    ...((iceberg || view.offered(jobCatalogSlot).length > 0) && {
      'spark.hadoop.hive.metastore.client.factory.class':
        'com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory',
    }),
    ...(iceberg && {
      'spark.jars': '/usr/share/aws/iceberg/lib/iceberg-spark3-runtime.jar',
      'spark.sql.extensions': 'org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions',
      [prefix]: 'org.apache.iceberg.spark.SparkCatalog',
      [`${prefix}.catalog-impl`]: 'org.apache.iceberg.aws.glue.GlueCatalog',
      [`${prefix}.io-impl`]: 'org.apache.iceberg.aws.s3.S3FileIO',
    }),
  };
}

/** A schedule that calls an action of AWS, as an edge of the job says. */
export function callOnSchedule(
  block: NodeBlock,
  call: {
    /** `emrserverless:startJobRun`. */
    readonly target: string;
    readonly input: Code;
    readonly statements: readonly { readonly actions: readonly string[]; readonly resources: readonly Code[] }[];
  },
): void {
  const found = scheduleOf(block);
  if (!found) return;
  const scheduleName = nameInStack(`${block.id}-schedule`, 64);
  const role = block.construct('ScheduleRole', iam.member('Role'), {
    assumedBy: servicePrincipal('scheduler.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': account },
    }),
    description: `Starts ${block.id} on schedule`,
    inlinePolicies: {
      Start: iam.member('PolicyDocument').new({
        statements: call.statements.map((entry) => iam.member('PolicyStatement').new({ ...entry })),
      }),
    },
  });
  block.construct('Schedule', scheduler.member('CfnSchedule'), {
    name: scheduleName,
    description: `Starts ${block.id} as edge ${found.edge} says`,
    scheduleExpression: cronOf(found.intervalMinutes, found.startAt),
    scheduleExpressionTimezone: 'UTC',
    flexibleTimeWindow: { mode: 'OFF' },
    state: 'ENABLED',
    target: {
      arn: template('arn:', partition, `:scheduler:::aws-sdk:${call.target}`),
      roleArn: role.member('roleArn'),
      input: jsonOf(call.input),
      retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 3600 },
    },
  });
}
