import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import { facts } from '../facts';
import { service as s3 } from '../service';
import { colderClass } from '../storage-class';

const worthGB = 100;

export const rule = defineRule(s3, {
  id: 'cost/s3-class-too-hot',
  severity: 'info',
  since: '0.1.0',
  summary: 'Keep data that is rarely read in a class for data that is rarely read.',
  why: 'STANDARD is priced for reading: the colder classes cost about half or less to store.',
  exceptions: 'Small objects are billed with a least size in colder classes and gain nothing.',
  source: facts.colderClasses.source,
  fix: 'quickfix',
  references: { lens: ['13.2', '15.4'] },
  check({ node, graph, need, know, mention, each, report, set }) {
    if (need(node, ['config', 'storageClass']) !== 'STANDARD') return;
    if (need(node, ['config', 'lifecycle']).some(({ transitions }) => transitions && transitions.length > 0)) return;
    const sets = graph.dataOf(node);
    const expireDays = know(node, ['config', 'expireDays']);
    const queried = graph.edgesOut(node).some((edge) => {
      const reader = graph.to(edge);
      return isFlow(edge) && reader !== undefined && graph.roleOf(reader) === 'consume';
    });
    each(sets, (data) => {
      const totalGB = need(data, ['totalGB']);
      const readsPerMonth = need(data, ['readsPerMonth']);
      if (totalGB <= worthGB || (know(data, ['avgFileMB']) ?? facts.billedMinMB.value) < facts.billedMinMB.value)
        return;
      // Engines and dashboards read only classes that answer at once.
      const waitSeconds = queried ? 0 : need(data, ['retrievalSeconds']);
      const better = colderClass(readsPerMonth, waitSeconds, expireDays);
      if (!better) return;
      const alone = sets.every((other) => other === data || (mention(other, ['readsPerMonth']) ?? 1) < 1);
      report({
        at: ['config', 'storageClass'],
        message: `${labelOf(node)}: ${amount(totalGB)} GB of "${labelOf(data)}", each object read ${amount(readsPerMonth)} times a month, in STANDARD. ${better} stores it for less.`,
        values: { totalGB, readsPerMonth, better },
        fix: alone ? { title: `Use ${better}`, edits: [set(node, ['config', 'storageClass'], better)] } : undefined,
      });
    });
  },
});
