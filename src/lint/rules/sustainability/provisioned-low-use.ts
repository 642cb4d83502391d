import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as emrEc2 } from '../../../services/emr-ec2/service';
import { service as glueJob } from '../../../services/glue-job/service';
import { service as kinesisDataStreams } from '../../../services/kinesis-data-streams/service';
import { service as msk } from '../../../services/msk/service';
import { service as opensearch } from '../../../services/opensearch/service';
import { service as rds } from '../../../services/rds/service';
import { service as redshift } from '../../../services/redshift/service';

/** Mean use below which most of what is reserved waits. */
const lowUsePct = 20;
const manyWorkers = 10;
/** Modes in which nothing is reserved. */
const unreserved: ReadonlySet<unknown> = new Set(['ON_DEMAND', 'SERVERLESS']);

export const rule = defineRule([redshift, emrEc2, msk, opensearch, rds, kinesisDataStreams, glueJob], {
  id: 'sustainability/provisioned-low-use',
  severity: 'info',
  since: '0.1.0',
  summary: 'Reserve what is used: size down, or let capacity follow the load.',
  why: 'Idle machines draw most of the power of busy ones, and all of the price.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/alignment-to-demand.html',
  fix: null,
  references: { lens: ['13.2', '15.7'] },
  check(work) {
    const { need, know, report } = work;
    const node = work.node as PipelineNode;
    if (unreserved.has(know(node, ['config', 'mode']))) return;
    const workers = node.kind === glueJob.kind ? fixedWorkers(work, node) : undefined;
    if (node.kind === glueJob.kind && workers === undefined) return;
    const use = need(node, ['utilisationPct']);
    if (use >= lowUsePct) return;
    const reserved = workers === undefined ? 'what it reserves' : `its ${workers} fixed workers`;
    report({
      at: ['utilisationPct'],
      message: `${labelOf(node)} uses ${amount(use)} % of ${reserved}. ${workers === undefined ? 'Size it down, or let its capacity follow the load.' : 'Switch autoscaling on, or take fewer.'}`,
      values: { utilisationPct: use, ...(workers !== undefined && { workers }) },
    });
  },
});

/** Workers of a job that stay for all of a run; undefined where they are few, or come and go. */
function fixedWorkers({ know }: Case, node: PipelineNode): number | undefined {
  const workers = know(node, ['config', 'workers']);
  if (typeof workers !== 'number' || workers < manyWorkers) return undefined;
  return know(node, ['config', 'autoScaling']) === true ? undefined : workers;
}
