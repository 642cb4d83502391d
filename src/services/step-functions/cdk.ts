import { defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { arn, onlyFor, removal, stepfunctions } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, logGroup } from '../../kit/cdk-parts';
import { type Code, type Expression, self, template } from '../../kit/code';
import { byRank, type Step, stagesOf } from '../../kit/workflow';
import { facts } from './facts';
import { service } from './service';

type MachineView = NodeView<typeof service>;
type MachineBlock = NodeBlock<typeof service>;
type State = { readonly [key: string]: Code };

/** A state of the machine for a step: without what comes after it. */
export interface MachineStep extends Step {
  /** `told` are messages: they go out at the end, and when the run fails. */
  readonly role: 'job' | 'told';
  readonly state: (outcome: 'SUCCEEDED' | 'FAILED') => State;
}
export const machineSlot = defineSlot<MachineStep>('machine step');

const expressEnding = '-express';

/** Named, so that a function that starts the machine and is a step of it can be made before it. A type has its own name: changing it makes another machine. */
export const machineName = (view: MachineView): Expression => {
  const base = nameInStack(view.id, facts.nameMax.value - expressEnding.length);
  return view.config.type === 'EXPRESS' ? template(base, expressEnding) : base;
};

const ofExecutions: ReadonlySet<string> = new Set([
  'states:DescribeExecution',
  'states:GetExecutionHistory',
  'states:StopExecution',
]);

export const cdk = defineCdk(service, {
  assumedBy: { service: 'states.amazonaws.com', conditions: () => onlyFor() },
  waits: 'StateMachine',
  access: (view, action) => {
    const ending = view.config.type === 'EXPRESS' ? expressEnding : '';
    const shown = (type: string): string => `arn:aws:states:<region>:<account>:${type}:${view.id}-<stack>${ending}`;
    return ofExecutions.has(action)
      ? [
          {
            arn: arn('states', 'execution:', machineName(view), ':*'),
            shown: `${shown('execution')}:*`,
            via: 'role',
            wildcard: { reason: `executions of ${view.title} are named when they start` },
          },
        ]
      : [{ arn: arn('states', 'stateMachine:', machineName(view)), shown: shown('stateMachine'), via: 'role' }];
  },
  emit: (block) => {
    const { config, title } = block;
    const role = block.role();
    const key = block.key();
    const logged = config.logLevel !== 'OFF';
    const group = logged
      ? // Under this prefix, the policy that lets log delivery in does not grow with every group.
        logGroup(block, 'LogGroup', { logGroupName: template('/aws/vendedlogs/states/', machineName(block)) })
      : undefined;
    const machine = block.construct('StateMachine', stepfunctions.member('StateMachine'), {
      stateMachineName: machineName(block),
      stateMachineType: stepfunctions.member('StateMachineType').member(config.type),
      definitionBody: stepfunctions
        .member('DefinitionBody')
        .method('fromString', self.method('toJsonString', definitionOf(block))),
      role: block.roleIsDeclared ? role.method('withoutPolicyUpdates') : role,
      logs: group && {
        destination: group,
        level: stepfunctions.member('LogLevel').member(config.logLevel),
        includeExecutionData: config.logInput,
      },
      tracingEnabled: config.tracing,
      encryptionConfiguration: key && stepfunctions.member('CustomerManagedEncryptionConfiguration').new(key),
      removalPolicy: removal(false),
    });
    if (block.encryption === 'none' || block.encryption === 'aws-managed')
      block.leaveOut('its definition and its runs are encrypted with a key that AWS owns, or with one of yours: "cmk"');
    if (config.logLevel !== 'ALL')
      block.acknowledge(machine, 'AwsSolutions-SF1', `${title} logs ${config.logLevel} in the design: config.logLevel`);
    if (!config.tracing)
      block.acknowledge(machine, 'AwsSolutions-SF2', `${title} is not traced in the design: config.tracing is false`);
    if ((logged || config.tracing) && !block.roleIsDeclared)
      block.acknowledge(
        role,
        'AwsSolutions-IAM5[Resource::*]',
        `${[...(logged ? ['log delivery (config.logLevel)'] : []), ...(config.tracing ? ['X-Ray (config.tracing)'] : [])].join(' and ')} of ${title}: these actions know no narrower resource`,
      );
    alarms(block, machine);
  },
});

/** Of an Express machine five minutes at most, of others what the design says: without a limit, a stuck job runs for a year. */
function timeoutSeconds(block: MachineBlock): number | undefined {
  const express = block.config.type === 'EXPRESS';
  const most = express ? facts.expressMaxMinutes.value : facts.standardMaxDays.value * minutesPerDay;
  const wanted = block.field('timeoutMinutes');
  if (typeof wanted !== 'number') return express ? most * secondsPerMinute : undefined;
  if (wanted > most) block.leaveOut(`it runs for ${most} minutes at most instead of ${wanted}: ${block.config.type}`);
  return Math.max(1, Math.round(Math.min(most, wanted) * secondsPerMinute));
}
const secondsPerMinute = 60;
const minutesPerDay = 1440;

/** The definition in the language of states: stages one after another, in each the jobs that do not wait for each other. */
function definitionOf(block: MachineBlock): State {
  const offered = byRank(block.design, block, block.offered(machineSlot));
  const told = offered.filter(({ role }) => role === 'told');
  const stages = stagesOf(
    block.design,
    block,
    offered.filter(({ role }) => role === 'job'),
    block.config.parallel,
  );
  const names = namer();
  const fails = block.config.retryCatch && told.length > 0;
  const failures = fails ? named(told, 'Report', names) : [];
  const caught = fails ? { Catch: [{ ErrorEquals: ['States.ALL'], Next: failures[0]!.name }] } : {};
  const retried = retryOf(block);
  const main = [
    ...stages.map((stage) => {
      const jobs = named(stage, 'Run', names);
      const [only] = jobs;
      if (jobs.length === 1)
        return { name: only!.name, state: { ...only!.step.state('SUCCEEDED'), ...retried, ...caught } };
      const branches = jobs.map(({ name, step }) => ({
        StartAt: name,
        States: { [name]: { ...step.state('SUCCEEDED'), ...retried, End: true } },
      }));
      // What a branch answers is dropped: every step gets the input of the run.
      return {
        name: names('Run side by side'),
        state: { Type: 'Parallel', Branches: branches, ResultPath: null, ...caught },
      };
    }),
    ...named(told, 'Tell', names).map(({ name, step }) => ({
      name,
      state: { ...step.state('SUCCEEDED'), ...retried },
    })),
  ];
  const seconds = timeoutSeconds(block);
  if (main.length === 0) {
    block.leaveOut('nothing is drawn for it to run: it passes its input on');
    main.push({ name: 'Nothing to run', state: { Type: 'Pass' } });
  }
  const failed = names('Failed');
  return {
    Comment: `Machine ${block.id} of the design`,
    ...(seconds !== undefined && { TimeoutSeconds: seconds }),
    StartAt: main[0]!.name,
    States: {
      ...Object.fromEntries(chain(main, { End: true })),
      ...(fails && {
        ...Object.fromEntries(
          chain(
            failures.map(({ name, step }) => ({ name, state: { ...step.state('FAILED'), ...retried } })),
            { Next: failed },
          ),
        ),
        [failed]: { Type: 'Fail', Cause: 'A step failed after its retries: the history of the run says which and why' },
      }),
    },
  };
}

interface Named<S> {
  readonly name: string;
  readonly state: S;
}

function chain(states: readonly Named<State>[], last: State): [string, State][] {
  return states.map(({ name, state }, index) => {
    const next = states[index + 1];
    return [name, { ...state, ...(next ? { Next: next.name } : last) }];
  });
}

const named = (
  steps: readonly MachineStep[],
  verb: string,
  names: (text: string) => string,
): { readonly name: string; readonly step: MachineStep }[] =>
  steps.map((step) => ({ name: names(`${verb} ${step.view.id}`), step }));

/** Names of states: each once, and within the length that one may have. */
function namer(): (text: string) => string {
  const used = new Set<string>();
  return (text) => {
    let unique = text.slice(0, facts.nameMax.value);
    for (let count = 2; used.has(unique); count += 1)
      unique = `${text.slice(0, facts.nameMax.value - String(count).length - 1)} ${count}`;
    used.add(unique);
    return unique;
  };
}

const usualAttempts = 3;

function retryOf(block: MachineBlock): State {
  const { retryCatch, retrySeconds, retryBackoff } = block.config;
  const attempts = Math.min(facts.retry.value.attemptsMax, block.node.retries ?? (retryCatch ? usualAttempts : 0));
  if (attempts === 0) return {};
  return {
    Retry: [
      {
        ErrorEquals: ['States.ALL'],
        IntervalSeconds: retrySeconds,
        MaxAttempts: attempts,
        BackoffRate: retryBackoff,
        JitterStrategy: 'FULL',
      },
    ],
  };
}

function alarms(block: MachineBlock, machine: Expression): void {
  const wanted = block.node.alarms ?? [];
  for (const [id, metricName, description] of [
    ['Failed', 'ExecutionsFailed', 'A run failed'],
    ['TimedOut', 'ExecutionsTimedOut', 'A run took longer than it may'],
  ] as const)
    if (wanted.includes('failure'))
      alarmOn(
        block,
        id,
        {
          namespace: 'AWS/States',
          metricName,
          dimensions: { StateMachineArn: machine.member('stateMachineArn') },
          statistic: 'Sum',
          periodMinutes: 5,
        },
        { threshold: 0, above: true, description },
      );
  alarmsWithout(block, ['failure']);
}
