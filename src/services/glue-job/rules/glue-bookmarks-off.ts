import { defineRule, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { bracketed, quantity } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service } from '../service';

const remembered: ReadonlySet<string> = new Set(facts.bookmarkSources.value);

export const rule = defineRule(service, {
  id: 'reliability/glue-bookmarks-off',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a job that loads increments remember how far it has read.',
  why: 'Without bookmarks each run reads everything again: rows are appended once more, and the runs grow with the store.',
  exceptions:
    'Rows that are replaced by key, and jobs of which a rerun gives the same result. Streaming and Python shell jobs have no bookmarks.',
  source: facts.bookmarkSources.source,
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.4', '15.3'] },
  check({ node, graph, need, know, mention, report, set }) {
    if (need(node, ['config', 'bookmarks']) || need(node, ['config', 'jobType']) !== 'spark') return;
    const entering = graph.edgesIn(node).filter(isDataEdge);
    if (entering.some((edge) => isStream(graph.from(edge) ?? (node as PipelineNode)))) return;
    const appends = graph.edgesOut(node).some((edge) => {
      const target = graph.to(edge);
      const data = graph.findData(edge.data);
      const written = isDataEdge(edge) && target !== undefined && graph.isStore(target);
      return written && (!data || need(data, ['mutation']) === 'append');
    });
    if (!appends || know(node, ['idempotent']) === true) return;
    const sources = entering.filter((edge) => remembered.has(graph.from(edge)?.kind ?? ''));
    const again = sources.find((edge) => know(edge, ['load']) === 'incremental');
    if (!again) {
      for (const edge of sources) need(edge, ['load']);
      return;
    }
    const data = graph.findData(again.data);
    const size = bracketed(quantity(data && mention(data, ['totalGB']), 'GB'));
    report({
      at: ['config', 'bookmarks'],
      message: `${labelOf(node)} rereads all of ${labelOf(graph.from(again)!)}${size} each run and appends it again. Turn job bookmarks on.`,
      related: [{ element: again, message: 'Says that it loads increments' }],
      fix: { title: 'Turn job bookmarks on', edits: [set(node, ['config', 'bookmarks'], true)] },
    });
  },
});
