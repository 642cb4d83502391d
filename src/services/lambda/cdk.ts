import { defineCdk, defineSlot, type NodeView, reachSlot } from '../../kit/cdk';
import { type Caller, functionFolder, functionOf, type Runtime } from '../../kit/cdk-function';
import { lambda } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, allowInterfaces, logGroup } from '../../kit/cdk-parts';
import { facts } from './facts';
import { service } from './service';

type LambdaView = NodeView<typeof service>;

/** What calls the function: decides the handler it starts with. */
export const callerSlot = defineSlot<Caller>('caller');

const secondsPerMinute = 60;
const longestSeconds = facts.timeoutMaxMinutes.value * secondsPerMinute;

export const runtimeOf = (view: LambdaView): Runtime => view.config.version ?? 'nodejs24.x';

export const cdk = defineCdk(service, {
  assumedBy: { service: 'lambda.amazonaws.com' },
  access: (view) => {
    const part = view.part('Function');
    const output = part.tree.type === 'member' ? `${part.tree.name}Arn` : view.id;
    return [
      {
        arn: part.member('functionArn'),
        shown: `<${output}>`,
        output: { name: output, value: part.member('functionArn') },
        via: 'role',
      },
    ];
  },
  emit: (block) => {
    const { config } = block;
    const [caller] = block.offered(callerSlot);
    const others = new Set(block.offered(callerSlot).filter((other) => other !== caller));
    if (others.size > 0)
      block.leaveOut(
        `its code begins with a handler for what "${caller}" calls send: add to it what comes from ${[...others].sort().join(', ')}`,
      );
    const key = block.key();
    const role = block.role();
    const inside = block.isInVpc || block.offered(reachSlot).length > 0 || config.vpcConnection.length > 0;
    if (inside) allowInterfaces(block);
    const inPublic = block.field('subnet') === 'public';
    if (inside && inPublic)
      block.leaveOut(
        'its public subnet leads nowhere: AWS gives functions no public address. A NAT gateway is a way out',
      );
    const made = functionOf(block, {
      id: 'Function',
      folder: functionFolder(block.id),
      caller,
      role,
      logs: logGroup(block, 'LogGroup'),
      runtime: runtimeOf(block),
      memoryMB: Math.min(facts.memoryMaxMB.value, config.memoryMB),
      seconds: secondsOf(block),
      key,
      retries: asyncRetries(block, caller),
      inPublic,
      network: inside ? { ...block.network(), securityGroup: block.securityGroup() } : undefined,
    });
    block.allow({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [block.part('LogGroup').member('logGroupArn')],
    });
    if (key) block.allow({ actions: ['kms:Decrypt'], resources: [key.member('keyArn')] });
    const newest: readonly string[] = Object.values(facts.newestRuntimes.value);
    if (!newest.includes(runtimeOf(block)))
      block.acknowledge(
        made,
        'AwsSolutions-L1',
        `${block.title} runs on ${runtimeOf(block)} in the design: config.version`,
      );
    if (config.urlAuth !== undefined) {
      const auth = lambda.member('FunctionUrlAuthType');
      block.construct('Url', lambda.member('FunctionUrl'), {
        function: made,
        authType: auth.member(config.urlAuth === 'iam' ? 'AWS_IAM' : 'NONE'),
      });
    }

    const alarms = block.node.alarms ?? [];
    const metric = (metricName: string, statistic: 'Maximum' | 'Sum') => ({
      namespace: 'AWS/Lambda',
      metricName,
      dimensions: { FunctionName: made.member('functionName') },
      statistic,
      periodMinutes: 5,
    });
    if (alarms.includes('failure'))
      alarmOn(block, 'Errors', metric('Errors', 'Sum'), {
        threshold: 0,
        above: true,
        description: 'The function failed',
      });
    if (alarms.includes('lag') || alarms.includes('iterator-age') || alarms.includes('freshness'))
      alarmOn(block, 'IteratorAge', metric('IteratorAge', 'Maximum'), {
        threshold: 300_000,
        above: true,
        description: 'The function is behind its stream by more than five minutes',
      });
    alarmsWithout(block, ['failure', 'lag', 'iterator-age', 'freshness']);
  },
});

/** Callers that hand over batches, which take longer than the default limit. */
const batchCallers: ReadonlySet<Caller> = new Set(['transform', 'kinesis', 'kafka', 'queue', 'table', 'pipe']);

/** Callers that do not wait for the answer: the service tries again what failed. */
const asyncCallers: ReadonlySet<Caller> = new Set(['object', 'topic']);

/** Time limit in seconds: as declared, and at least what its caller waits for. */
export function secondsOf(view: LambdaView): number {
  const [caller] = view.offered(callerSlot);
  const declared = view.node.timeoutMinutes;
  const expected = view.node.durationMinutes;
  const seconds =
    declared !== undefined
      ? declared * secondsPerMinute
      : expected !== undefined
        ? expected * secondsPerMinute * 2
        : caller !== undefined && batchCallers.has(caller)
          ? secondsPerMinute
          : 3;
  return Math.min(longestSeconds, Math.max(1, Math.ceil(seconds)));
}

/** Retries of asynchronous calls: streams and callers that wait for the answer have none. */
function asyncRetries(view: LambdaView, caller: Caller | undefined): number | undefined {
  if (caller !== undefined && !asyncCallers.has(caller)) return undefined;
  return Math.min(2, Number(view.field('retries') ?? 2));
}
