import { returnsTransform } from '../kit/refactoring';
import { type Graph, isDataEdge } from '../model/graph';
import type { Edge } from '../model/vocabulary';
import { overlaps } from './prefixes';

/** Where data is between two edges: a node, or what lies under one prefix of a store. */
interface Place {
  readonly out: { readonly edge: Edge; readonly to: readonly Place[] }[];
  readonly prefix: string | undefined;
  index: number;
  low: number;
  onStack: boolean;
  component: number;
}

/**
 * Ways on which data comes back to where it was: for each group of nodes that feed each other a shortest one, as its
 * edges in order. Edges on demand are answers; a transform's way back belongs to its call; and a store that is written
 * under one prefix and read under another does not feed itself.
 * Linear in nodes and edges, but for stores with many prefixes.
 */
export function loops(graph: Graph): readonly (readonly Edge[])[] {
  const places = placesOf(graph);
  number(places);
  const first = new Map<number, { edge: Edge; from: Place; to: readonly Place[] }>();
  for (const from of places) {
    for (const { edge, to } of from.out) {
      if (first.has(from.component)) break;
      if (to.some(({ component }) => component === from.component)) first.set(from.component, { edge, from, to });
    }
  }
  return [...first.values()].map(({ edge, from, to }) => [edge, ...wayBack(to, from)]);
}

function placesOf(graph: Graph): readonly Place[] {
  const edges = graph.pipeline.edges.filter(
    (edge) =>
      isDataEdge(edge) &&
      edge.trigger !== 'demand' &&
      graph.from(edge) &&
      graph.to(edge) &&
      !returnsTransform(graph, edge),
  );
  const byNode = new Map<string, Map<string, Place>>();
  const outlet = (edge: Edge): Place => {
    const prefix = (graph.isStore(graph.from(edge)!) && edge.prefix) || '';
    const outlets = byNode.get(edge.from) ?? new Map<string, Place>();
    byNode.set(edge.from, outlets);
    const known = outlets.get(prefix);
    if (known) return known;
    const place = { out: [], prefix, index: -1, low: 0, onStack: false, component: -1 };
    outlets.set(prefix, place);
    return place;
  };
  const from = edges.map(outlet);
  for (const [index, edge] of edges.entries()) {
    const to = [...(byNode.get(edge.to)?.values() ?? [])].filter(({ prefix }) => overlaps(edge.prefix, prefix));
    from[index]!.out.push({ edge, to });
  }
  return [...new Set(from)];
}

/** Numbers the groups of places that reach each other (Tarjan), without recursion: a chain may be long. */
function number(places: readonly Place[]): void {
  let index = 0;
  let component = 0;
  const stack: Place[] = [];
  for (const root of places) {
    if (root.index !== -1) continue;
    const work: { place: Place; next: Iterator<Place> }[] = [];
    const enter = (place: Place): void => {
      place.index = place.low = index++;
      place.onStack = true;
      stack.push(place);
      work.push({ place, next: following(place) });
    };
    enter(root);
    while (work.length > 0) {
      const { place, next } = work.at(-1)!;
      const step = next.next();
      if (!step.done) {
        if (step.value.index === -1) enter(step.value);
        else if (step.value.onStack) place.low = Math.min(place.low, step.value.index);
        continue;
      }
      work.pop();
      const caller = work.at(-1)?.place;
      if (caller) caller.low = Math.min(caller.low, place.low);
      if (place.low !== place.index) continue;
      for (let member: Place | undefined; member !== place; ) {
        member = stack.pop()!;
        member.onStack = false;
        member.component = component;
      }
      component++;
    }
  }
}

function* following(place: Place): Generator<Place> {
  for (const { to } of place.out) yield* to;
}

/** A shortest way from one of `starts` to `goal`, inside the goal's group. */
function wayBack(starts: readonly Place[], goal: Place): readonly Edge[] {
  const reached = new Map<Place, { edge: Edge; from: Place } | undefined>();
  for (const start of starts) if (start.component === goal.component) reached.set(start, undefined);
  for (const place of reached.keys()) {
    if (place === goal) break;
    for (const { edge, to } of place.out) {
      for (const next of to) {
        if (next.component === goal.component && !reached.has(next)) reached.set(next, { edge, from: place });
      }
    }
  }
  const way: Edge[] = [];
  for (let step = reached.get(goal); step; step = reached.get(step.from)) way.unshift(step.edge);
  return way;
}
