import { unmaskedWays } from '../../../kit/personal-data';
import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineDataRule, type Fix, labelOf } from '../../../kit/rule';
import { bracketed, counted, listed } from '../../../kit/words';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';
import { isShared } from '../../shared';

export const rule = defineDataRule({
  id: 'security/pii-not-filtered-early',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Mask or drop personal columns before the first store that people read.',
  why: 'A column that was never stored cannot leak, needs no erasure and no column filter; once it is in a shared store, it is in every copy of it.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
  fix: 'refactor',
  references: { lens: ['3.1', '3.3'] },
  check(work) {
    const { data, graph, need, report } = work;
    if (need(data, ['masked']) || graph.storesOf(data).length === 0 || !need(data, ['pii'])) return;
    const ways = unmaskedWays(work, data);
    for (const [store, way] of ways) {
      const hops = way.flatMap((edge) => graph.from(edge) ?? []);
      if (!isShared(work, store, data) || hops.some((hop) => isShared(work, hop, data))) continue;
      const candidate = hops.findLast((hop) => ['process', 'ingest'].includes(graph.roleOf(hop) ?? '')) ?? hops[0];
      const columns = data.piiColumns ?? [];
      report({
        on: store,
        message: `"${labelOf(data)}" carries ${columns.length > 0 ? counted(columns.length, 'personal column') : 'personal data'}${bracketed(listed(columns))} into ${labelOf(store)} unmasked, where people read it. Mask or drop them ${candidate ? `in ${labelOf(candidate)}` : 'before they are stored'}.`,
        values: { columns },
        related: [
          { element: data, message: 'The personal data' },
          ...hops.map((element) => ({ element, message: 'On the way' })),
        ],
        fix: candidate?.kind === 'firehose' ? maskIn(work, candidate, data) : undefined,
      });
    }
  },
});

/** A delivery stream masks with a function of its own; other steps mask in their code, which no fix can write. */
function maskIn({ graph, know }: Case, delivery: PipelineNode, data: DataSet): Fix | undefined {
  if (know(delivery, ['config', 'transform']) !== undefined) return undefined;
  const change = new Refactoring(graph);
  const label = `Mask ${labelOf(data)}`;
  const mask = change.add('lambda', delivery, { label, config: { masksPii: true } });
  change.set(delivery, ['config', 'transform'], mask);
  change.connect(delivery.id, mask, { data: data.id });
  return { title: `Mask in ${labelOf(delivery)} with a function`, edits: change.edits };
}
