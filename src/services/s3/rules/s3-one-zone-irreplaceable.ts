import { defineRule, labelOf } from '../../../kit/rule';
import { bracketed, quantity } from '../../../kit/words';
import { facts } from '../facts';
import { oldVersionDays } from '../old-versions';
import { service as s3 } from '../service';

const singleZone: ReadonlySet<string> = new Set(facts.singleZoneClasses.value);

export const rule = defineRule(s3, {
  id: 'reliability/s3-one-zone-irreplaceable',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep the only copy of data in more than one Availability Zone.',
  why: 'One-zone classes lose what they hold when the zone is destroyed.',
  exceptions: 'Data that another store holds in several zones, or that can be made again.',
  source: facts.singleZoneClasses.source,
  fix: 'quickfix',
  references: { lens: ['6.5'] },
  check(work) {
    const { node, graph, need, know, mention, each, report, set } = work;
    const storageClass = need(node, ['config', 'storageClass']);
    if (!singleZone.has(storageClass)) return;
    const better = storageClass === 'ONEZONE_IA' ? 'STANDARD_IA' : 'STANDARD';
    each(graph.dataOf(node), (data) => {
      if (need(data, ['reproducible'])) return;
      const copies = graph
        .storesOf(data)
        .filter((store) => store !== node && !singleZone.has(String(know(store, ['config', 'storageClass']))));
      if (copies.length > 0) return;
      report({
        at: ['config', 'storageClass'],
        message: `${labelOf(node)}: the only copy of "${labelOf(data)}"${bracketed(quantity(mention(data, ['totalGB']), 'GB'))} lives in one Availability Zone (${storageClass}) and goes with it. Use ${better}.`,
        values: { storageClass },
        // A directory bucket has no versions; the general-purpose one that takes its place should.
        fix: {
          title: `Use ${better}`,
          edits: [
            set(node, ['config', 'storageClass'], better),
            ...(storageClass === 'EXPRESS_ONEZONE'
              ? [
                  set(node, ['config', 'versioning'], 'enabled'),
                  set(node, ['config', 'noncurrentDays'], oldVersionDays(work, node)),
                ]
              : []),
          ],
        },
      });
    });
  },
});
