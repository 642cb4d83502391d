import { type Case, defineDataRule, labelOf } from '../../../kit/rule';
import { storedFormat, writing } from '../../../kit/stored';
import { amount, fewOf } from '../../../kit/words';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';

const manyCopies = 3;
/** Kinds that hold files: there copies are alike when their format is. */
const fileStores: ReadonlySet<string> = new Set(['s3', 'iceberg-table', 'efs', 'fsx', 'ebs']);

export const rule = defineDataRule({
  id: 'sustainability/redundant-copies',
  severity: 'info',
  since: '0.1.0',
  summary: 'Keep a data set once, and query it in place.',
  why: 'Each copy is stored, moved, secured and kept in step: the third one rarely answers what the first could not.',
  exceptions:
    'Backups, staging areas, copies in another Region, and stores into which a step writes something else than it read.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/data-management.html',
  fix: null,
  references: { lens: ['15.6'] },
  check(work) {
    const { data, graph, mention, report } = work;
    const stores = graph.storesOf(data).filter((store) => isCopy(work, store, data));
    if (stores.length < manyCopies) return;
    const alike = new Map<string, PipelineNode[]>();
    for (const store of stores) {
      const likeness = fileStores.has(store.kind) ? storedFormat(work, store, data) : store.kind;
      alike.set(likeness, [...(alike.get(likeness) ?? []), store]);
    }
    for (const [likeness, copies] of alike) {
      if (copies.length < manyCopies) continue;
      const totalGB = mention(data, ['totalGB']);
      const size = totalGB === undefined ? '' : `, ${amount(totalGB * copies.length)} GB in all`;
      report({
        message: `"${labelOf(data)}" is stored ${copies.length} times as ${likeness} (${fewOf(copies.map(labelOf))})${size}. Keep one, and query it in place.`,
        values: { copies: copies.map(({ id }) => id) },
        related: copies.map((element) => ({ element, message: 'Holds a copy' })),
      });
    }
  },
});

/** Whether a store holds the data set as others do: not as a backup, in another Region, or changed on the way in. */
function isCopy(work: Case, store: PipelineNode, data: DataSet): boolean {
  const { graph, know } = work;
  if (graph.roleOf(store) !== 'store') return false;
  const region = know(store, ['region']);
  const home = graph.pipeline.architecture.region;
  if (region !== undefined && home !== undefined && region !== home) return false;
  return writing(work, store, data).every((edge) => know(edge, ['transform']) === 'none');
}
