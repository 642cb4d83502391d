import { defineDesignRule, labelOf } from '../../../kit/rule';
import { loops } from '../../loops';

/** Nodes of a way that a message names. */
const shownHops = 5;

export const rule = defineDesignRule({
  id: 'graph/cycle',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let data flow onwards, not back to where it came from.',
  why: 'What feeds itself never ends: volumes grow with every round, and nobody can say which copy is the original.',
  exceptions:
    'An edge on demand is an answer; a store that is written under one prefix and read under another, and a function that gives records back to the delivery stream that calls it, do not feed themselves.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
  fix: null,
  references: { lens: ['6.1'] },
  check({ graph, report }) {
    for (const way of loops(graph)) {
      const nodes = way.flatMap((edge) => graph.from(edge) ?? []);
      const names = nodes.map(labelOf);
      const shown = names.length > shownHops ? [...names.slice(0, shownHops - 1), '…'] : names;
      // Best seen where data is written back; the first edge of the way where nothing on it keeps data.
      const edge = way.find(({ to }) => graph.isStore(graph.findNode(to)!)) ?? way[0]!;
      report({
        on: edge,
        message: `${[...shown, names[0]].join(' → ')} feeds itself: each round adds to the last. Break it, write under another prefix, or mark the answering edge as on demand.`,
        values: { nodes: nodes.map(({ id }) => id) },
        related: nodes.map((element) => ({ element, message: 'On the cycle' })),
      });
    }
  },
});
