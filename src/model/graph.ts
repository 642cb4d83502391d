import type { Kind, KindCatalog } from './kind';
import type { DataSet, Edge, Grant, Group, ListName, Persona, Pipeline, PipelineNode, Role } from './vocabulary';

/** The drawn pipeline with its ways. Built once per design; questions about paths follow data and query edges. */
export class Graph {
  readonly #nodes = new Map<string, PipelineNode>();
  readonly #data = new Map<string, DataSet>();
  readonly #edges = new Map<string, Edge>();
  readonly #out = new Map<string, Edge[]>();
  readonly #in = new Map<string, Edge[]>();
  readonly #lists = new Map<object, ListName>();
  readonly #groups = new Map<string, Group[]>();
  readonly #roles = new Map<string, Role>();
  readonly #personas = new Map<string, Persona>();
  readonly #grants = new Map<string, Grant[]>();
  readonly #ofKind = new Map<string, PipelineNode[]>();
  readonly #firstCarriers = new Map<string, Edge>();
  readonly #dataOf = new Map<string, readonly DataSet[]>();
  readonly #dataIn = new Map<string, readonly DataSet[]>();
  readonly #dataOut = new Map<string, readonly DataSet[]>();
  #stores: Map<string, PipelineNode[]> | undefined;
  #origins: Map<string, PipelineNode[]> | undefined;

  constructor(
    readonly pipeline: Pipeline,
    readonly kinds: KindCatalog,
  ) {
    for (const node of pipeline.nodes) {
      this.#nodes.set(node.id, node);
      push(this.#ofKind, node.kind, node);
      this.#lists.set(node, 'nodes');
    }
    for (const role of pipeline.roles) this.#roles.set(role.id, role);
    for (const persona of pipeline.personas) this.#personas.set(persona.id, persona);
    for (const grant of pipeline.grants) push(this.#grants, grant.node, grant);
    for (const data of pipeline.data) {
      this.#data.set(data.id, data);
      this.#lists.set(data, 'data');
    }
    for (const edge of pipeline.edges) {
      this.#edges.set(edge.id, edge);
      if (edge.data !== undefined && isFlow(edge) && !this.#firstCarriers.has(edge.data))
        this.#firstCarriers.set(edge.data, edge);
      this.#lists.set(edge, 'edges');
      push(this.#out, edge.from, edge);
      push(this.#in, edge.to, edge);
    }
    for (const list of ['personas', 'grants', 'roles', 'groups', 'queries', 'notes', 'suppressions'] as const) {
      for (const entry of pipeline[list]) this.#lists.set(entry, list);
    }
    const byId = new Map(pipeline.groups.map((group) => [group.id, group]));
    for (const group of pipeline.groups) {
      for (const id of group.nodes ?? []) {
        // Innermost first; a group that is its own ancestor ends the walk.
        const seen = new Set<Group>();
        for (let frame: Group | undefined = group; frame && !seen.has(frame); frame = byId.get(frame.parent ?? '')) {
          seen.add(frame);
          push(this.#groups, id, frame);
        }
      }
    }
  }

  /** The list an element stands in; undefined for the design itself and for strangers. */
  listOf(element: object): ListName | undefined {
    return this.#lists.get(element);
  }

  findNode(id: string): PipelineNode | undefined {
    return this.#nodes.get(id);
  }

  findEdge(id: string): Edge | undefined {
    return this.#edges.get(id);
  }

  findData(id: string | undefined): DataSet | undefined {
    return id === undefined ? undefined : this.#data.get(id);
  }

  findRole(id: string | undefined): Role | undefined {
    return id === undefined ? undefined : this.#roles.get(id);
  }

  findPersona(id: string | undefined): Persona | undefined {
    return id === undefined ? undefined : this.#personas.get(id);
  }

  kindOf(node: PipelineNode): Kind | undefined {
    return this.kinds.get(node.kind);
  }

  from(edge: Edge): PipelineNode | undefined {
    return this.#nodes.get(edge.from);
  }

  to(edge: Edge): PipelineNode | undefined {
    return this.#nodes.get(edge.to);
  }

  edgesOut(node: PipelineNode): readonly Edge[] {
    return this.#out.get(node.id) ?? none;
  }

  edgesIn(node: PipelineNode): readonly Edge[] {
    return this.#in.get(node.id) ?? none;
  }

  /** Groups around a node, innermost first. */
  groupsOf(node: PipelineNode): readonly Group[] {
    return this.#groups.get(node.id) ?? noGroups;
  }

  grantsOn(node: PipelineNode): readonly Grant[] {
    return this.#grants.get(node.id) ?? noGrants;
  }

  nodesOfKind(kind: string): readonly PipelineNode[] {
    return this.#ofKind.get(kind) ?? noNodes;
  }

  /** The first data or query edge that carries a data set. */
  firstCarrier(data: DataSet): Edge | undefined {
    return this.#firstCarriers.get(data.id);
  }

  /** The node's part in the pipeline: as declared, else that of its kind; undefined for a kind nobody knows. */
  roleOf(node: PipelineNode): Kind['role'] | undefined {
    return node.role ?? this.kindOf(node)?.role;
  }

  /** Whether a node keeps data: a store, or one that serves as staging area or backup. */
  isStore(node: PipelineNode): boolean {
    const role = this.roleOf(node);
    return role === 'store' || role === 'staging' || role === 'backup';
  }

  /** Stores that hold a data set, in the order of the document. */
  storesOf(data: DataSet): readonly PipelineNode[] {
    this.#stores ??= this.#storesByData();
    return this.#stores.get(data.id) ?? noNodes;
  }

  #storesByData(): Map<string, PipelineNode[]> {
    const stores = new Map<string, PipelineNode[]>();
    for (const node of this.pipeline.nodes) {
      if (this.isStore(node)) for (const { id } of this.dataOf(node)) push(stores, id, node);
    }
    return stores;
  }

  /** Nodes where a data set begins: they make, hold or send it, and nothing brings it to them. */
  originsOf(data: DataSet): readonly PipelineNode[] {
    this.#origins ??= this.#originsByData();
    return this.#origins.get(data.id) ?? noNodes;
  }

  #originsByData(): Map<string, PipelineNode[]> {
    const reached = new Map<string, Set<string>>();
    for (const edge of this.pipeline.edges) {
      if (edge.data === undefined || !isFlow(edge)) continue;
      const nodes = reached.get(edge.data);
      if (nodes) nodes.add(edge.to);
      else reached.set(edge.data, new Set([edge.to]));
    }
    const origins = new Map<string, PipelineNode[]>();
    for (const node of this.pipeline.nodes) {
      const sent = this.edgesOut(node).flatMap((edge) => (edge.data !== undefined && isFlow(edge) ? [edge.data] : []));
      for (const id of new Set([...(node.data ?? []), ...sent])) {
        if (!reached.get(id)?.has(node.id)) push(origins, id, node);
      }
    }
    return origins;
  }

  /** Data sets a node holds, makes, or that flow in or out of it. */
  dataOf(node: PipelineNode): readonly DataSet[] {
    let known = this.#dataOf.get(node.id);
    if (!known) {
      const ids = [
        ...(node.data ?? []),
        ...this.edgesIn(node).map(({ data }) => data),
        ...this.edgesOut(node).map(({ data }) => data),
      ];
      known = this.#sets(ids);
      this.#dataOf.set(node.id, known);
    }
    return known;
  }

  /** Data sets that enter a node by data or query edges. */
  dataIn(node: PipelineNode): readonly DataSet[] {
    return this.#flows(this.#dataIn, node, this.edgesIn(node));
  }

  /** Data sets that leave a node by data or query edges. */
  dataOut(node: PipelineNode): readonly DataSet[] {
    return this.#flows(this.#dataOut, node, this.edgesOut(node));
  }

  #flows(known: Map<string, readonly DataSet[]>, node: PipelineNode, edges: readonly Edge[]): readonly DataSet[] {
    let sets = known.get(node.id);
    if (!sets) {
      sets = this.#sets(edges.filter(isFlow).map(({ data }) => data));
      known.set(node.id, sets);
    }
    return sets;
  }

  #sets(ids: readonly (string | undefined)[]): readonly DataSet[] {
    return [...new Set(ids)].flatMap((id) => this.findData(id) ?? []);
  }

  /** Nodes that data reaches from `node` over data and query edges, nearest first, without `node`. */
  downstream(node: PipelineNode, through: (edge: Edge) => boolean = isFlow): readonly PipelineNode[] {
    return this.#reach(node, (at) =>
      this.edgesOut(at)
        .filter(through)
        .map((edge) => this.to(edge)),
    );
  }

  /** Nodes whose data reaches `node` over data and query edges, nearest first, without `node`. */
  upstream(node: PipelineNode, through: (edge: Edge) => boolean = isFlow): readonly PipelineNode[] {
    return this.#reach(node, (at) =>
      this.edgesIn(at)
        .filter(through)
        .map((edge) => this.from(edge)),
    );
  }

  #reach(start: PipelineNode, step: (node: PipelineNode) => (PipelineNode | undefined)[]): PipelineNode[] {
    const seen = new Set([start]);
    const queue = [start];
    for (const node of queue) {
      for (const next of step(node)) {
        if (next && !seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
      }
    }
    return queue.slice(1);
  }

  /** Whether `edge` carries `data`, or does not say what it carries. */
  carries(edge: Edge, data: DataSet): boolean {
    return edge.data === undefined || edge.data === data.id;
  }
}

/** Data and query edges: what paths follow. Control and metadata edges move no data. */
export function isFlow(edge: Edge): boolean {
  return edge.kind === undefined || edge.kind === 'data' || edge.kind === 'query';
}

export const isDataEdge = (edge: Edge): boolean => edge.kind === undefined || edge.kind === 'data';

const none: readonly Edge[] = [];
const noGroups: readonly Group[] = [];
const noGrants: readonly Grant[] = [];
const noNodes: readonly PipelineNode[] = [];

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
