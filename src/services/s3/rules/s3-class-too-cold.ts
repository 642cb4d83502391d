import { defineRule, labelOf } from '../../../kit/rule';
import { amount, quantity } from '../../../kit/words';
import { facts } from '../facts';
import { service as s3 } from '../service';

const readsPerMonthMax: Readonly<Record<string, number>> = facts.readsPerMonthMax.value;

export const rule = defineRule(s3, {
  id: 'cost/s3-class-too-cold',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep data that is read often in a class without retrieval charges.',
  why: 'Colder classes charge every gigabyte read; past a point the reads cost more than the storage saves.',
  source: facts.readsPerMonthMax.source,
  fix: 'quickfix',
  references: { lens: ['13.2'] },
  check({ node, graph, need, know, mention, each, report, set }) {
    const storageClass = need(node, ['config', 'storageClass']);
    const most = readsPerMonthMax[storageClass];
    if (most === undefined) return;
    each(graph.dataOf(node), (data) => {
      const readsPerMonth = need(data, ['readsPerMonth']);
      if (readsPerMonth <= most) return;
      const totalGB = mention(data, ['totalGB']);
      const better = know(data, ['accessPattern']) === 'unknown' ? 'INTELLIGENT_TIERING' : 'STANDARD';
      const retrieved = quantity(totalGB === undefined ? undefined : totalGB * readsPerMonth, 'GB/month');
      report({
        at: ['config', 'storageClass'],
        message: `"${labelOf(data)}" in ${labelOf(node)} is read ${amount(readsPerMonth)} times a month in ${storageClass}, which pays up to ${amount(most)}: retrieval${retrieved && ` of ${retrieved}`} outweighs the cheaper storage. Use ${better}.`,
        values: { readsPerMonth, storageClass },
        related: [{ element: data, message: 'Declares the reads' }],
        fix: { title: `Use ${better}`, edits: [set(node, ['config', 'storageClass'], better)] },
      });
    });
  },
});
