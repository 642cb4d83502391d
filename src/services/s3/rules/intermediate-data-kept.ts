import { defineRule, labelOf } from '../../../kit/rule';
import { dailyVolume } from '../../../kit/volume';
import { bracketed } from '../../../kit/words';
import { facts } from '../facts';
import { service as s3 } from '../service';

const { usual, most } = facts.intermediateDays.value;

export const rule = defineRule(s3, {
  id: 'cost/intermediate-data-kept',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Delete results between two steps after days, not never.',
  why: 'Query results, spill and checkpoints are of no use once the next step has run, and they grow with every run.',
  exceptions: 'Data under a legal hold.',
  source: facts.intermediateDays.source,
  fix: 'quickfix',
  scaling: 'idle-cost',
  references: { lens: ['13.1'] },
  check({ node, graph, need, know, mention, report, set }) {
    if (graph.roleOf(node) !== 'staging') return;
    const expireDays = know(node, ['config', 'expireDays']);
    if (expireDays !== undefined && expireDays <= most) return;
    if (graph.dataOf(node).some((data) => need(data, ['legalHoldDays']) > usual)) return;
    const growth = dailyVolume({ mention }, graph.dataOf(node));
    report({
      at: ['config', 'expireDays'],
      message: `${labelOf(node)} collects intermediate results${bracketed(growth)} and ${expireDays === undefined ? 'never deletes them' : `keeps them ${expireDays} days`}. Delete them after ${usual} days.`,
      fix: {
        title: `Expire after ${usual} days`,
        edits: [
          set(node, ['config', 'expireDays'], usual),
          // Other classes bill for longer than that.
          ...(need(node, ['config', 'storageClass']) === 'STANDARD'
            ? []
            : [set(node, ['config', 'storageClass'], 'STANDARD')]),
        ],
      },
    });
  },
});
