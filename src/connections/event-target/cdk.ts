import { defineCdkConnection, type EdgeBlock, type NodeView, viewAs } from '../../kit/cdk';
import {
  events,
  iam,
  lambda,
  onlyFor,
  partition,
  scheduler,
  servicePrincipal,
  stepfunctions,
} from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { type Code, type Expression, name, template } from '../../kit/code';
import { cronOf } from '../../kit/schedule';
import { filterOf, hasBus, reportSlot, ruleSlot } from '../../services/eventbridge/cdk';
import { service as eventBridge } from '../../services/eventbridge/service';
import { delimiterSlot } from '../../services/firehose/cdk';
import { detailType } from '../event-names';
import { deadLetterQueue } from '../failure-destination';
import { admitDeadLetters, admitRule, eventService, messageTarget, offerToRule } from '../rule-target';
import { procedureCall } from '../warehouse-procedure';
import { connection } from './connection';

type Props = { readonly [key: string]: Code };

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    offerToRule(view);
    if (view.to.kind === 'firehose') view.offer(view.to, delimiterSlot, true);
  },
  emit: (block) => {
    const { from, to } = block;
    const view = viewAs(from, eventBridge)!;
    if (to.id === from.id) return block.leaveOut('a bus that feeds itself would never come to rest');
    const target = to.kind === 'glue-job' ? startsJob(block, view) : targets[to.kind]?.(block);
    if (!target) return;
    const failures = deadLetterQueue(block, from, view.config.onFailure, eventService);
    const more = retries(view, failures);
    if (target.schedules) return target.schedules(more);
    for (const [index, when] of rulesOf(block, view).entries()) {
      const suffix = index === 0 ? '' : String(index + 1);
      const ruleName = nameInStack(suffix === '' ? block.edge.id : `${block.edge.id}.${suffix}`, 64);
      const rule = block.construct(from, `Rule${suffix}`, events.member('CfnRule'), {
        name: ruleName,
        description: when.description,
        eventBusName: when.bus,
        eventPattern: when.pattern,
        scheduleExpression: when.schedule,
        state: 'ENABLED',
        targets: [{ id: 'Target', ...target.props, inputPath: when.records ? target.inputPath : undefined, ...more }],
      });
      target.admits?.(rule, suffix);
      if (failures) admitDeadLetters(block, failures, rule);
      block.offer(from, ruleSlot, { rule: ruleName, bus: when.bus });
    }
  },
});

interface When {
  readonly description: string;
  readonly bus?: Expression;
  readonly pattern?: Props;
  readonly schedule?: string;
  /** Events are records of the design, in their detail, and not the words of a service about something. */
  readonly records: boolean;
}

/** When the target is called: by the clock, or for what services report and for what is put into the bus. */
function rulesOf({ edge, data, design }: EdgeBlock, from: NodeView<typeof eventBridge>): readonly When[] {
  const schedule = scheduleOf(edge, from);
  if (schedule !== undefined)
    return [{ description: `Schedule of ${from.id}, for edge ${edge.id}`, schedule, records: false }];
  const reports = from.offered(reportSlot);
  const filter = filterOf(from);
  const heard: When[] = reports.map((report) => ({
    description: `What edge ${report.edge} reports, for edge ${edge.id}`,
    pattern: { ...report.pattern, ...filter },
    records: false,
  }));
  const given = Object.keys(filter).length > 0;
  if (hasBus(from, design)) {
    const [bus, carried] = [from.part('Bus').member('eventBusName'), new Set(carriedInto(design, from))];
    // Of several data sets on the bus, those of this edge; a bus of one has nothing else on it.
    const own = edge.data !== undefined && carried.size > 1 && carried.has(edge.data);
    const pattern = given ? filter : own ? typeOf(from, data) : { source: [{ prefix: '' }] };
    heard.push({ description: `Events of ${from.id}, for edge ${edge.id}`, bus, pattern, records: true });
  } else if (heard.length === 0)
    heard.push({
      description: `Events of the account, for edge ${edge.id}`,
      pattern: given ? filter : typeOf(from, data),
      records: !given,
    });
  return heard;
}

/** Data sets that senders name their events by. Others, such as a partner, name them as they like: then nobody can tell. */
function carriedInto(design: EdgeBlock['design'], from: NodeView): string[] {
  const ways = design.neighbours(from, 'in').filter(({ view }) => hasBus(from, design) && view.id !== from.id);
  const known = ways.every(({ view }) => ['lambda', 'source.app', 'api-gateway'].includes(view.kind));
  return known ? ways.flatMap(({ edge }) => design.dataOn(edge).slice(0, 1)).map(({ id }) => id) : [];
}

const typeOf = (from: NodeView, data: EdgeBlock['data']): Props => ({ 'detail-type': [detailType(from, data[0])] });

const daily = 1440;

/** The schedule of an edge, else of the node; undefined where events start the target. */
function scheduleOf(edge: EdgeBlock['edge'], from: NodeView<typeof eventBridge>): string | undefined {
  const interval = edge.intervalMinutes ?? from.config.intervalMinutes;
  const wanted = edge.trigger === undefined ? interval !== undefined : edge.trigger === 'schedule';
  if (!wanted) return undefined;
  const minutes = Math.max(1, Math.ceil(interval ?? daily));
  if (edge.startAt !== undefined || minutes % daily === 0) return cronOf(minutes, edge.startAt);
  return minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`;
}

/** How often a delivery is tried again, and where what failed is put aside. */
const retries = ({ config }: NodeView<typeof eventBridge>, failures: Expression | undefined): Props => ({
  retryPolicy: { maximumRetryAttempts: config.maxReceive, maximumEventAgeInSeconds: config.maxAgeMinutes * 60 },
  deadLetterConfig: failures && { arn: failures.member('queueArn') },
});

interface Target {
  readonly props: Props;
  /** The part of an event that this kind of target is given of records. */
  readonly inputPath?: string;
  /** Lets a rule call it. */
  readonly admits?: (rule: Expression, suffix: string) => void;
  /** What the scheduler does itself, without a rule. */
  readonly schedules?: (more: Props) => void;
}

const detail = '$.detail';

const messages = (block: EdgeBlock): Target | undefined => {
  const props = messageTarget(block);
  return props && { props, inputPath: detail, admits: (rule) => admitRule(block, rule) };
};

const targets: Readonly<Record<string, (block: EdgeBlock) => Target | undefined>> = {
  lambda: (block) => {
    const target = block.to.part('Function');
    return {
      props: { arn: target.member('functionArn') },
      admits: (rule, suffix) =>
        block.construct(block.to, `Permission${suffix}`, lambda.member('CfnPermission'), {
          action: 'lambda:InvokeFunction',
          functionName: target.member('functionArn'),
          principal: eventService,
          sourceArn: rule.member('attrArn'),
        }),
    };
  },
  sqs: messages,
  sns: messages,
  'kinesis-data-streams': (block) => ({
    inputPath: detail,
    props: { arn: block.to.part('Stream').member('streamArn'), ...underRole(block) },
  }),
  firehose: (block) => ({
    inputPath: detail,
    props: { arn: block.to.part('Stream').member('attrArn'), ...underRole(block) },
  }),
  eventbridge: (block) => ({ props: { arn: block.to.part('Bus').member('eventBusArn'), ...underRole(block) } }),
  'step-functions': (block) => ({ props: { arn: arnOf(block, 'states:StartExecution'), ...underRole(block) } }),
  'glue-workflow': (block) => ({ props: { arn: arnOf(block, 'glue:notifyEvent'), ...underRole(block) } }),
  redshift: toWarehouse,
  'redshift-serverless': toWarehouse,
};

/** By what it allows, not by what it is made of: kinds know their own ARNs. */
const arnOf = ({ design, to }: EdgeBlock, action: string): Code => design.access(to, action)[0]?.arn ?? '*';

function underRole(block: EdgeBlock): Props {
  const role = roleFor(block, eventService);
  block.grant({ as: role });
  return { roleArn: role.member('roleArn') };
}

const roleFor = ({ construct, from, to, edge }: EdgeBlock, service: string): Expression =>
  construct(from, 'Role', iam.member('Role'), {
    assumedBy: servicePrincipal(service, onlyFor()),
    description: `${from.id} calls ${to.id}, for edge ${edge.id}`,
  });

/** The Data API runs a statement: it calls a procedure, for a rule cannot put an event into the text of one. */
function toWarehouse(block: EdgeBlock): Target {
  const { from, to } = block;
  const { procedure, more, ...call } = procedureCall(block);
  const role = roleFor(block, eventService);
  block.grant({ as: role, more });
  block.advise(
    `Make the procedure ${procedure}() in ${to.id}: rules of ${from.id} call it, by CALL ${procedure}(), without the event itself.`,
  );
  return {
    props: {
      arn: arnOf(block, 'redshift-data:ExecuteStatement'),
      roleArn: role.member('roleArn'),
      redshiftDataParameters: call,
    },
  };
}

/** No rule starts a Glue job: the scheduler does, and for events a state machine of one step. */
function startsJob(block: EdgeBlock, view: NodeView<typeof eventBridge>): Target {
  const { edge, from, to } = block;
  const job = to.part('Job').member('ref');
  const schedule = scheduleOf(edge, view);
  if (schedule !== undefined) {
    const role = roleFor(block, 'scheduler.amazonaws.com');
    block.grant({ as: role });
    return {
      props: {},
      schedules: (more) =>
        block.construct(from, 'Schedule', scheduler.member('CfnSchedule'), {
          name: nameInStack(edge.id, 64),
          description: `Schedule of ${from.id}, for edge ${edge.id}`,
          scheduleExpression: schedule,
          scheduleExpressionTimezone: 'UTC',
          flexibleTimeWindow: { mode: 'OFF' },
          state: 'ENABLED',
          target: {
            arn: template('arn:', partition, ':scheduler:::aws-sdk:glue:startJobRun'),
            roleArn: role.member('roleArn'),
            input: name('JSON').method('stringify', { JobName: job }),
            ...schedulerRetries(block, role, more),
          },
        }),
    };
  }
  const starter = block.construct(from, 'StarterRole', iam.member('Role'), {
    assumedBy: servicePrincipal('states.amazonaws.com', onlyFor()),
    description: `Starts ${to.id}, for edge ${edge.id}`,
  });
  block.grant({ as: starter });
  const machine = block.construct(from, 'Starter', stepfunctions.member('CfnStateMachine'), {
    roleArn: starter.member('roleArn'),
    stateMachineType: 'STANDARD',
    definition: {
      Comment: `Starts ${to.id} for each event of edge ${edge.id}`,
      StartAt: 'Start',
      States: {
        Start: {
          Type: 'Task',
          Resource: template('arn:', partition, ':states:::glue:startJobRun'),
          Parameters: { JobName: job },
          End: true,
        },
      },
    },
  });
  const because = `its one step starts ${to.title}, which keeps logs of its own; an execution that fails shows in its history`;
  block.acknowledge(machine, 'AwsSolutions-SF1', because);
  block.acknowledge(machine, 'AwsSolutions-SF2', because);
  const role = roleFor(block, eventService);
  block.run(
    role.method(
      'addToPrincipalPolicy',
      iam.member('PolicyStatement').new({ actions: ['states:StartExecution'], resources: [machine.member('attrArn')] }),
    ),
  );
  return { props: { arn: machine.member('attrArn'), roleArn: role.member('roleArn') } };
}

/** The scheduler puts aside what failed by its role, not by the policy of the queue. */
function schedulerRetries(block: EdgeBlock, role: Expression, more: Props): Props {
  const queue = more.deadLetterConfig as { readonly arn: Expression } | undefined;
  if (queue)
    block.run(
      role.method(
        'addToPrincipalPolicy',
        iam.member('PolicyStatement').new({ actions: ['sqs:SendMessage'], resources: [queue.arn] }),
      ),
    );
  return more;
}
