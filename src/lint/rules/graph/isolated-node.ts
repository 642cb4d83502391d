import { defineNodeRule, labelOf } from '../../../kit/rule';
import { isNamedByNode } from '../../named';

export const rule = defineNodeRule({
  id: 'graph/isolated-node',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Connect every node to something, or take it out.',
  why: 'A node without an edge is deployed and paid for, and no rule about paths can judge it.',
  exceptions:
    'A node that another one names in a field (its key, its secret, its transform), a CloudTrail node beside "architecture.trail", and Macie beside "architecture.macie" need no edge.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
  fix: null,
  references: { lens: ['6.1', '13.1'] },
  silences: ['graph/no-source', 'graph/no-sink'],
  check({ node, graph, report }) {
    if (graph.edgesIn(node).length > 0 || graph.edgesOut(node).length > 0) return;
    const { trail, macie } = graph.pipeline.architecture;
    if (isNamedByNode(graph, node) || (node.kind === 'cloudtrail' && trail) || (node.kind === 'macie' && macie)) return;
    report({
      message: `${labelOf(node)} is connected to nothing: it costs and serves nobody. Draw what it reads or writes, or remove it.`,
    });
  },
});
