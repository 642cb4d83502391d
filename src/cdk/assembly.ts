import {
  type Access,
  type AccessScope,
  type CdkConnections,
  type CdkFacet,
  type CdkFacets,
  type Credentials,
  type DesignView,
  type Endpoint,
  type Neighbour,
  type NodeView,
  type Slot,
  viewAs,
} from '../kit/cdk';
import { core, ec2, kms, logs, secretsmanager } from '../kit/cdk-modules';
import { type Code, comment, type Expression, expression, merged, name, run, type Statement, self } from '../kit/code';
import type { Matrix, Pair } from '../kit/connection';
import { isNotSupported } from '../kit/service';
import { knownField, resolvedConfig } from '../model/field';
import type { Graph } from '../model/graph';
import type { DataSet, Edge, encryptions, PipelineNode, Suppression } from '../model/vocabulary';
import { service as secretsManager } from '../services/secrets-manager/service';
import { logRetentionDays } from './log-retention';
import { Names } from './names';
import { isPlaced, Networks, securityGroupProps } from './network';

/** A construct of the stack, in the order in which it was described. */
export interface Part {
  readonly id: string;
  readonly field: string;
  readonly type: Expression;
  readonly props: Code;
  readonly scope: Expression;
}

export interface Acknowledged {
  readonly on: Expression;
  readonly rule: Expression;
  readonly element: string;
  readonly reason: string;
}

/** What is known of a block of code while it is being described. */
export interface BlockState {
  readonly element: string;
  readonly parts: Part[];
  readonly statements: Statement[];
  readonly acknowledged: Acknowledged[];
}

export interface NodeState extends BlockState {
  readonly node: PipelineNode;
  readonly view: NodeView;
  readonly facet: CdkFacet;
  readonly handed: Map<string, Code>;
  readonly offered: Map<string, unknown[]>;
  wantsRole: boolean;
  wantsKey: boolean;
  wantsSecret: boolean;
  wantsSecurityGroup: boolean;
}

export interface EdgeState extends BlockState {
  readonly edge: Edge;
  readonly pair: Pair;
}

/** A statement that a principal outside the stack needs. */
export interface OutsideStatement {
  readonly who: string;
  readonly element: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly allowedPattern?: string;
  readonly default?: string;
}

/** Name of the user of a service that shares none with the design. */
const ownUser = 'pipeline';

/** Everything a stack is made of, before it is ordered and printed. Implements what emitters may ask of the design. */
export class Assembly implements DesignView {
  readonly names: Names;
  readonly nodes = new Map<string, NodeState>();
  readonly edges: EdgeState[] = [];
  readonly outside: OutsideStatement[] = [];
  readonly outputs = new Map<string, Expression>();
  readonly parameters = new Map<string, Parameter>();
  readonly advice: string[] = [];
  readonly leftOut: { element: string; reason: string }[] = [];
  readonly files = new Map<string, string>();
  readonly alarms: Expression[] = [];
  /** Resource policies and roles that the design writes down. */
  readonly policies: BlockState[] = [];
  readonly roles: BlockState[] = [];
  readonly networks = new Networks(this);
  readonly #actions = new Map<string, Set<string>>();
  readonly #views = new Map<string, NodeView>();
  readonly #suppressions: readonly Suppression[];

  constructor(
    readonly graph: Graph,
    readonly matrix: Matrix,
    readonly facets: CdkFacets,
    readonly connections: CdkConnections,
  ) {
    const { nodes, suppressions } = graph.pipeline;
    this.names = new Names(nodes);
    this.#suppressions = suppressions;
    for (const node of [...nodes].sort(byId)) {
      const view = this.#view(node);
      this.#views.set(node.id, view);
      const facet = facets[node.kind];
      if (!facet || isNotSupported(facet)) continue;
      this.nodes.set(node.id, {
        element: node.id,
        node,
        view,
        facet,
        parts: [],
        statements: [],
        acknowledged: [],
        handed: new Map(),
        offered: new Map(),
        wantsRole: false,
        wantsKey: false,
        wantsSecret: false,
        wantsSecurityGroup: false,
      });
    }
  }

  find(id: string | undefined): NodeView | undefined {
    return id === undefined ? undefined : this.#views.get(id);
  }

  neighbours(view: NodeView, direction: 'in' | 'out', kind?: string): readonly Neighbour[] {
    const edges = direction === 'in' ? this.graph.edgesIn(view.node) : this.graph.edgesOut(view.node);
    return edges.flatMap((edge) => {
      const other = this.find(direction === 'in' ? edge.from : edge.to);
      return other && (kind === undefined || other.kind === kind) ? [{ edge, view: other }] : [];
    });
  }

  joins(edge: Edge): boolean {
    const found = this.pairOf(edge);
    const facet = found && this.connections[found.mechanism];
    return facet !== undefined && !isNotSupported(facet);
  }

  access(view: NodeView, action: string, scope: AccessScope = {}): readonly Access[] {
    const found = this.nodes.get(view.id)?.facet.access(view, action, scope, this) ?? [];
    return [...new Map(found.map((access) => [`${access.via} ${access.shown}`, access])).values()];
  }

  endpoint(view: NodeView): Endpoint | undefined {
    return this.nodes.get(view.id)?.facet.endpoint?.(view, this);
  }

  suppression(rule: string, element: string): Suppression | undefined {
    return this.#suppressions.find(
      (suppression) => suppression.rule === rule && suppression.on === element && suppression.reason?.trim(),
    );
  }

  get logRetention(): Expression {
    const declared = this.graph.pipeline.nodes
      .filter(({ kind }) => kind === 'cloudwatch')
      .map((node) => knownField(this.graph, node, ['config', 'logRetentionDays']).value);
    const days = declared.filter((value): value is number => typeof value === 'number');
    return logs.member('RetentionDays').member(logRetentionDays(days.length > 0 ? Math.max(...days) : 90));
  }

  /** Data sets on an edge; when it names none, what its source sends. */
  dataOn(edge: Edge): readonly DataSet[] {
    const named = this.graph.findData(edge.data);
    if (named) return [named];
    const [from, to] = [this.graph.from(edge), this.graph.to(edge)];
    const sent = from ? this.graph.dataOf(from) : [];
    return sent.length > 0 ? sent : to ? this.graph.dataOf(to) : [];
  }

  pairOf(edge: Edge): { readonly pair: Pair; readonly mechanism: string } | undefined {
    const [from, to] = [this.graph.from(edge), this.graph.to(edge)];
    if (!from || !to) return undefined;
    const pair = this.matrix.find(from.kind, to.kind);
    const connection = this.matrix.mechanism(from.kind, to.kind);
    return pair && connection && pair.way !== 'refused' ? { pair, mechanism: connection.mechanism } : undefined;
  }

  part(
    state: BlockState,
    scope: Expression,
    owner: string,
    id: string,
    type: Expression,
    props: Code,
    field: string,
  ): Expression {
    if (state.parts.some((part) => part.field === field)) throw new Error(`${owner} describes ${id} twice`);
    state.parts.push({ id, field, type, props, scope });
    return self.member(field);
  }

  /** A field of the stack that holds a part of a node. */
  partOf(node: string, id: string): Expression {
    return self.member(this.names.field(node, id));
  }

  acknowledge(state: BlockState, on: Expression, rule: string | Expression, reason: string): void {
    const id = expression(rule);
    const same = (other: Acknowledged): boolean => sameCode(other.on, on) && sameCode(other.rule, id);
    if (state.acknowledged.some(same)) return;
    state.acknowledged.push({ on, rule: id, element: state.element, reason });
  }

  /** Adds a statement to the role of a node. Nothing is added to a role that the design writes down. */
  allow(state: BlockState, holder: NodeView, actions: readonly string[], statement: Expression): void {
    this.called(holder, actions);
    if (holder.roleIsDeclared) return;
    state.statements.push(run(holder.role().method('addToPrincipalPolicy', statement)));
  }

  /** Keeps what the role of a node may call: from inside a VPC that takes endpoints. */
  called(holder: NodeView, actions: readonly string[]): void {
    const known = this.#actions.get(holder.id) ?? new Set();
    for (const action of actions) known.add(action);
    this.#actions.set(holder.id, known);
  }

  actionsOf(node: string): ReadonlySet<string> {
    return this.#actions.get(node) ?? new Set();
  }

  hand(node: string, part: string, props: Code): void {
    const handed = this.nodes.get(node)?.handed;
    handed?.set(part, merged(handed.get(part), props));
  }

  offer<T>(node: string, slot: Slot<T>, value: T): void {
    const offered = this.nodes.get(node)?.offered;
    if (offered) offered.set(slot.slot, [...(offered.get(slot.slot) ?? []), value]);
  }

  #view(node: PipelineNode): NodeView {
    const { graph, names } = this;
    const kind = graph.kindOf(node)!;
    const field = (path: string): unknown => knownField(graph, node, [path]).value;
    const declaredRole = graph.findRole(node.roleRef);
    const environment = field('environment');
    const encryption = (field('encryption') ?? 'none') as (typeof encryptions)[number];
    const want = (part: 'wantsSecret' | 'wantsSecurityGroup', id: string): Expression => {
      const state = this.nodes.get(node.id);
      if (state) state[part] = true;
      return this.partOf(node.id, id);
    };
    const drawnCredentials = (): Credentials | undefined => {
      const drawn = viewAs(this.find(node.secretRef), secretsManager);
      if (!drawn || drawn.config.content === 'api-key') return undefined;
      return { secret: drawn.part('Secret'), username: drawn.config.username };
    };
    return {
      id: node.id,
      node,
      kind: node.kind,
      config: resolvedConfig(graph, node, kind.config),
      declared: (node.config ?? {}) as NodeView['declared'],
      encryption,
      keepsData: environment === 'production' || environment === 'staging' || field('deletionProtection') === true,
      scope: name(`${names.base(node.id)}Scope`),
      title: `"${node.label ?? node.id}"`,
      field,
      part: (id) => this.partOf(node.id, id),
      offered: <T>(slot: Slot<T>): readonly T[] =>
        (this.nodes.get(node.id)?.offered.get(slot.slot) ?? []) as readonly T[],
      roleIsDeclared: declaredRole !== undefined,
      role: () => {
        if (declaredRole) return this.declaredRole(declaredRole.id);
        const state = this.nodes.get(node.id);
        if (state) state.wantsRole = true;
        return this.partOf(node.id, 'Role');
      },
      key: () => {
        if (encryption !== 'cmk') return undefined;
        const drawn = node.kmsKey === undefined ? undefined : graph.findNode(node.kmsKey);
        if (drawn?.kind === 'kms') return this.partOf(drawn.id, 'Key');
        const state = this.nodes.get(node.id);
        if (state) state.wantsKey = true;
        return this.partOf(node.id, 'Key');
      },
      drawnCredentials,
      credentials: () => drawnCredentials() ?? { secret: want('wantsSecret', 'Secret'), username: ownUser },
      network: () => this.networks.of(this.find(node.id)!),
      isInVpc: isPlaced({ field }),
      securityGroup: () => {
        this.networks.of(this.find(node.id)!);
        return want('wantsSecurityGroup', 'SecurityGroup');
      },
    };
  }

  declaredRole(id: string): Expression {
    return self.member(this.names.field(`role ${id}`, 'Role', camelRole(id)));
  }

  ownKey(state: NodeState): Part {
    const props = {
      description: `Encrypts ${state.node.id}`,
      enableKeyRotation: true,
      removalPolicy: core.member('RemovalPolicy').member(state.view.keepsData ? 'RETAIN' : 'DESTROY'),
    };
    return {
      id: 'Key',
      field: this.names.field(state.node.id, 'Key'),
      type: kms.member('Key'),
      props,
      scope: state.view.scope,
    };
  }

  /** A secret with a generated password. What shows it must accept that it is not rotated, with its own reason. */
  ownSecret({ node, view }: NodeState): Part {
    const props = {
      description: `Credentials of ${node.id}`,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: ownUser }),
        generateStringKey: 'password',
        excludePunctuation: true,
        passwordLength: 32,
      },
      encryptionKey: view.key(),
      removalPolicy: core.member('RemovalPolicy').member(view.keepsData ? 'RETAIN' : 'DESTROY'),
    };
    return {
      id: 'Secret',
      field: this.names.field(node.id, 'Secret'),
      type: secretsmanager.member('Secret'),
      props,
      scope: view.scope,
    };
  }

  ownSecurityGroup({ node, view }: NodeState): Part {
    return {
      id: 'SecurityGroup',
      field: this.names.field(node.id, 'SecurityGroup'),
      type: ec2.member('SecurityGroup'),
      props: securityGroupProps(node, view.network().vpc),
      scope: view.scope,
    };
  }

  remark(state: BlockState, text: string): void {
    state.statements.push(comment(text));
  }

  facetOf(view: NodeView): CdkFacet | undefined {
    return this.nodes.get(view.id)?.facet;
  }
}

const camelRole = (id: string): string => {
  const text = id.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase());
  return /^\d/.test(text) ? `n${text}` : text.charAt(0).toLowerCase() + text.slice(1).replace(/Role$/, '');
};
const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

export function sameCode(a: Expression, b: Expression): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
