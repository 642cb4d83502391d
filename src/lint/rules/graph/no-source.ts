import { defineNodeRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import { isNamedByNode } from '../../named';

const receiving: ReadonlySet<string | undefined> = new Set(['process', 'store', 'staging', 'consume']);

export const rule = defineNodeRule({
  id: 'graph/no-source',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Draw what feeds every store, job and consumer.',
  why: 'What nothing feeds stays empty; or its data comes from somewhere that the design hides, and its sensitivity, volume and freshness with it.',
  exceptions:
    'The system of record of its data, a bucket with a static website, a node that another one writes to by a field (transform, replication), and a persona with a grant need no inbound edge; catalogs, crawlers and what governs or observes are not asked.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
  fix: null,
  references: { lens: ['6.1'] },
  check({ node, graph, know, report }) {
    if (!receiving.has(graph.roleOf(node))) return;
    // Of a node with no edge at all, graph/isolated-node speaks.
    if (graph.edgesIn(node).length === 0 && graph.edgesOut(node).length === 0) return;
    // An engine may be drawn asking: a query edge from it. From a store, a query edge is somebody reading it.
    const asks = !graph.isStore(node) && graph.edgesOut(node).some(({ kind }) => kind === 'query');
    if (asks || graph.edgesIn(node).some(isFlow)) return;
    if (know(node, ['config', 'staticWebsite']) === true || isNamedByNode(graph, node)) return;
    const isRecord = graph.dataOf(node).some(({ systemOfRecord }) => [systemOfRecord].flat().includes(node.id));
    const persona = know(node, ['config', 'persona']);
    const granted = graph.pipeline.grants.some((grant) => grant.persona === persona);
    if (isRecord || granted) return;
    report({
      message: `Nothing feeds ${labelOf(node)}: no data or query edge leads to it. Draw its source, or remove it.`,
    });
  },
});
