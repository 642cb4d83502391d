import { defineNodeRule, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { listed } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';

export const rule = defineNodeRule({
  id: 'reliability/job-not-idempotent',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a rerun of a job give the same result as one run.',
  why: 'Every retry and every second delivery runs the job again on data it has already written.',
  exceptions: 'Data sets whose rows are replaced by key: a second write changes nothing.',
  source:
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_prevent_interaction_failure_idempotent.html',
  fix: null,
  references: { lens: ['6.4'] },
  check({ node, graph, need, any, report }) {
    if (graph.roleOf(node) !== 'process') return;
    const outputs = graph.edgesOut(node).filter((edge) => {
      const target = graph.to(edge);
      return isDataEdge(edge) && target !== undefined && graph.isStore(target);
    });
    const appended = outputs.filter((edge) => {
      const data = graph.findData(edge.data);
      return !data || need(data, ['mutation']) === 'append';
    });
    if (appended.length === 0 || need(node, ['idempotent'])) return;
    const repeats = any(
      () => graph.edgesIn(node).some((edge) => isDataEdge(edge) && isStream(graph.from(edge) ?? node)),
      () => need(node, ['retries']) > 0,
    );
    if (!repeats) return;
    const targets = appended.flatMap((edge) => graph.to(edge) ?? []);
    report({
      at: ['idempotent'],
      message: `${labelOf(node)} may run twice on the same records but appends: each retry duplicates its output in ${listed(targets.map(labelOf))}. Write under names that follow from the input, or replace by key.`,
      related: targets.map((element) => ({ element, message: 'Receives the duplicates' })),
    });
  },
});
