import { isNewcomer } from '../../../kit/newcomers';
import { insertInto, Refactoring } from '../../../kit/refactoring';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import { ownCode } from '../../tables/own-code';

const code: ReadonlySet<string> = new Set(ownCode.kinds.value);

export const rule = defineEdgeRule({
  id: 'graph/adapter-missing',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Draw the code or the connector that a pair needs, or name it on the edge.',
  why: 'The two do not speak to each other by themselves: somebody has to write, run and watch what stands between.',
  exceptions: 'An application or a function at one end is code already: it may be what joins them.',
  source: ownCode.kinds.source,
  fix: 'refactor',
  references: { lens: ['6.1'] },
  check({ edge, graph, matrix, know, report }) {
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !to || !isFlow(edge)) return;
    const pair = matrix.find(from.kind, to.kind);
    if (pair?.way !== 'code' && pair?.way !== 'connector') return;
    if (pair.way === 'code' && (code.has(from.kind) || code.has(to.kind))) return;
    const via = know(edge, ['via']);
    if (via !== undefined && via !== 'native') return;
    const kind = pair.intermediates?.find(isNewcomer);
    const change = new Refactoring(graph);
    if (kind) insertInto(change, graph, matrix, edge, [kind]);
    const adapter = pair.way === 'code' ? 'code' : 'a connector';
    report({
      message: `${labelOf(from)} → ${labelOf(to)} needs ${adapter} (${pair.pattern}); none is drawn. Put it in between, or name it in "via".`,
      fix: kind ? { title: `Put ${graph.kinds.get(kind)?.label ?? kind} in between`, edits: change.edits } : undefined,
    });
  },
});
