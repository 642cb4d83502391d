import { type Case, defineNodeRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { lossWindow } from '../../tables/loss-window';

interface Loss {
  /** Infinite when what is lost cannot come back. */
  readonly minutes: number;
  readonly because: string;
}

/** What a store can lose, by kind; kinds that are not here are not judged. */
const losses: Readonly<Record<string, (work: Case, node: PipelineNode) => Loss>> = { s3: lossOfBucket };

export const rule = defineNodeRule({
  id: 'reliability/rpo-unmet',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Protect each store so that it loses no more than the recovery point objective.',
  why: 'An objective that a store cannot meet is found out on the day it is needed.',
  exceptions: 'Stores whose data can be made again lose time, not data.',
  source: [lossWindow.s3WithVersions.source, lossWindow.s3Replicated.source],
  fix: null,
  scaling: 'resilience',
  references: { lens: ['6.5'], hub: ['S3.7'], checkov: ['CKV_AWS_144'] },
  check(work) {
    const { node, graph, need, report } = work;
    const lossOf = losses[node.kind];
    const sets = graph.dataOf(node);
    if (!lossOf || sets.length === 0 || sets.every((data) => need(data, ['reproducible']))) return;
    const objective = need(graph.pipeline.architecture, ['drRpoMinutes']);
    const { minutes, because } = lossOf(work, node);
    if (minutes <= objective) return;
    report({
      message: `${labelOf(node)} can lose ${Number.isFinite(minutes) ? `up to ${amount(minutes)} min of data` : 'data for good'}: ${because}. The recovery point objective is ${amount(objective)} min.`,
      values: { objectiveMinutes: objective },
    });
  },
});

function lossOfBucket({ graph, need, know }: Case, node: PipelineNode): Loss {
  const { architecture } = graph.pipeline;
  if (need(node, ['config', 'versioning']) !== 'enabled') {
    return {
      minutes: Number.POSITIVE_INFINITY,
      because: 'without versioning an overwrite or a delete cannot be undone',
    };
  }
  const recovery = know(architecture, ['drRegion']);
  if (recovery === undefined || know(node, ['region']) === recovery)
    return { minutes: lossWindow.s3WithVersions.value, because: 'versions are kept' };
  const declared = know(node, ['config', 'replication']);
  const targets = [
    ...(Array.isArray(declared) ? declared.map((entry: unknown) => (entry as { readonly to?: unknown }).to) : []),
    ...graph.edgesOut(node).map(({ to }) => to),
  ];
  const copied = targets.some((id) => {
    const copy = typeof id === 'string' ? graph.findNode(id) : undefined;
    return copy !== undefined && graph.isStore(copy) && know(copy, ['region']) === recovery;
  });
  return copied
    ? { minutes: lossWindow.s3Replicated.value, because: `replication to ${recovery} takes that long` }
    : { minutes: Number.POSITIVE_INFINITY, because: `no copy is drawn in the recovery Region ${recovery}` };
}
