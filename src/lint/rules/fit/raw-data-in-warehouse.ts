import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { isDataEdge, isFlow } from '../../../model/graph';
import type { Edge } from '../../../model/vocabulary';
import { transformation } from '../../tables/transformation';

const warehouses: ReadonlySet<string> = new Set(transformation.warehouses.value);
const rowless: ReadonlySet<string> = new Set(transformation.rowless.value);

export const rule = defineEdgeRule({
  id: 'fit/raw-data-in-warehouse',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Load a warehouse with rows of a known schema; keep everything else in the lake.',
  why: 'A warehouse writes against a schema: what has none fails to load, or fills columns that nobody can query well.',
  exceptions:
    'Data that a step before has made rows of, records whose columns are known, and streaming ingestion, which keeps documents as they are.',
  source: [transformation.rowless.source, transformation.warehouses.source],
  fix: null,
  references: { lens: ['8.1', '9.2'] },
  check({ edge, graph, know, need, report }) {
    const [from, to, data] = [graph.from(edge), graph.to(edge), graph.findData(edge.data)];
    if (!from || !to || !data || !isDataEdge(edge) || !warehouses.has(to.kind) || isStream(from)) return;
    if (know(data, ['structure']) === 'structured') return;
    const carries = (hop: Edge): boolean => isFlow(hop) && graph.carries(hop, data);
    const before = [from, ...graph.upstream(from, carries)];
    const isMadeRows =
      edge.transform !== undefined && edge.transform !== 'none'
        ? true
        : before.some(
            (node) =>
              graph.roleOf(node) === 'process' ||
              know(node, ['config', 'transform']) !== undefined ||
              graph
                .edgesIn(node)
                .some((hop) => carries(hop) && hop.transform !== undefined && hop.transform !== 'none'),
          );
    // A format on the edge says what is loaded, whatever the data set was before.
    if (isMadeRows || (edge.format !== undefined && edge.format !== data.format)) return;
    const structure = need(data, ['structure']);
    if (structure === 'semi-structured' && need(data, ['schemaKnown'])) return;
    const format = know(data, ['format']);
    const never = format !== undefined && rowless.has(format);
    report({
      severity: never ? 'error' : 'warning',
      message: `${labelOf(to)} writes against a schema; "${labelOf(data)}" is ${structure}${format === undefined ? '' : ` (${format})`} and comes untransformed from ${labelOf(from)}. Keep it in S3 and load the aggregated part.`,
      values: { structure },
      related: [{ element: data, message: never ? 'No rows can be made of it' : 'Has no fixed schema' }],
    });
  },
});
