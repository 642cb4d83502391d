import { defineDataRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';
import { zoneTable } from '../../tables/zones';

const ranks: Readonly<Record<string, number>> = zoneTable.ranks.value;
const finished = zoneTable.ranks.value.curated;

export const rule = defineDataRule({
  id: 'graph/several-sources-of-truth',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let one store or pipeline be right about a data set.',
  why: 'Where two masters differ, every report is right by one of them, and people argue about numbers instead of what they mean.',
  exceptions: 'Copies of a store, and data sets that name the one system of record that counts.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
  fix: null,
  references: { lens: ['12.2', '15.6'] },
  check({ data, graph, know, report }) {
    const declared = know(data, ['systemOfRecord']);
    const masters = Array.isArray(declared) ? declared : undefined;
    if (masters && masters.length > 1) {
      const names = masters.map((id) => labelOf(graph.findNode(id) ?? { id }));
      report({
        at: ['systemOfRecord'],
        message: `"${labelOf(data)}" has ${masters.length} masters: ${fewOf(names)}. Decide which one is right when they differ, and let the others copy it.`,
        values: { masters },
      });
      return;
    }
    if (declared !== undefined) return;
    const origins = graph.originsOf(data).filter((node) => graph.roleOf(node) === 'process');
    if (origins.length < 2) return;
    const before = new Set(
      graph
        .storesOf(data)
        .filter((store) => ranks[know(store, ['zone']) ?? ''] === finished)
        .flatMap((store) => graph.upstream(store, (edge) => isDataEdge(edge) && graph.carries(edge, data))),
    );
    const builders = origins.filter((origin) => before.has(origin));
    if (builders.length < 2) return;
    report({
      message: `"${labelOf(data)}" is built ${builders.length} times: by ${fewOf(builders.map(labelOf))}. Build it once, or name the system of record that counts when they differ.`,
      values: { builders: builders.map(({ id }) => id) },
      related: builders.map((element) => ({ element, message: 'Builds it' })),
    });
  },
});
