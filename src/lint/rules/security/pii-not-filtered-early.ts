import { type Case, defineDataRule, labelOf } from '../../../kit/rule';
import { bracketed, counted, listed } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';
import { personalColumns, unmaskedWays } from '../../personal-data';

export const rule = defineDataRule({
  id: 'security/pii-not-filtered-early',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Mask or drop personal columns before the first store that people read.',
  why: 'A column that was never stored cannot leak, needs no erasure and no column filter; once it is in a shared store, it is in every copy of it.',
  source:
    'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/best-practice-3.1---privacy-by-design..html',
  fix: null,
  references: { lens: ['3.1', '3.3'] },
  check(work) {
    const { data, graph, need, report } = work;
    if (need(data, ['masked']) || graph.storesOf(data).length === 0 || !need(data, ['pii'])) return;
    const ways = unmaskedWays(work, data);
    for (const [store, way] of ways) {
      const hops = way.flatMap((edge) => graph.from(edge) ?? []);
      if (!isShared(work, store, data) || hops.some((hop) => isShared(work, hop, data))) continue;
      const candidate = hops.findLast((hop) => ['process', 'ingest'].includes(graph.roleOf(hop) ?? '')) ?? hops[0];
      const columns = personalColumns(data);
      report({
        on: store,
        message: `"${labelOf(data)}" carries ${columns.length > 0 ? counted(columns.length, 'personal column') : 'personal data'}${bracketed(listed(columns))} into ${labelOf(store)} unmasked, where people read it. Mask or drop them ${candidate ? `in ${labelOf(candidate)}` : 'before they are stored'}.`,
        values: { columns },
        related: [
          { element: data, message: 'The personal data' },
          ...hops.map((element) => ({ element, message: 'On the way' })),
        ],
      });
    }
  },
});

/** A store is shared when a person may read it: by a grant, or through an engine that reads it in place. */
function isShared({ graph }: Case, node: PipelineNode, data: DataSet): boolean {
  if (!graph.isStore(node)) return false;
  if (graph.grantsOn(node).some((grant) => grant.data === data.id)) return true;
  const readers = graph.downstream(node, (edge) => {
    const from = graph.from(edge);
    return (
      isFlow(edge) &&
      graph.carries(edge, data) &&
      from !== undefined &&
      (from === node || graph.roleOf(from) === 'consume')
    );
  });
  return readers.some(({ kind }) => kind === 'persona');
}
