import { type Graph, isFlow } from '../model/graph';
import type { Json } from '../model/json';
import type { Edge, PipelineNode } from '../model/vocabulary';
import { edgeKindOf, type Matrix } from './connection';
import type { NewcomerKind } from './newcomers';
import type { Refactoring } from './refactoring';
import { labelOf } from './rule';

/**
 * Puts a node of another kind in the place of one, with its edges, its grants, its data and its key.
 * @returns its id; undefined, with nothing changed, where one of the edges would not work with it, or there is none.
 */
export function replaceBy(
  change: Refactoring,
  graph: Graph,
  matrix: Matrix,
  node: PipelineNode,
  kind: NewcomerKind,
  fields: { readonly [key: string]: Json } = {},
): string | undefined {
  const [incoming, outgoing] = [graph.edgesIn(node), graph.edgesOut(node)];
  const ways = new Map<Edge, ReturnType<typeof wayOf>>([
    ...incoming.map((edge) => [edge, wayOf(matrix, edge, graph.from(edge)?.kind, kind)] as const),
    ...outgoing.map((edge) => [edge, wayOf(matrix, edge, kind, graph.to(edge)?.kind)] as const),
  ]);
  if (ways.size === 0 || [...ways.values()].includes(undefined)) return undefined;
  const id = change.add(kind, node, {
    label: labelOf(node),
    ...(node.position && { position: { ...node.position } }),
    ...(node.data && { data: [...node.data] }),
    // A change of service never lowers encryption.
    ...(node.encryption === 'cmk' && { encryption: node.encryption }),
    ...(node.encryption === 'cmk' && node.kmsKey !== undefined && { kmsKey: node.kmsKey }),
    ...fields,
  });
  for (const edge of incoming) change.lead(edge, { to: id });
  for (const edge of outgoing) change.lead(edge, { from: id });
  for (const [edge, way] of ways) if (way === 'connector') change.set(edge, ['via'], 'connector');
  for (const grant of graph.grantsOn(node)) change.set(grant, ['node'], id);
  change.remove(node);
  return id;
}

/** How an edge would join two kinds; undefined where it could not. */
function wayOf(matrix: Matrix, edge: Edge, from = '', to = ''): 'configuration' | 'connector' | undefined {
  const way = matrix.find(from, to)?.way;
  if (way === undefined || way === 'refused') return undefined;
  if (!isFlow(edge)) return 'configuration';
  if (edgeKindOf(way) !== (edge.kind ?? 'data') || way === 'code' || way === 'zero-etl') return undefined;
  const named = edge.via !== undefined && edge.via !== 'native';
  return way === 'connector' && !named ? 'connector' : 'configuration';
}
