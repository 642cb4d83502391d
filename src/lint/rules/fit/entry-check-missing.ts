import { type Case, defineDataRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import type { DataSet, Edge, PipelineNode } from '../../../model/vocabulary';
import { changesContent } from '../../flows';
import { isShared } from '../../shared';
import { transformation } from '../../tables/transformation';

const lakes: ReadonlySet<string> = new Set(transformation.lakeKinds.value);

export const rule = defineDataRule({
  id: 'fit/entry-check-missing',
  severity: 'info',
  since: '0.1.0',
  summary: 'Check or mask doubtful and personal data lightly on its way into a shared lake.',
  why: 'What is loaded first and transformed later is read in between: wrong rows and names of people with it.',
  exceptions: 'A landing zone that only jobs read may take everything as it comes.',
  source: transformation.loadFirst.source,
  fix: null,
  references: { lens: ['6.4', '7.2'] },
  check(work) {
    const { data, graph, need, know, report } = work;
    if (!graph.storesOf(data).some(({ kind }) => lakes.has(kind))) return;
    const trust = need(data, ['trust']);
    const doubtful = trust === 'low';
    // The way through the lake is only walked where a check may be needed.
    if (!doubtful && (need(data, ['masked']) || know(data, ['pii']) === false)) return;
    const store = uncheckedStore(work, data);
    if (!store) return;
    // Known to be personal, or unknown: then nobody can say.
    if (!doubtful) need(data, ['pii']);
    const why = doubtful ? `trust ${trust}` : 'personal data';
    report({
      message: `"${labelOf(data)}" enters the shared lake unchecked, in ${labelOf(store)}. A light transform on entry, then the real one on demand (ETLT), fits ${why}.`,
      values: { trust },
      related: [{ element: store, message: 'People read it here' }],
    });
  },
});

/** The first shared store of a lake that a data set reaches with nothing that changes, checks or masks it on the way. */
function uncheckedStore(work: Case, data: DataSet): PipelineNode | undefined {
  const { graph, know } = work;
  const reached = new Set(graph.originsOf(data));
  for (const node of reached) {
    const edges = graph.edgesIn(node).filter((edge) => graph.carries(edge, data));
    if (lakes.has(node.kind) && edges.length > 0 && isShared(work, node, data)) return node;
    const checks =
      graph.roleOf(node) === 'process' ||
      know(node, ['config', 'transform']) !== undefined ||
      changesContent(work, node, []);
    if (checks) continue;
    for (const edge of graph.edgesOut(node)) {
      const next = graph.to(edge);
      if (next && isFlow(edge) && graph.carries(edge, data) && !changes(edge)) reached.add(next);
    }
  }
  return undefined;
}

const changes = ({ transform, masks }: Edge): boolean =>
  masks === true || (transform !== undefined && transform !== 'none');
