import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as appflow } from '../../../services/appflow/service';
import { service as datasync } from '../../../services/datasync/service';
import { service as dms } from '../../../services/dms/service';
import { service as emrEc2 } from '../../../services/emr-ec2/service';
import { service as emrServerless } from '../../../services/emr-serverless/service';
import { service as glueJob } from '../../../services/glue-job/service';
import { service as stepFunctions } from '../../../services/step-functions/service';

/** Kinds through which a failure reaches people. */
const messengers: ReadonlySet<string | undefined> = new Set(['sns', 'eventbridge', 'cloudwatch']);

export const rule = defineRule([glueJob, emrEc2, emrServerless, dms, datasync, appflow, stepFunctions], {
  id: 'operations/no-failure-alert',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Tell somebody when a job fails.',
  why: 'A job that fails in silence is found by whoever opens the report: days later, and with wrong numbers in the meantime.',
  exceptions: 'Jobs that report to a topic, a bus or CloudWatch, and jobs whose orchestrator does.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/operational-excellence.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['1.2', '6.2', '6.3'] },
  check(work) {
    const { graph, need, mention, report, set } = work;
    const node = work.node as PipelineNode;
    const alarms = need(node, ['alarms']);
    if (alarms.includes('failure') || reportsByEdge(work, node) || isWatched(work, node)) return;
    const [data] = graph.dataOut(node);
    const fed = data ? `, and "${labelOf(data)}" (${mention(data, ['criticality'])}) stays as it was` : '';
    report({
      at: ['alarms'],
      message: `Nobody is told when ${labelOf(node)} fails${fed}. Add a failure alarm.`,
      fix: { title: 'Add a failure alarm', edits: [set(node, ['alarms'], [...alarms, 'failure'])] },
    });
  },
});

const reportsByEdge = ({ graph }: Case, node: PipelineNode): boolean =>
  graph.edgesOut(node).some((edge) => messengers.has(graph.to(edge)?.kind));

/** Whether an orchestrator that runs the node tells of its failures: they are its own. */
function isWatched(work: Case, node: PipelineNode): boolean {
  const { graph, know } = work;
  return graph.edgesIn(node).some((edge) => {
    const caller = isFlow(edge) ? undefined : graph.from(edge);
    if (!caller || graph.roleOf(caller) !== 'orchestrate') return false;
    return know(caller, ['alarms'])?.includes('failure') || reportsByEdge(work, caller);
  });
}
