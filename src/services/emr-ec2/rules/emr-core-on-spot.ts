import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { facts } from '../facts';
import { service } from '../service';

const longest = facts.spotCoreMinutes.value;

export const rule = defineRule(service, {
  id: 'reliability/emr-core-on-spot',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep core nodes on demand where they hold results or run for hours, and buy task nodes on Spot.',
  why: 'AWS takes Spot nodes back at two minutes notice. A core node takes its blocks of HDFS with it, and a long run begins again.',
  exceptions: 'Short runs that read and write S3.',
  source: facts.spotCoreMinutes.source,
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['14.1'] },
  check({ node, need, know, any, report, set }) {
    if (need(node, ['config', 'corePricing']) !== 'spot') return;
    const risks = any(
      () => need(node, ['config', 'outputStorage']) === 'hdfs',
      () => need(node, ['durationMinutes']) > longest,
    );
    if (!risks) return;
    const keeps = know(node, ['config', 'outputStorage']) === 'hdfs';
    const minutes = know(node, ['durationMinutes']);
    const tasks = (know(node, ['config', 'taskNodes']) ?? 0) > 0;
    report({
      at: ['config', 'corePricing'],
      message: `Core nodes of ${labelOf(node)} run on Spot and ${keeps ? 'hold its results in HDFS: an interruption loses them' : `its runs take ${amount(minutes!)} min: an interruption costs hours`}. Buy them on demand, and task nodes on Spot.`,
      fix: {
        title: tasks ? 'Move Spot to the task nodes' : 'Buy core nodes on demand',
        edits: [
          set(node, ['config', 'corePricing'], 'on-demand'),
          ...(tasks ? [set(node, ['config', 'taskPricing'], 'spot')] : []),
        ],
      },
    });
  },
});
