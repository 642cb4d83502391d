import { defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { arn, glue } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmsWithout } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { cronOf } from '../../kit/schedule';
import { type Step, stagesOf } from '../../kit/workflow';
import { service } from './service';

type WorkflowView = NodeView<typeof service>;
type WorkflowBlock = NodeBlock<typeof service>;

/** A job or a crawler of the workflow. */
export interface WorkflowStep extends Step {
  readonly runs: 'job' | 'crawler';
  readonly name: Expression;
  /** A schedule on the edge: wins over the workflow's own. */
  readonly intervalMinutes: number | undefined;
  readonly startAt: string | undefined;
}
export const workflowStepSlot = defineSlot<WorkflowStep>('workflow step');

const longestSuffix = 12;
const workflowName = (view: Pick<WorkflowView, 'id'>): Expression => nameInStack(view.id, 255 - longestSuffix);

export const cdk = defineCdk(service, {
  access: (view) => [
    {
      arn: arn('glue', 'workflow/', workflowName(view)),
      shown: `arn:aws:glue:<region>:<account>:workflow/${view.id}-<stack>`,
      via: 'role',
    },
  ],
  emit: (block) => {
    const { config } = block;
    const workflow = block.construct('Workflow', glue.member('CfnWorkflow'), {
      name: workflowName(block),
      description: `Workflow ${block.id} of the design`,
      defaultRunProperties: Object.keys(config.runProperties).length > 0 ? config.runProperties : undefined,
      maxConcurrentRuns: config.maxConcurrentRuns,
    });
    // A job that two edges lead to still runs once.
    const steps = [...new Map(block.offered(workflowStepSlot).map((step) => [step.view.id, step])).values()];
    const stages = stagesOf(block.design, block, steps, config.parallel);
    if (stages.length === 0) block.leaveOut('no job and no crawler is drawn for it to run');
    for (const [index, stage] of stages.entries()) {
      const before = stages[index - 1];
      block.construct(index === 0 ? 'Start' : `Stage${index + 1}`, glue.member('CfnTrigger'), {
        name: template(workflowName(block), index === 0 ? '-start' : `-stage-${index + 1}`),
        description: `Runs ${stage.map(({ view }) => view.id).join(', ')}`.slice(0, 2048),
        workflowName: workflow.member('ref'),
        actions: stage.map(({ runs, name }) => (runs === 'job' ? { jobName: name } : { crawlerName: name })),
        ...(before ? after(before) : start(block)),
      });
    }
    if (config.retryCatch)
      block.leaveOut('a workflow retries nothing itself: its jobs do, by their retries (config.retryCatch)');
    if (block.encryption === 'cmk')
      block.leaveOut('a workflow has no key of its own: settings of the catalog encrypt what Glue keeps');
    alarmsWithout(block, []);
  },
});

/** Starts once all of a stage have succeeded. */
const after = (stage: readonly WorkflowStep[]): { readonly [key: string]: Code } => ({
  type: 'CONDITIONAL',
  startOnCreation: true,
  predicate: {
    logical: stage.length > 1 ? 'AND' : undefined,
    conditions: stage.map(({ runs, name }) =>
      runs === 'job'
        ? { logicalOperator: 'EQUALS', jobName: name, state: 'SUCCEEDED' }
        : { logicalOperator: 'EQUALS', crawlerName: name, crawlState: 'SUCCEEDED' },
    ),
  },
});

const daily = 1440;

function start(block: WorkflowBlock): { readonly [key: string]: Code } {
  const { config } = block;
  const drawn = block
    .offered(workflowStepSlot)
    .filter(({ intervalMinutes }) => intervalMinutes !== undefined)
    .sort((a, b) => a.intervalMinutes! - b.intervalMinutes!)[0];
  const interval = drawn?.intervalMinutes ?? config.intervalMinutes;
  const heard = block.design.neighbours(block, 'in', 'eventbridge').length > 0;
  const trigger = config.triggers ?? (heard ? 'event' : interval !== undefined ? 'schedule' : 'on-demand');
  if (heard && trigger !== 'event') block.leaveOut(`events do not start it: config.triggers is "${trigger}"`);
  if (trigger === 'event')
    return {
      type: 'EVENT',
      eventBatchingCondition: { batchSize: config.eventBatch, batchWindow: config.eventWindowSeconds },
    };
  if (trigger === 'on-demand') return { type: 'ON_DEMAND' };
  return {
    type: 'SCHEDULED',
    schedule: cronOf(interval ?? daily, drawn?.startAt ?? config.startAt),
    startOnCreation: true,
  };
}
