import { dayWords } from '../../../kit/day';
import { insertInto, Refactoring } from '../../../kit/refactoring';
import { defineDesignRule, labelOf } from '../../../kit/rule';
import type { Edit } from '../../../model/edit';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { catalogueAfter } from '../../catalogued';
import { lifecycle } from '../../tables/lifecycle';

export const rule = defineDesignRule({
  id: 'lifecycle/s3-select',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Query objects with Athena instead of S3 Select.',
  why: 'S3 Select takes no new accounts, reads one object per call and joins nothing.',
  source: lifecycle.s3Select.source,
  fix: 'refactor',
  references: { lens: ['13.3'] },
  check({ graph, matrix, report }) {
    const since = `S3 Select is closed to new accounts since ${dayWords(lifecycle.s3Select.value.closedToNewAccounts)} and reads one object per call`;
    for (const edge of graph.pipeline.edges) {
      const [from, to] = [graph.from(edge), graph.to(edge)];
      if (edge.via !== 's3-select' || !from || !to) continue;
      const engine = from.kind === 's3' && matrix.find('athena', to.kind)?.way === 'native' && to.kind !== 's3';
      report({
        on: edge,
        at: ['via'],
        message: `${labelOf(from)} → ${labelOf(to)}: ${since}; query with Athena${engine ? '' : ', or read whole objects'}.`,
        fix: engine
          ? { title: 'Query with Athena', edits: throughAthena(edge, from, to) }
          : { title: 'Read whole objects', edits: natively(edge).edits },
      });
    }
    for (const node of graph.pipeline.nodes) {
      if (node.kind !== 's3' || node.config?.select !== true) continue;
      const change = new Refactoring(graph);
      change.unset(node, ['config', 'select']);
      report({
        on: node,
        at: ['config', 'select'],
        message: `${labelOf(node)}: ${since}; query with Athena.`,
        fix: { title: 'Do without S3 Select', edits: change.edits },
      });
    }

    function natively(edge: Edge): Refactoring {
      const change = new Refactoring(graph);
      change.unset(edge, ['via']);
      return change;
    }

    function throughAthena(edge: Edge, from: PipelineNode, to: PipelineNode): readonly Edit[] {
      const change = natively(edge);
      const ids = insertInto(change, graph, matrix, edge, ['athena']);
      catalogueAfter(change, graph, edge, to, ['athena'], ids, from);
      return change.edits;
    }
  },
});
