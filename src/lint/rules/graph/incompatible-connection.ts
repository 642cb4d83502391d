import { chainBetween, insertInto, Refactoring } from '../../../kit/refactoring';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import { catalogueAfter } from '../../catalogued';

/** Ways out that a message names. */
const shownAlternatives = 4;

export const rule = defineEdgeRule({
  id: 'graph/incompatible-connection',
  severity: 'error',
  since: '0.1.0',
  summary: 'Join only services that can be joined.',
  why: 'There is no integration for the pair: as drawn it cannot be deployed, whatever the settings.',
  exceptions:
    'Metadata and control edges move no data and are not asked; a node of kind "custom" may be joined to anything.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
  fix: 'refactor',
  references: { lens: ['6.1', '8.1'] },
  silences: ['graph/adapter-missing', 'graph/format-mismatch', 'iam/edge-permission-missing'],
  check({ edge, graph, matrix, report }) {
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !to || !isFlow(edge) || from.kind === 'custom' || to.kind === 'custom') return;
    const [source, target] = [graph.kindOf(from), graph.kindOf(to)];
    // A kind that nobody knows is a problem of the document already.
    if (!source || !target) return;
    const pair = matrix.find(from.kind, to.kind);
    if (pair && pair.way !== 'refused') return;
    const back = matrix.find(to.kind, from.kind);
    const possible = matrix
      .feeds(from.kind)
      .filter(({ way }) => way !== 'metadata')
      .map((other) => graph.kinds.get(other.to)?.label ?? other.to);
    const more = possible.length > shownAlternatives;
    const alternatives = more ? `${possible.slice(0, shownAlternatives).join(', ')}, …` : listed(possible, 'or');
    const turns = !pair && back !== undefined && back.way !== 'refused';
    const advice = pair
      ? `Instead: ${pair.pattern}.`
      : turns
        ? 'The other way round works: turn the edge.'
        : possible.length > 0
          ? `It can feed ${alternatives}.`
          : 'Nothing follows it.';
    const kinds = turns ? undefined : chainBetween(matrix, from.kind, to.kind);
    const change = new Refactoring(graph);
    if (kinds) {
      const ids = insertInto(change, graph, matrix, edge, kinds);
      catalogueAfter(change, graph, edge, to, kinds, ids);
    }
    if (turns) change.lead(edge, { from: to.id, to: from.id });
    const names = kinds?.map((kind) => graph.kinds.get(kind)?.label ?? kind);
    report({
      message: `${labelOf(from)} (${source.label}) cannot feed ${labelOf(to)} (${target.label}): no integration exists. ${advice}`,
      values: { from: from.kind, to: to.kind },
      fix: names
        ? { title: `Put ${listed(names)} in between`, edits: change.edits }
        : turns
          ? { title: 'Turn the edge', edits: change.edits }
          : undefined,
    });
  },
});
