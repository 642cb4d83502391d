import { type Case, defineRule, labelOf } from '../../../kit/rule';
import type { NodeOf } from '../../../kit/service';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service } from '../service';

const most = facts.expressMaxMinutes.value;

export const rule = defineRule(service, {
  id: 'reliability/express-workflow-too-long',
  severity: 'error',
  since: '0.1.0',
  summary: 'Run what takes more than five minutes in a standard workflow.',
  why: 'An Express workflow ends after five minutes, whatever its steps are doing.',
  exceptions: 'Steps that are started and not waited for: give the workflow its own expected run time.',
  source: facts.expressMaxMinutes.source,
  fix: 'quickfix',
  references: { lens: ['6.4'] },
  check(work) {
    const { node, need, know, undecided, report, set } = work;
    if (need(node, ['config', 'type']) !== 'EXPRESS') return;
    const own = know(node, ['durationMinutes']);
    const path = own === undefined ? pathOf(work, node) : { minutes: own, whole: true };
    const minutes = Math.max(path.minutes, know(node, ['timeoutMinutes']) ?? 0);
    if (minutes <= most && !path.whole) undecided(node as PipelineNode, ['durationMinutes']);
    if (minutes <= most) return;
    report({
      at: ['config', 'type'],
      message: `${labelOf(node)} is an Express workflow, which ends after ${most} min, and its path takes ${amount(minutes)} min. Make it a standard one.`,
      values: { minutes, mostMinutes: most },
      fix: { title: 'Make it a standard workflow', edits: [set(node, ['config', 'type'], 'STANDARD')] },
    });
  },
});

/** Minutes of the longest row of tasks that wait for each other, as far as they are known, and whether all are. */
function pathOf({ graph, know }: Case, node: NodeOf<typeof service>): { minutes: number; whole: boolean } {
  const tasks = new Set(
    graph.edgesOut(node as PipelineNode).flatMap((edge) => {
      const task = graph.to(edge);
      return task && graph.roleOf(task) === 'process' ? [task] : [];
    }),
  );
  const lasts = new Map([...tasks].map((task) => [task, know(task, ['durationMinutes'])]));
  const whole = [...lasts.values()].every((minutes) => minutes !== undefined);
  const minutesOf = (task: PipelineNode): number => lasts.get(task) ?? 0;
  if (know(node, ['config', 'parallel']) === false)
    return { minutes: [...tasks].reduce((sum, task) => sum + minutesOf(task), 0), whole };
  const upTo = new Map<PipelineNode, number>();
  const longestTo = (task: PipelineNode): number => {
    const known = upTo.get(task);
    if (known !== undefined) return known;
    // In a circle nobody waits for another.
    upTo.set(task, minutesOf(task));
    const before = graph.upstream(task).filter((other) => tasks.has(other));
    const minutes = minutesOf(task) + Math.max(0, ...before.map(longestTo));
    upTo.set(task, minutes);
    return minutes;
  };
  return { minutes: Math.max(0, ...[...tasks].map(longestTo)), whole };
}
