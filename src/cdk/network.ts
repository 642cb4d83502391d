import { type Network, type NodeView, reachSlot } from '../kit/cdk';
import { core, ec2, logs } from '../kit/cdk-modules';
import { type Code, type Expression, run, self } from '../kit/code';
import type { Group, PipelineNode } from '../model/vocabulary';
import type { Assembly, BlockState } from './assembly';
import { facts } from './network-facts';

/**
 * VPCs of the stack: those the design draws, those it names, and one default network for services that need one and are
 * drawn in none. Subnets are isolated unless the design asks for a way out; none is public unless the design draws one, or
 * a NAT gateway has to stand in it. What runs inside reaches the services of AWS through endpoints, derived from what its
 * role may call.
 */
export class Networks {
  readonly #networks = new Map<string, NetworkState>();

  constructor(readonly assembly: Assembly) {}

  /** The VPC of a node, and the node in it from now on. */
  of(view: NodeView): Network {
    const state = this.#stateOf(view);
    state.members.set(view.id, view);
    const subnetType = subnetTypeOf(view, state.group);
    state.subnetTypes.add(subnetType);
    const vpc = self.member(state.field);
    const subnets = { subnetType: ec2.member('SubnetType').member(subnetType) };
    const subnetIds = vpc.method('selectSubnets', subnets).member('subnetIds');
    return {
      vpc,
      subnets,
      subnetIds,
      subnetIdList: Array.from({ length: state.zones }, (_, index) => subnetIds.at(index)),
      zones: state.zones,
      reach: (service) => state.reached.add(service),
    };
  }

  /** Blocks of the stack, before all nodes. */
  blocks(): BlockState[] {
    return [...this.#networks.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map((state) => this.#block(state));
  }

  /** Name of the VPC of a node: its own; of one that is placed nowhere, that of what it has to reach. */
  vpcOf(view: NodeView, asked: ReadonlySet<string> = new Set()): string | undefined {
    const own = view.field('vpc') as string | undefined;
    if (own !== undefined || asked.has(view.id)) return own;
    const seen = new Set([...asked, view.id]);
    for (const other of view.offered(reachSlot)) {
      const theirs = this.vpcOf(other, seen);
      if (theirs !== undefined) return theirs;
    }
    return undefined;
  }

  #stateOf(view: NodeView): NetworkState {
    const { graph, names } = this.assembly;
    const wanted = this.vpcOf(view);
    const group = graph.pipeline.groups.find(
      ({ kind, id, label }) => kind === 'vpc' && wanted !== undefined && (id === wanted || label === wanted),
    );
    const key = group?.id ?? wanted ?? '';
    let state = this.#networks.get(key);
    if (!state) {
      const id = group?.id ?? (wanted === undefined ? 'network' : `vpc-${wanted.replace(/[^A-Za-z0-9]+/g, '-')}`);
      state = {
        key,
        group,
        childId: names.childId(id),
        field: names.field(`vpc ${key}`, 'Vpc', names.unusedBase(id)),
        zones: this.#zones(group),
        members: new Map(),
        subnetTypes: new Set(),
        reached: new Set(),
      };
      this.#networks.set(key, state);
    }
    return state;
  }

  #zones(group: Group | undefined): number {
    const { usual, least, most } = facts.zones.value;
    const region = this.assembly.graph.pipeline.architecture.region ?? '';
    const shown = facts.twoZoneRegions.value.some((one) => one === region) ? least : usual;
    return Math.min(most, Math.max(least, group?.azCount ?? shown));
  }

  #block(state: NetworkState): BlockState {
    const { group, field, childId, zones } = state;
    const block: BlockState = { element: state.key || 'network', parts: [], statements: [], acknowledged: [] };
    const keeps = [...state.members.values()].some(({ keepsData }) => keepsData);
    const base = field.replace(/Vpc$/, '');
    const logField = this.assembly.names.field(`vpc ${state.key}`, 'FlowLogs', base);
    const cidr = group?.cidr ?? facts.cidr.value;
    block.parts.push({
      id: `${childId}-flow-logs`,
      field: logField,
      type: logs.member('LogGroup'),
      props: {
        retention: this.assembly.logRetention,
        removalPolicy: core.member('RemovalPolicy').member(keeps ? 'RETAIN' : 'DESTROY'),
      },
      scope: self,
    });
    block.parts.push({
      id: childId,
      field,
      type: ec2.member('Vpc'),
      props: {
        ipAddresses: ec2.member('IpAddresses').method('cidr', cidr),
        // Named by place, not looked up: the template must not depend on the account it is made in.
        availabilityZones: Array.from({ length: zones }, (_, index) =>
          core.member('Fn').method('select', index, core.member('Fn').method('getAzs')),
        ),
        natGateways: group?.natGateways ?? 0,
        subnetConfiguration: subnetConfiguration(state),
        // Written out: left to its default, a function of the CDK's own changes the default group.
        restrictDefaultSecurityGroup: false,
        gatewayEndpoints: {
          S3: { service: ec2.member('GatewayVpcEndpointAwsService').member('S3') },
          DynamoDB: { service: ec2.member('GatewayVpcEndpointAwsService').member('DYNAMODB') },
        },
        flowLogs: {
          All: {
            destination: ec2.member('FlowLogDestination').method('toCloudWatchLogs', self.member(logField)),
            trafficType: ec2.member('FlowLogTrafficType').member('ALL'),
          },
        },
      },
      scope: self,
    });
    const called = Object.entries(facts.interfaceEndpoints.value).filter(([service]) => this.#isCalled(state, service));
    if (called.length === 0) return block;
    const endpoints = this.assembly.names.field(`vpc ${state.key}`, 'Endpoints', base);
    block.parts.push({
      id: `${childId}-endpoints`,
      field: endpoints,
      type: ec2.member('SecurityGroup'),
      props: { vpc: self.member(field), description: 'Endpoints of AWS services: whoever is in the VPC may connect' },
      scope: self,
    });
    const https = ec2.member('Port').method('tcp', 443);
    const inside = ec2.member('Peer').method('ipv4', cidr);
    block.statements.push(run(self.member(endpoints).method('addIngressRule', inside, https, 'From the VPC')));
    for (const [service, name] of called)
      block.statements.push(
        run(
          self.member(field).method('addInterfaceEndpoint', service, {
            service: ec2.member('InterfaceVpcEndpointAwsService').member(name),
            subnets: { subnetType: ec2.member('SubnetType').member('PRIVATE_ISOLATED') },
            securityGroups: [self.member(endpoints)],
            open: false,
          }),
        ),
      );
    return block;
  }

  /** Whether something in isolated subnets calls a service: its role may, or it asked for the endpoint. */
  #isCalled(state: NetworkState, service: string): boolean {
    if (!state.subnetTypes.has('PRIVATE_ISOLATED')) return false;
    if (state.reached.has(service)) return true;
    return [...state.members.values()].some(
      (view) =>
        subnetTypeOf(view, state.group) === 'PRIVATE_ISOLATED' &&
        [...this.assembly.actionsOf(view.id)].some((action) => action.startsWith(`${service}:`)),
    );
  }
}

type SubnetType = 'PRIVATE_ISOLATED' | 'PRIVATE_WITH_EGRESS' | 'PUBLIC';

interface NetworkState {
  /** Id of the group, the name that nodes give it, or nothing for the default network. */
  readonly key: string;
  readonly group: Group | undefined;
  readonly childId: string;
  readonly field: string;
  readonly zones: number;
  readonly members: Map<string, NodeView>;
  readonly subnetTypes: Set<SubnetType>;
  readonly reached: Set<string>;
}

function subnetTypeOf(view: NodeView, group: Group | undefined): SubnetType {
  const subnet = view.field('subnet');
  if (subnet === 'public') return 'PUBLIC';
  return subnet !== 'isolated' && (group?.natGateways ?? 0) > 0 ? 'PRIVATE_WITH_EGRESS' : 'PRIVATE_ISOLATED';
}

const subnetNames: Readonly<Record<SubnetType, string>> = {
  PRIVATE_ISOLATED: 'isolated',
  PRIVATE_WITH_EGRESS: 'private',
  PUBLIC: 'public',
};

function subnetConfiguration({ subnetTypes, group, zones }: NetworkState): Code {
  const natted = (group?.natGateways ?? 0) > 0;
  const types = (Object.keys(subnetNames) as SubnetType[]).filter(
    (type) => type === 'PRIVATE_ISOLATED' || subnetTypes.has(type) || natted,
  );
  // In a network that is too small for subnets of the usual size they share it evenly.
  const network = Number((group?.cidr ?? facts.cidr.value).split('/')[1]);
  const shared = network + Math.ceil(Math.log2(zones * types.length));
  return types.map((type) => ({
    name: subnetNames[type],
    subnetType: ec2.member('SubnetType').member(type),
    cidrMask: Math.max(facts.subnetMask.value, shared),
    ...(type === 'PUBLIC' && { mapPublicIpOnLaunch: false }),
  }));
}

/** Whether the design says that a node lies in a VPC. */
export const isPlaced = (view: Pick<NodeView, 'field'>): boolean =>
  view.field('vpc') !== undefined || ['private', 'isolated', 'public'].includes(String(view.field('subnet')));

/** The security group of a node: nobody may connect but who the design lets in. */
export function securityGroupProps(node: PipelineNode, vpc: Expression): Code {
  return { vpc, description: `Network of ${node.id}: who its edges name may connect` };
}
