import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';
import type { JsonObject } from '../../../model/json';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';
import { service as redshift } from '../../../services/redshift/service';
import { service as redshiftServerless } from '../../../services/redshift-serverless/service';

/** GB of data that is past its hot days, up to which moving it out is not worth the trouble. */
const littleGB = 100;
const rareReads = 1;

export const rule = defineRule([redshift, redshiftServerless], {
  id: 'cost/warehouse-holds-cold-data',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep in a warehouse what is asked often, and unload the rest to S3.',
  why: 'Cold rows take room in every scan, every backup and every resize. In S3 they can still be joined, through an external schema.',
  exceptions: 'Data that is unloaded to a bucket already.',
  source: [
    'https://docs.aws.amazon.com/redshift/latest/dg/c-getting-started-using-spectrum.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/c_unloading_data.html',
  ],
  fix: 'refactor',
  references: { lens: ['13.2', '10.4'] },
  check(work) {
    const { graph, any, need, mention, each, report } = work;
    const warehouse = work.node as PipelineNode;
    each(graph.dataOf(warehouse), (data) => {
      if (!isLoaded(work, warehouse, data) || isUnloaded(work, warehouse, data)) return;
      const cold = any(
        () => need(data, ['readsPerMonth']) < rareReads,
        () => coldGB(need(data, ['totalGB']), need(data, ['hotDays']), need(data, ['retentionDays'])) > littleGB,
      );
      if (!cold) return;
      const [total, hot, kept] = [
        mention(data, ['totalGB']),
        mention(data, ['hotDays']),
        mention(data, ['retentionDays']),
      ];
      const rare = (mention(data, ['readsPerMonth']) ?? rareReads) < rareReads;
      const gb = total === undefined || hot === undefined || kept === undefined ? undefined : coldGB(total, hot, kept);
      const size = rare ? total : gb;
      report({
        message: `${labelOf(warehouse)} keeps ${size === undefined ? '' : `${amount(Math.round(size))} GB of `}"${labelOf(data)}" that ${size === undefined ? 'is' : 'are'} rarely read. Unload them to S3 and query them there, with Spectrum or Athena.`,
        ...(size !== undefined && { values: { coldGB: size } }),
        related: [{ element: data, message: 'The data set' }],
        fix: { title: 'Unload it to a bucket, and query it there', edits: unloaded(work, warehouse, data).edits },
      });
    });
  },
});

/** What is older than the hot days, where data comes evenly. */
const coldGB = (totalGB: number, hotDays: number, retentionDays: number): number =>
  retentionDays > 0 ? totalGB * Math.max(0, 1 - hotDays / retentionDays) : 0;

/** Whether a data set lies in the warehouse itself: what is only queried lies outside. */
const isLoaded = ({ graph }: Case, warehouse: PipelineNode, data: DataSet): boolean =>
  warehouse.data?.includes(data.id) === true ||
  graph.edgesIn(warehouse).some((edge) => isDataEdge(edge) && edge.data === data.id);

const isUnloaded = ({ graph }: Case, warehouse: PipelineNode, data: DataSet): boolean =>
  graph.edgesOut(warehouse).some((edge) => {
    const to = isDataEdge(edge) && edge.data === data.id ? graph.to(edge) : undefined;
    return to?.kind === 's3' || to?.kind === 'iceberg-table';
  });

/** A bucket for what is cold, with the way there and the way back. */
function unloaded({ graph }: Case, warehouse: PipelineNode, data: DataSet): Refactoring {
  const change = new Refactoring(graph);
  const owner = warehouse.owner ?? data.owner;
  const days = Math.ceil(Math.max(data.retentionDays ?? 0, data.legalHoldDays ?? 0));
  const fields: JsonObject = {
    label: `${labelOf(data)}, cold`,
    data: [data.id],
    ...(owner !== undefined && { owner }),
    ...(days > 0 && { config: { expireDays: days } }),
  };
  const bucket = change.add('s3', warehouse, fields);
  change.connect(warehouse.id, bucket, { data: data.id, format: 'parquet' });
  change.connect(bucket, warehouse.id, { kind: 'query', data: data.id, format: 'parquet' });
  return change;
}
