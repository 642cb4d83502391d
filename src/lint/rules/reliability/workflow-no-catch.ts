import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, type Fix, labelOf } from '../../../kit/rule';
import type { Service } from '../../../kit/service';
import { counted } from '../../../kit/words';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { service as glueWorkflow } from '../../../services/glue-workflow/service';
import { service as mwaa } from '../../../services/mwaa/service';
import { service as stepFunctions } from '../../../services/step-functions/service';

/** Where a workflow tells that it failed. */
const notifications: ReadonlySet<string> = new Set(['sns', 'sqs', 'eventbridge', 'cloudwatch']);

export const rule = defineRule<Service>([stepFunctions, glueWorkflow, mwaa], {
  id: 'reliability/workflow-no-catch',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let each step of a workflow be retried, or report that it failed.',
  why: 'A step that fails ends the run; where nothing retries and nobody is told, the gap shows in the reports.',
  exceptions: 'Steps that are retried by themselves, as Glue jobs are by their own number of retries.',
  source: [
    'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
    'https://docs.aws.amazon.com/glue/latest/dg/workflows_overview.html',
  ],
  fix: 'refactor',
  scaling: 'resilience',
  references: { lens: ['6.4', '6.3'] },
  check(work) {
    const { node, graph, need, report } = work;
    const tasks = graph.edgesOut(node).filter((edge) => !notifications.has(graph.to(edge)?.kind ?? ''));
    if (need(node, ['config', 'retryCatch']) === true) return;
    if (tasks.length < graph.edgesOut(node).length || need(node, ['alarms']).includes('failure')) return;
    const left = tasks.filter((edge) => isLeft(work, edge));
    if (left.length === 0) return;
    report({
      at: ['config', 'retryCatch'],
      message: `${left.length} of ${counted(tasks.length, 'task')} in ${labelOf(node)} neither retr${left.length === 1 ? 'ies' : 'y'} nor report${left.length === 1 ? 's' : ''}: a failed run is noticed by who misses the data. Retry, and tell somebody what still fails.`,
      related: left.map((element) => ({ element, message: 'Has no handler' })),
      fix: handled(work, node),
    });
  },
});

/** Whether nothing happens after a task fails. What starts a function counts its own retries, not those of the function. */
function isLeft({ graph, need, know }: Case, edge: Edge): boolean {
  if (need(edge, ['onFailure']) !== 'none') return false;
  const task = graph.to(edge);
  return task === undefined || task.kind === 'lambda' || !((know(task, ['retries']) ?? 0) > 0);
}

/** A Glue workflow retries nothing itself: it reports. */
function handled({ graph, mention }: Case, node: PipelineNode): Fix {
  const change = new Refactoring(graph);
  if (node.kind !== glueWorkflow.kind) {
    change.set(node, ['config', 'retryCatch'], true);
    return { title: 'Retry and catch', edits: change.edits };
  }
  change.set(node, ['alarms'], [...(mention(node, ['alarms']) ?? []), 'failure']);
  return { title: 'Alarm on failures', edits: change.edits };
}
