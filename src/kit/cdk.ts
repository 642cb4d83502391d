import type * as z from 'zod';
import type { Graph } from '../model/graph';
import type { DataSet, Edge, encryptions, PipelineNode, Suppression } from '../model/vocabulary';
import type { Code, Expression } from './code';
import type { Connection, Pair, Permission } from './connection';
import type { NotSupported, Service } from './service';

/**
 * What the emitters of the CDK export are written with.
 *
 * A service's emitter describes the constructs of one node; a connection's emitter describes what joining two nodes
 * adds: permissions, properties of their constructs, constructs of its own. `src/cdk` calls them, orders what they
 * describe, names it and prints it. First every connection prepares what it hands to its ends; then connections and
 * services describe their code. So a service never asks which kinds it is joined to: it reads its own slots.
 */

/** One thing an action is allowed on. */
export interface Access {
  readonly arn: Code;
  /** The same for people outside: an ARN with placeholders, `<lakeBucketArn>` being an output of the stack. */
  readonly shown: string;
  /** The output that `shown` speaks of. */
  readonly output?: { readonly name: string; readonly value: Expression };
  /**
   * Whether a role of the design gets the statement in its own policy, or in the resource policy of this node. Objects of
   * a bucket are named by wildcards only; in its policy these stay within the bucket.
   */
  readonly via: 'role' | 'resource-policy';
  /** The construct that has the resource policy. */
  readonly resource?: Expression;
  readonly conditions?: Code;
  /** Actions to allow there in place of the one asked for: some stores answer to names of their own. */
  readonly instead?: readonly string[];
  /** For an ARN with a wildcard: why AWS allows no exact one. */
  readonly wildcard?: { readonly reason: string; readonly finding?: Expression };
}

/** The narrower part of a node that an edge is about. */
export interface AccessScope {
  /** Keys under which the edge reads or writes; the whole store when left out. */
  readonly prefixes?: readonly string[] | undefined;
  /** Data sets that the edge carries; all of the node when left out. */
  readonly data?: readonly DataSet[] | undefined;
  readonly edge?: Edge | undefined;
}

/** A user of a service, whose password is in a secret. */
export interface Credentials {
  readonly secret: Expression;
  readonly username: string;
}

/** A node as emitters see it. */
export interface NodeView<S extends Service = Service> {
  readonly id: string;
  readonly node: PipelineNode;
  readonly kind: S['kind'];
  /** With defaults and derived values filled in. */
  readonly config: z.output<S['config']>;
  /** Configuration as written, for fields of which the absence counts. */
  readonly declared: Partial<z.input<S['config']>>;
  readonly encryption: (typeof encryptions)[number];
  /** Data outlive the stack: production and staging, or deletion protection. */
  readonly keepsData: boolean;
  /** The construct all parts of the node stand in. */
  readonly scope: Expression;
  /** A part by its construct id: `this.lakeBucket` for `Bucket`. */
  part(id: string): Expression;
  /** The role it works under: derived, or the one `roleRef` names. Made when first asked for. */
  role(): Expression;
  /** Whether the role is written down in the design: then nothing is added to it. */
  readonly roleIsDeclared: boolean;
  /** The customer-managed key, when `encryption` is `cmk`: the one `kmsKey` names, or one of the node's own. */
  key(): Expression | undefined;
  /** User and password of the secret that `secretRef` names; undefined when it names none that holds them. */
  drawnCredentials(): Credentials | undefined;
  /** Those, or a user with a generated password in a secret of the node's own. Made when first asked for. */
  credentials(): Credentials;
  /** The VPC it runs in: the drawn one, or the default network of the stack. Made when first asked for. */
  network(): Network;
  /** Whether the design places it in a VPC: by a group around it, or by its own `vpc` or `subnet`. */
  readonly isInVpc: boolean;
  /** Its security group in that VPC. Made when first asked for; lets nobody in by itself. */
  securityGroup(): Expression;
  /** A common field, declared or by default; undefined when it is neither. */
  field(name: string): unknown;
  /** How messages and reasons name it. */
  readonly title: string;
  /** What connections prepared for it. */
  offered<T>(slot: Slot<T>): readonly T[];
}

/** Where clients connect to a node, and with which credentials: what drivers, connectors and replication tasks ask for. */
export interface Endpoint {
  readonly host: Code;
  readonly port: number;
  /** As JDBC calls it: `postgresql`, `mysql`, `redshift`, `mongodb`. */
  readonly engine: string;
  readonly database: string | undefined;
  /** ARN of the secret with `username` and `password`; undefined where IAM authenticates. */
  readonly secretArn: Code;
}

/** A VPC as a node sees it that runs there. */
export interface Network {
  /** The `ec2.Vpc`. */
  readonly vpc: Expression;
  /** An `ec2.SubnetSelection`: the subnets of the node. Never public unless the design says so. */
  readonly subnets: Code;
  /** Their ids, as a list, for constructs of the first layer. */
  readonly subnetIds: Expression;
  /** The same subnets, as many as there are zones: one expression each. */
  readonly subnetIdList: readonly Expression[];
  /** Zones of the VPC. */
  readonly zones: number;
  /** Asks for an endpoint, when the node's role is not what calls the service: `secretsmanager`. */
  reach(service: string): void;
}

/**
 * What a node has to reach over the network: connections offer the neighbour that lives in a VPC. A function is then put
 * into that VPC, although it could do without.
 */
export const reachSlot: Slot<NodeView> = { slot: 'reach' };

export interface Neighbour {
  readonly edge: Edge;
  readonly view: NodeView;
}

/** The design as emitters see it. */
export interface DesignView {
  readonly graph: Graph;
  find(id: string | undefined): NodeView | undefined;
  /** Nodes that feed `view`, or that it feeds, over edges of the design; of one kind when given. */
  neighbours(view: NodeView, direction: 'in' | 'out', kind?: string): readonly Neighbour[];
  /** Data sets on an edge; when it names none, what its source sends. */
  dataOn(edge: Edge): readonly DataSet[];
  /** Whether the export joins the ends of an edge. */
  joins(edge: Edge): boolean;
  /** Where an action on a node goes. */
  access(view: NodeView, action: string, scope?: AccessScope): readonly Access[];
  /** Where clients connect to a node; undefined for kinds that have no such place. */
  endpoint(view: NodeView): Endpoint | undefined;
  /** The suppression of a rule on an element, if its reason may be cited. */
  suppression(rule: string, element: string): Suppression | undefined;
  /** How long log groups keep their events: what a `cloudwatch` node says, else three months. */
  readonly logRetention: Expression;
  /** Every alarm of the stack, for dashboards. Complete once all other kinds have emitted. */
  readonly alarms: readonly Expression[];
}

/** A key under which connections hand something to a node. */
export interface Slot<T> {
  readonly slot: string;
  /** Never there: keeps the type. */
  readonly of?: T;
}

export function defineSlot<T>(slot: string): Slot<T> {
  return { slot };
}

/** What both kinds of emitters can do. */
export interface Block {
  readonly design: DesignView;
  /** A statement after the constructs. */
  run(value: Expression): void;
  /** Sets what a construct has no argument for. */
  assign(target: Expression, value: Code): void;
  /** An explanation in the generated code. */
  remark(text: string): void;
  /** Accept a finding of cdk-nag on a construct, with the reason. `rule` may hold expressions: logical ids with their hash. */
  acknowledge(on: Expression, rule: string | Expression, reason: string): void;
  /** Something the design says and the app does not do, with the reason. */
  leaveOut(reason: string): void;
  /** A parameter of the stack, without a default: what depends on the account and nobody may guess. */
  parameter(
    name: string,
    description: string,
    more?: { readonly allowedPattern?: string; readonly default?: string },
  ): Expression;
  /** An output of the stack. */
  output(name: string, value: Expression): void;
  /** A step for people, for the README. */
  advise(text: string): void;
  /** A file of the user's, relative to the app, written once: a copy of one of `templates/cdk-app`. */
  file(path: string, skeleton: string): void;
}

/** A statement of a policy. */
export interface StatementCode {
  readonly actions: readonly string[];
  readonly resources: readonly Code[];
  readonly conditions?: Code;
}

export interface NodeBlock<S extends Service = Service> extends Block, NodeView<S> {
  /** Makes a part: `this.<node><id> = new type(scope, id, props)`. */
  construct(id: string, type: Expression, props?: { readonly [key: string]: Code }): Expression;
  /** Properties that connections hand to the construct of a part. */
  received(part: string): { readonly [key: string]: Code };
  /** Adds to the node's own role, unless the design wrote that role down. */
  allow(statement: StatementCode): void;
  /** A statement in the resource policy of a construct. */
  allowOn(resource: Expression, statement: StatementCode & { readonly principals: readonly Code[] }): void;
  /** An alarm on a metric of this node. */
  alarm(id: string, props: { readonly [key: string]: Code }): void;
}

/** An edge before anything is described: what it hands to its ends, so that all emitters see it whatever their order. */
export interface EdgeView extends Pick<Block, 'parameter'> {
  readonly design: DesignView;
  readonly edge: Edge;
  readonly pair: Pair;
  readonly from: NodeView;
  readonly to: NodeView;
  /** Data sets on the edge; when it names none, what its source sends. */
  readonly data: readonly DataSet[];
  /** Merges properties into the construct of a part of a node. */
  hand(to: NodeView, part: string, props: { readonly [key: string]: Code }): void;
  offer<T>(to: NodeView, slot: Slot<T>, value: T): void;
}

export interface EdgeBlock extends Block, EdgeView {
  /** Makes a construct of the edge in the scope of a node; `id` is unique within the edge. */
  construct(holder: NodeView, id: string, type: Expression, props?: { readonly [key: string]: Code }): Expression;
  /** Makes a part of a node, for others to name with `holder.part(id)`; once, however many edges ask for it. */
  part(holder: NodeView, id: string, type: Expression, props?: { readonly [key: string]: Code }): Expression;
  /** Lets the security group of one node reach that of another, on a TCP port. */
  connect(from: NodeView, to: NodeView, port: number): void;
  /** Grants the pair's permissions from the matrix. */
  grant(options?: GrantOptions): void;
  /** A statement for the role of a node, beyond the matrix. Nothing is added to a role that the design writes down. */
  allow(holder: NodeView, statement: StatementCode): void;
  /** A statement in the resource policy of a construct. */
  allowOn(resource: Expression, statement: StatementCode & { readonly principals: readonly Code[] }): void;
}

export interface GrantOptions extends AccessScope {
  /** Only those permissions. */
  readonly which?: (permission: Permission) => boolean;
  /** Actions beyond the matrix, that the service needs to do what the pair is for. */
  readonly more?: readonly Permission[];
  /** What the actions touch, where that is neither end: the catalog that describes a bucket. */
  readonly target?: NodeView;
  /** A role of the edge's own, where the holder of the matrix is no node of the design. */
  readonly as?: Expression;
}

export interface CdkFacet<S extends Service = Service> {
  readonly kind: S['kind'];
  /** Who assumes the role of a node, and under which conditions: where the service says that it sends them. */
  readonly assumedBy?: { readonly service: string; readonly conditions?: (view: NodeView<S>) => Code };
  /** Emits after all others: it looks at their alarms. */
  readonly last?: boolean;
  /** Its service takes tags in letters of ASCII only. */
  readonly plainTags?: boolean;
  /** The part that must not be made before the node's permissions are in place: the service tries them at once. */
  readonly waits?: string;
  /** Actions that read or write data: with a customer-managed key they need the key as well. */
  readonly keyUse?: { readonly read: readonly string[]; readonly write: readonly string[] };
  /** Nodes that a node of this kind reads and writes on behalf of those who ask it: their keys are needed too. */
  readonly behind?: (view: NodeView<S>, design: DesignView) => readonly NodeView[];
  /** Where clients connect to a node of this kind, when that is a host and a port. */
  readonly endpoint?: (view: NodeView<S>, design: DesignView) => Endpoint;
  /** What an action on a node of this kind is allowed on. */
  readonly access: (view: NodeView<S>, action: string, scope: AccessScope, design: DesignView) => readonly Access[];
  readonly emit: (block: NodeBlock<S>) => void;
}

export interface CdkConnection {
  readonly mechanism: string;
  readonly prepare?: (view: EdgeView) => void;
  readonly emit: (block: EdgeBlock) => void;
}

export function defineCdk<S extends Service>(service: S, facet: Omit<CdkFacet<S>, 'kind'>): CdkFacet {
  // Sound: the export hands a facet views of its own kind only, and their configuration has passed the schema.
  return { ...facet, kind: service.kind } as unknown as CdkFacet;
}

export function defineCdkConnection(connection: Connection, facet: Omit<CdkConnection, 'mechanism'>): CdkConnection {
  return { mechanism: connection.mechanism, ...facet };
}

export type CdkFacets = Readonly<Record<string, CdkFacet | NotSupported>>;
export type CdkConnections = Readonly<Record<string, CdkConnection | NotSupported>>;

/** A view of another node, when it is of the given service. */
export function viewAs<S extends Service>(view: NodeView | undefined, service: S): NodeView<S> | undefined {
  // Sound: the configuration of a view is resolved with the schema of its kind.
  return view?.kind === service.kind ? (view as unknown as NodeView<S>) : undefined;
}
