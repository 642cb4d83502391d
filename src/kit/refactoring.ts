import type { Edit } from '../model/edit';
import { elementId } from '../model/edit';
import { type Graph, isDataEdge } from '../model/graph';
import type { Json, JsonObject } from '../model/json';
import { freeId, idsOf, removeElements } from '../model/operations';
import type { DataSet, Edge, Grant, Group, ListName, PipelineNode, Role } from '../model/vocabulary';
import { edgeKindOf, type Matrix, type Pair } from './connection';
import { isNewcomer, type NewcomerKind, newcomers } from './newcomers';
import { labelOf } from './rule';
import { tableFormats } from './stored';

/** What a new node takes over from the node beside which it is put: a fix invents no owner and no account. */
const inherited = ['environment', 'account', 'region', 'owner', 'tags'] as const;

type Changeable = PipelineNode | Edge | DataSet | Grant | Group | Role;

/** Distance between nodes on the canvas. */
const step = { x: 256, y: 160 };

/**
 * The edits of a fix that changes the shape of a design: nodes and edges that come, edges that lead elsewhere, nodes
 * that go. New ids are free in the design and among each other; new nodes stand where nothing stands yet.
 */
export class Refactoring {
  readonly edits: Edit[] = [];
  readonly #graph: Graph;
  /** Ids that this change gives away, beside those of the design. */
  readonly #given = { nodes: new Set<string>(), edges: new Set<string>(), roles: new Set<string>() };
  #places: { x: number; y: number }[] | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** A node with the safe settings of its kind, beside another one. `fields` win over the settings; their `config` is added to it. @returns its id. */
  add(kind: NewcomerKind, beside: PipelineNode, fields: { readonly [key: string]: Json } = {}): string {
    const { label, config, ...settings } = newcomers[kind] as JsonObject & { label: string; config: JsonObject };
    const name = typeof fields.label === 'string' ? fields.label : label;
    const id = this.#fresh('nodes', name);
    const own = Object.fromEntries(
      inherited.flatMap((field) => (beside[field] === undefined ? [] : [[field, beside[field] as Json]])),
    );
    const position = beside.position && this.#freePlace(beside.position);
    const value: JsonObject = {
      id,
      kind,
      label: name,
      ...(position && { position }),
      ...own,
      ...(JSON.parse(JSON.stringify(settings)) as JsonObject),
      ...fields,
    };
    value.id = id;
    value.label = name;
    const merged = {
      ...(JSON.parse(JSON.stringify(config)) as JsonObject),
      ...(fields.config as JsonObject | undefined),
    };
    if (Object.keys(merged).length > 0) value.config = merged;
    else delete value.config;
    this.edits.push({ op: 'add', list: 'nodes', value });
    return id;
  }

  /** Another node like `node`, under a label of its own, with `config` added to its configuration. @returns its id. */
  copy(node: PipelineNode, label: string, config: JsonObject = {}): string {
    const id = this.#fresh('nodes', label);
    const position = node.position && this.#freePlace(node.position);
    const merged = { ...node.config, ...config };
    const value = {
      ...node,
      id,
      label,
      ...(position && { position }),
      ...(Object.keys(merged).length > 0 && { config: merged }),
    } as unknown as JsonObject;
    this.edits.push({ op: 'add', list: 'nodes', value });
    return id;
  }

  /** A new edge. @returns its id. */
  connect(from: string, to: string, fields: Readonly<Record<string, Json | undefined>> = {}): string {
    const id = this.#fresh('edges', `${from}-${to}`);
    const said = Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]]));
    this.edits.push({ op: 'add', list: 'edges', value: { id, from, to, ...Object.fromEntries(said) } });
    return id;
  }

  /** Another role like `role`, with `fields` in place of its own. @returns its id. */
  copyRole(role: Role, stem: string, fields: Readonly<Record<string, Json>>): string {
    const id = this.#fresh('roles', stem);
    this.edits.push({ op: 'add', list: 'roles', value: { ...(role as unknown as JsonObject), id, ...fields } });
    return id;
  }

  /** Leads an edge elsewhere. */
  lead(edge: Edge, ends: { readonly from?: string; readonly to?: string }): void {
    for (const end of ['from', 'to'] as const) {
      if (ends[end] !== undefined && ends[end] !== edge[end]) this.set(edge, [end], ends[end]);
    }
  }

  set(element: Changeable, path: readonly (string | number)[], value: Json): void {
    this.edits.push({ op: 'set', element: this.#reference(element), path: [...path], value });
  }

  unset(element: Changeable, path: readonly (string | number)[]): void {
    this.edits.push({ op: 'unset', element: this.#reference(element), path: [...path] });
  }

  removeEdge(edge: Edge): void {
    this.edits.push({ op: 'remove', element: { list: 'edges', id: edge.id } });
  }

  /** Takes a node out with what cannot stand without it; edges and grants that were led elsewhere before stay. */
  remove(node: PipelineNode): void {
    const kept = new Set(
      this.edits.flatMap((edit) => {
        if (edit.op !== 'set' || edit.element.list === 'design') return [];
        const { list, id } = edit.element;
        const ends = list === 'edges' ? ['from', 'to'] : list === 'grants' ? ['node'] : [];
        return ends.includes(String(edit.path[0])) ? [`${list}/${id}`] : [];
      }),
    );
    for (const edit of removeElements(this.#graph.pipeline, this.#graph.kinds, [{ list: 'nodes', id: node.id }])) {
      if (edit.op === 'remove' && kept.has(`${edit.element.list}/${edit.element.id}`)) continue;
      this.edits.push(edit);
    }
  }

  #reference(element: Changeable): { list: ListName; id: string } {
    const list = this.#graph.listOf(element)!;
    return { list, id: elementId(list, element as never) };
  }

  #fresh(list: Numbered, stem: string): string {
    const [taken, given] = [idsIn(this.#graph, list), this.#given[list]];
    const id = freeId({ has: (candidate) => taken.has(candidate) || given.has(candidate) }, stem);
    given.add(id);
    return id;
  }

  #freePlace(near: { readonly x: number; readonly y: number }): { x: number; y: number } {
    this.#places ??= this.#graph.pipeline.nodes.flatMap(({ position }) => position ?? []);
    const place = { x: near.x, y: near.y + step.y };
    while (this.#places.some(({ x, y }) => Math.abs(x - place.x) < step.x / 2 && Math.abs(y - place.y) < step.y / 2))
      place.y += step.y;
    this.#places.push(place);
    return place;
  }
}

/** Lists whose new entries need an id. */
type Numbered = 'nodes' | 'edges' | 'roles';

const ids = new WeakMap<Graph, Record<Numbered, ReadonlySet<string>>>();

/** Ids of a design: looked up once, for every finding with a fix asks. */
function idsIn(graph: Graph, list: Numbered): ReadonlySet<string> {
  let known = ids.get(graph);
  if (!known) {
    const { pipeline } = graph;
    known = { nodes: idsOf(pipeline, 'nodes'), edges: idsOf(pipeline, 'edges'), roles: idsOf(pipeline, 'roles') };
    ids.set(graph, known);
  }
  return known[list];
}

/** Data edges into a delivery stream from its producers: not the way back from a function that transforms for it. */
export function producersInto(graph: Graph, delivery: PipelineNode): readonly Edge[] {
  return graph.edgesIn(delivery).filter((edge) => isDataEdge(edge) && !returnsTransform(graph, edge));
}

/** Whether an edge leads back from a function to the delivery stream that calls it. */
export function returnsTransform(graph: Graph, edge: Edge): boolean {
  const [from, to] = [graph.from(edge), graph.to(edge)];
  if (from?.kind !== 'lambda' || to?.kind !== 'firehose') return false;
  return to.config?.transform === from.id || graph.edgesOut(to).some((out) => out.to === from.id);
}

/** Puts a data stream between a delivery stream and its producers. @returns its id; undefined, with nothing changed, when nothing feeds the delivery stream. */
export function streamBefore(
  change: Refactoring,
  graph: Graph,
  delivery: PipelineNode,
  config: JsonObject = {},
): string | undefined {
  const incoming = producersInto(graph, delivery);
  if (incoming.length === 0) return undefined;
  const stream = change.add('kinesis-data-streams', delivery, { label: `${labelOf(delivery)} stream`, config });
  for (const edge of incoming) change.lead(edge, { to: stream });
  for (const data of new Set(incoming.map((edge) => edge.data)))
    change.connect(stream, delivery.id, { ...(data !== undefined && { data }), trigger: 'continuous' });
  return stream;
}

/**
 * Kinds that, put between two, make every leg possible: the intermediates that the matrix names for the pair, with a
 * store behind the first where one step is not enough. Undefined when there is no such way.
 */
export function chainBetween(matrix: Matrix, from: string, to: string): readonly NewcomerKind[] | undefined {
  const named = matrix.find(from, to)?.intermediates ?? ['s3', 'firehose', 'lambda', 'athena'];
  const candidates = named.filter(isNewcomer);
  const first = candidates.filter((kind) => works(matrix.find(from, kind)));
  const direct = first.find((kind) => works(matrix.find(kind, to)));
  if (direct) return [direct];
  for (const kind of first) {
    if (works(matrix.find(kind, 's3')) && works(matrix.find('s3', to))) return [kind, 's3'];
  }
  return undefined;
}

const works = (pair: Pair | undefined): boolean => pair?.way === 'native' || pair?.way === 'query';

/** Puts nodes of `kinds` into an edge. The edge itself becomes the last leg, or the first where it does not say what it carries: there the question stays. `fields` win over the settings of a kind. @returns the ids of the new nodes. */
export function insertInto(
  change: Refactoring,
  graph: Graph,
  matrix: Matrix,
  edge: Edge,
  kinds: readonly NewcomerKind[],
  fields: Partial<Record<NewcomerKind, JsonObject>> = {},
): readonly string[] {
  const [from, to] = [graph.from(edge)!, graph.to(edge)!];
  const data = graph.findData(edge.data);
  const carried = data ? { data: data.id } : {};
  const ids = kinds.map((kind) => {
    const holds = kind === 's3' && data ? keeping(data, to.owner ?? from.owner) : {};
    return change.add(kind, to, { label: `${newcomers[kind].label} for ${labelOf(to)}`, ...holds, ...fields[kind] });
  });
  const stops = [from.kind, ...kinds, to.kind];
  const places = [from.id, ...ids, to.id];
  const own = data || edge.kind === 'query' ? stops.length - 2 : 0;
  for (let leg = 0; leg < stops.length - 1; leg++) {
    const [start, end] = [places[leg]!, places[leg + 1]!];
    const kind = legKind(matrix, stops[leg]!, stops[leg + 1]!);
    if (leg !== own) {
      // How fresh the consumer wants it belongs to the leg that ends at the consumer.
      const need = leg === stops.length - 2 && edge.freshnessSeconds !== undefined;
      change.connect(start, end, { ...carried, ...kind, ...(need && { freshnessSeconds: edge.freshnessSeconds }) });
      continue;
    }
    change.lead(edge, { from: start, to: end });
    if (edge.kind !== kind.kind) change.set(edge, ['kind'], kind.kind ?? 'data');
    if (own < stops.length - 2 && edge.freshnessSeconds !== undefined) change.unset(edge, ['freshnessSeconds']);
  }
  return ids;
}

/** Fields of a new store for a data set: under an owner who answers for it already, and no longer than it is needed. */
export function keeping(data: DataSet, neighbour: string | undefined): JsonObject {
  const owner = neighbour ?? data.owner;
  const days = Math.ceil(Math.max(data.retentionDays ?? 0, data.legalHoldDays ?? 0));
  return {
    data: [data.id],
    ...(owner !== undefined && { owner }),
    ...(data.retentionDays !== undefined && days > 0 && { config: { expireDays: days } }),
  };
}

function legKind(matrix: Matrix, from: string, to: string): { kind?: 'query' | 'metadata' } {
  const pair = matrix.find(from, to);
  const kind = pair ? edgeKindOf(pair.way) : 'data';
  return kind === 'query' || kind === 'metadata' ? { kind } : {};
}

/** Gives an engine the tables of a store: through the catalog that it has, one that is drawn, or a new one; with a crawler where asked. @returns the id of the catalog. */
export function catalogue(
  change: Refactoring,
  graph: Graph,
  store: { readonly id: string; readonly data?: string | undefined },
  engine: { readonly id: string; readonly beside: PipelineNode },
  crawl: boolean,
): string {
  const drawn = graph.findNode(engine.id);
  const own = drawn && graph.edgesOut(drawn).find((edge) => graph.to(edge)?.kind === 'glue-catalog');
  if (own) return own.to;
  const existing = graph.nodesOfKind('glue-catalog')[0];
  const catalog = existing?.id ?? change.add('glue-catalog', engine.beside);
  change.connect(engine.id, catalog, { kind: 'metadata' });
  if (!crawl) return catalog;
  const crawler = change.add('glue-crawler', engine.beside);
  change.connect(store.id, crawler, { kind: 'metadata', ...(store.data !== undefined && { data: store.data }) });
  change.connect(crawler, catalog, { kind: 'metadata' });
  return catalog;
}

/** Makes a store keep data sets as Iceberg tables. Their format becomes another one where it is declared and no other store keeps them in it. */
export function keepAsIceberg(change: Refactoring, graph: Graph, store: PipelineNode, sets: readonly DataSet[]): void {
  change.set(store, ['config', 'tableType'], 'iceberg');
  if (store.kind === 's3') change.set(store, ['config', 'compaction'], true);
  for (const data of sets) {
    const plain = data.format !== undefined && !tableFormats.has(data.format);
    if (plain && graph.storesOf(data).every((other) => other.id === store.id)) change.set(data, ['format'], 'iceberg');
  }
}

/** Replaces a delivery stream by a data stream and a function that writes where it delivered; false, with nothing changed, where that is no way. */
export function streamAndFunctionFor(
  change: Refactoring,
  graph: Graph,
  matrix: Matrix,
  delivery: PipelineNode,
  retentionHours: number | undefined,
): boolean {
  const incoming = producersInto(graph, delivery);
  const outgoing = graph.edgesOut(delivery).filter((edge) => isDataEdge(edge) && !callsTransform(graph, edge));
  const writes = outgoing.every((edge) => works(matrix.find('lambda', graph.to(edge)?.kind ?? '')));
  if (incoming.length === 0 || outgoing.length === 0 || !writes) return false;
  const streams = incoming.filter((edge) => graph.from(edge)?.kind === 'kinesis-data-streams');
  const others = incoming.filter((edge) => !streams.includes(edge));
  const consumer = change.add('lambda', delivery, { label: `${labelOf(delivery)} function` });
  for (const edge of streams) change.lead(edge, { to: consumer });
  if (others.length > 0) {
    const stream = change.add('kinesis-data-streams', delivery, {
      label: `${labelOf(delivery)} stream`,
      config: retentionHours === undefined ? {} : { retentionHours },
    });
    for (const edge of others) change.lead(edge, { to: stream });
    for (const data of new Set(others.map((edge) => edge.data)))
      change.connect(stream, consumer, { ...(data !== undefined && { data }), trigger: 'continuous' });
  }
  for (const edge of outgoing) change.lead(edge, { from: consumer });
  change.remove(delivery);
  return true;
}

/** Whether an edge leads from a delivery stream to the function that transforms for it. */
export function callsTransform(graph: Graph, edge: Edge): boolean {
  const [from, to] = [graph.from(edge), graph.to(edge)];
  if (from?.kind !== 'firehose' || to?.kind !== 'lambda') return false;
  return from.config?.transform === to.id || graph.edgesOut(to).some((back) => back.to === from.id);
}
