import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as dynamodb } from '../../../services/dynamodb/service';
import { service as kinesisDataStreams } from '../../../services/kinesis-data-streams/service';
import { service as msk } from '../../../services/msk/service';

/** Peak over mean above which reserved capacity mostly waits, and below which it is always used. */
const bursty = 4;
const steady = 1.5;
const mostOfTheDay = 20;

/** What a mode is called, and whether it is paid by what is used. */
const modes: Readonly<Record<string, { readonly name: string; readonly onDemand: boolean }>> = {
  ON_DEMAND: { name: 'on demand', onDemand: true },
  PAY_PER_REQUEST: { name: 'on demand', onDemand: true },
  SERVERLESS: { name: 'serverless', onDemand: true },
  PROVISIONED: { name: 'provisioned', onDemand: false },
  EXPRESS: { name: 'provisioned', onDemand: false },
};

export const rule = defineRule([kinesisDataStreams, msk, dynamodb], {
  id: 'cost/stream-capacity-mode',
  severity: 'info',
  since: '0.1.0',
  summary: 'Provision for a steady load, pay by use for a bursty one.',
  why: 'Provisioned capacity is paid for the peak all day; on-demand capacity costs more for each record, and nothing while none comes.',
  source: [
    'https://aws.amazon.com/kinesis/data-streams/pricing/',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
  ],
  exceptions: 'The smallest cluster and a stream of two shards: nothing on demand is cheaper.',
  fix: null,
  references: { lens: ['11.2', '11.3'] },
  check(work) {
    const { graph, need, know, undecided, report } = work;
    const node = work.node as PipelineNode;
    const mode = modes[String(know(node, ['config', 'mode']))];
    if (!mode) return;
    const sets = graph.dataIn(node);
    const [edge] = graph.edgesIn(node);
    if (!mode.onDemand && isSmallest(work, node)) return;
    if (sets.length === 0) undecided(edge ?? node, ['data']);
    const burst = Math.max(...sets.map((data) => need(data, ['burstFactor'])));
    if (mode.onDemand ? burst >= steady || need(node, ['hoursPerDay']) <= mostOfTheDay : burst <= bursty) return;
    const other = mode.onDemand ? 'provisioned' : 'on-demand';
    report({
      at: ['config', 'mode'],
      message: `${labelOf(node)} is ${mode.name}; the peak is ${amount(burst)} times the mean${mode.onDemand ? ', nearly all day' : ''}. With such a load ${other} capacity costs less.`,
      values: { burstFactor: burst },
    });
  },
});

/** Capacity below which a load may burst as it likes: the smallest that is sold costs less than any on demand. */
const smallest = { shards: 2, brokers: 3 };

function isSmallest({ know }: Case, node: PipelineNode): boolean {
  if (node.kind === msk.kind) return Number(know(node, ['config', 'brokers']) ?? smallest.brokers) <= smallest.brokers;
  return node.kind === kinesisDataStreams.kind && Number(know(node, ['config', 'shards'])) <= smallest.shards;
}
