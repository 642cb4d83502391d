import { defineEdgeRule } from '../../../kit/rule';
import { nearest } from '../../../model/check';

export const rule = defineEdgeRule({
  id: 'graph/dangling-edge',
  severity: 'error',
  since: '0.1.0',
  summary: 'Both ends of an edge must be nodes of the design.',
  why: 'An edge to nothing cannot be deployed, and every rule about its path is blind.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
  fix: 'refactor',
  references: { lens: ['6.1'] },
  silences: ['*'],
  check({ edge, graph, report, set }) {
    for (const end of ['from', 'to'] as const) {
      const id = edge[end];
      if (graph.findNode(id)) continue;
      const close = nearest(
        id,
        graph.pipeline.nodes.map((node) => node.id),
      );
      report({
        at: [end],
        message: `Edge ${edge.id}: "${id}" does not exist.${close ? ` The closest node is "${close}".` : ' Name a node, or delete the edge.'}`,
        values: { id },
        fix: close
          ? { title: `Connect to "${close}"`, edits: [set(edge, [end], close)] }
          : { title: 'Delete the edge', edits: [{ op: 'remove', element: { list: 'edges', id: edge.id } }] },
      });
    }
  },
});
