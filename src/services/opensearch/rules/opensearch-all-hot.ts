import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service } from '../service';

/** Days up to which indexes may well stay where they were written. */
const shortDays = 30;
/** So many times the hot days are kept: then most of what is kept is cold. */
const mostlyCold = 2;

export const rule = defineRule(service, {
  id: 'cost/opensearch-all-hot',
  severity: 'info',
  since: '0.1.0',
  summary: 'Move old indexes to warm nodes.',
  why: 'Hot nodes keep every index on disks of their own, twice. UltraWarm keeps it on S3, searchable, at a fraction of the price.',
  source: [facts.warmNodesMin.source, facts.burstableTypes.source],
  fix: 'refactor',
  references: { lens: ['3.7', '13.2'] },
  check(work) {
    const { graph, need, know, each, report, set } = work;
    const node = work.node as PipelineNode;
    const warmNodes = Number(need(node, ['config', 'warmNodes']));
    if (warmNodes > 0) return;
    each(graph.dataOf(node), (data) => {
      const expires = know(node, ['config', 'expireDays']);
      const kept = Math.min(need(data, ['retentionDays']), typeof expires === 'number' ? expires : Infinity);
      const hotDays = need(data, ['hotDays']);
      if (kept <= shortDays || hotDays * mostlyCold >= kept) return;
      const { least } = facts.masters.value;
      const masters = Number(know(node, ['config', 'dedicatedMasters']));
      const type = String(know(node, ['config', 'instanceType']));
      report({
        at: ['config', 'warmNodes'],
        message: `${labelOf(node)} keeps ${amount(kept)} days of "${labelOf(data)}" on hot nodes; ${amount(hotDays)} are searched. Move older indexes to UltraWarm.`,
        values: { keptDays: kept, hotDays },
        related: [{ element: data, message: 'The data set' }],
        // UltraWarm works beside no burstable data node, and only with dedicated masters.
        fix: type.startsWith(facts.burstableTypes.value)
          ? undefined
          : {
              title: `Add ${facts.warmNodesMin.value} warm nodes`,
              edits: [
                set(node, ['config', 'warmNodes'], facts.warmNodesMin.value),
                ...(masters < least ? [set(node, ['config', 'dedicatedMasters'], least)] : []),
              ],
            },
      });
    });
  },
});
