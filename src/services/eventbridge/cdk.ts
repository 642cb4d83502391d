import { type DesignView, defineCdk, defineSlot, type NodeBlock, type NodeView, viewAs } from '../../kit/cdk';
import { arn, events, onlyFor, servicePrincipal } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, partAccess } from '../../kit/cdk-parts';
import type { Code, Expression } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type EventView = NodeView<typeof service>;

/** What a service reports to the default bus, by the edge that says so. */
export interface Report {
  readonly edge: string;
  readonly pattern: { readonly [key: string]: Code };
}
export const reportSlot = defineSlot<Report>('report');

/** Rules of the edges, for the alarms of the node. */
export const ruleSlot = defineSlot<{ readonly rule: Expression; readonly bus: Expression | undefined }>('rule');

/** What puts nothing into a bus of the stack: services report to the default bus, and a flow brings a bus of its own. */
const elsewhere: ReadonlySet<string> = new Set([...facts.reporters.value, 'appflow']);

/**
 * Whether a bus is made: for events that applications, functions and other buses put into it. Services of AWS report to
 * the default bus of the account, and schedules need none.
 */
export const hasBus = (view: NodeView, design: DesignView): boolean =>
  viewAs(view, service)?.config.partnerSource !== undefined ||
  design.neighbours(view, 'in').some((other) => !elsewhere.has(other.view.kind) && other.view.id !== view.id);

export const cdk = defineCdk(service, {
  access: (view, _action, _scope, design) => {
    if (hasBus(view, design)) return [partAccess(view, 'Bus', 'eventBusArn')];
    const bus = 'event-bus/default';
    return [{ arn: arn('events', bus), shown: `arn:aws:events:<region>:<account>:${bus}`, via: 'role' }];
  },
  emit: (block) => {
    const { config } = block;
    const own = hasBus(block, block.design);
    if (own) bus(block);
    else if (config.archiveDays !== undefined)
      block.leaveOut('nothing is archived: no edge puts events into a bus of its own, whose events an archive keeps');
    if (block.encryption === 'none' || block.encryption === 'aws-managed')
      block.leaveOut('events are encrypted with a key that AWS owns: EventBridge knows that way and "cmk" only');
    if (block.encryption === 'cmk' && !own)
      block.leaveOut('the default bus of the account keeps its encryption: only a bus of the stack takes a key');
    alarms(block);
  },
});

function bus(block: NodeBlock<typeof service>): void {
  const { config } = block;
  const source = partnerSource(block);
  const key = source === undefined ? block.key() : undefined;
  if (source !== undefined && block.encryption === 'cmk')
    block.leaveOut('the bus of a partner keeps its encryption: it takes no key');
  const made = block.construct('Bus', events.member('EventBus'), {
    // The bus of a partner has the name of its source.
    eventBusName: source === undefined ? nameInStack(block.id, 256) : undefined,
    eventSourceName: source,
    description: source === undefined ? `Events of ${block.id}` : undefined,
    kmsKey: key,
  });
  if (config.archiveDays === undefined) return;
  block.construct('Archive', events.member('CfnArchive'), {
    sourceArn: made.member('eventBusArn'),
    description: `Events of ${block.id}`,
    retentionDays: config.archiveDays,
    kmsKeyIdentifier: key?.member('keyArn'),
  });
  if (key)
    block.allowOn(key, {
      principals: [servicePrincipal('events.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: onlyFor(),
    });
}

/** The event source of a SaaS product: as named, or asked for when the stack is deployed. */
function partnerSource(block: NodeBlock<typeof service>): Code {
  const { partnerSource: named } = block.config;
  const partners = block.design.neighbours(block, 'in', 'source.saas');
  if (named !== undefined || partners.length === 0) return named;
  const others = block.design
    .neighbours(block, 'in')
    .filter(({ view }) => !elsewhere.has(view.kind) && !partners.some((partner) => partner.view.id === view.id));
  if (others.length > 0)
    block.leaveOut(
      `${others.map(({ view }) => view.id).join(', ')} cannot put events into the bus of a partner: draw another EventBridge for them`,
    );
  const { tree } = block.part('Bus');
  const base = tree.type === 'member' ? tree.name : 'bus';
  return block.parameter(
    `${base.charAt(0).toUpperCase()}${base.slice(1)}PartnerSource`,
    `Partner event source of ${block.id}, as the SaaS product shows it: aws.partner/…`,
    { allowedPattern: '^aws\\.partner(/[._A-Za-z0-9-]+){2,}$' },
  );
}

function alarms(block: NodeBlock<typeof service>): void {
  const rules = block.offered(ruleSlot);
  if (block.node.alarms?.includes('failure'))
    for (const [index, { rule, bus: on }] of rules.entries())
      alarmOn(
        block,
        `Failed${index === 0 ? '' : index + 1}`,
        {
          namespace: 'AWS/Events',
          metricName: 'FailedInvocations',
          dimensions: { ...(on && { EventBusName: on }), RuleName: rule },
          statistic: 'Sum',
          periodMinutes: 5,
        },
        { threshold: 0, above: true, description: 'A target of a rule did not take an event' },
      );
  alarmsWithout(block, rules.length > 0 ? ['failure'] : []);
}

/** What the node lets through of the events of a bus. */
export const filterOf = ({ config }: EventView): { readonly [key: string]: Code } => ({
  ...(config.sources.length > 0 && { source: [...config.sources] }),
  ...(config.detailTypes.length > 0 && { 'detail-type': [...config.detailTypes] }),
});
