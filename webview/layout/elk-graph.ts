import type { ElkNode, LayoutOptions } from 'elkjs/lib/elk-api';
import { isFlow } from '../../src/model/graph';
import { snap } from '../../src/model/operations';
import type { Edge, Pipeline } from '../../src/model/vocabulary';
import { boundsOf, nodeHeightPx, nodeWidthPx, type Point } from '../../src/picture/geometry';

const fewNodes = 100;
const manyNodes = 200;
/** Compound nodes do not inherit it. */
const spacing = {
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '24',
};
const groupPadding = '[top=48,left=16,bottom=16,right=16]';

/** The design as ELK takes it: groups are compound nodes, so their members stay together. */
export function toElkGraph(pipeline: Pipeline): ElkNode {
  const grouped = new Map<string, string>();
  for (const group of pipeline.groups)
    for (const id of group.nodes ?? []) if (!grouped.has(id)) grouped.set(id, group.id);
  const parents = parentsOf(pipeline);
  const children = new Map<string | undefined, ElkNode[]>();
  const put = (parent: string | undefined, node: ElkNode) => {
    const list = children.get(parent);
    if (list) list.push(node);
    else children.set(parent, [node]);
  };
  for (const { id } of pipeline.nodes)
    put(grouped.get(id), { id: nodeKey(id), width: nodeWidthPx, height: nodeHeightPx });
  const build = (parent: string | undefined): ElkNode[] => {
    const inner = pipeline.groups.flatMap((group): ElkNode[] => {
      if (parents.get(group.id) !== parent) return [];
      const members = build(group.id);
      return members.length === 0
        ? []
        : [{ id: groupKey(group.id), children: members, layoutOptions: { ...spacing, 'elk.padding': groupPadding } }];
    });
    return [...(children.get(parent) ?? []), ...inner];
  };
  const edges = layoutEdges(pipeline, grouped).map(({ id, from, to }) => ({
    id: `edge:${id}`,
    sources: [nodeKey(from)],
    targets: [nodeKey(to)],
  }));
  return { id: 'design', layoutOptions: options(pipeline.nodes.length), children: build(undefined), edges };
}

/**
 * The edges that give the layout its direction: data and queries. Edges of metadata and control run across the stream;
 * they count only where they are all that holds a node to the others.
 */
export function layoutEdges(pipeline: Pipeline, grouped: ReadonlyMap<string, string>): Edge[] {
  const ids = new Set(pipeline.nodes.map(({ id }) => id));
  const drawn = pipeline.edges.filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to));
  const held = new Set<string>(grouped.keys());
  for (const edge of drawn) if (isFlow(edge)) held.add(edge.from).add(edge.to);
  return drawn.filter((edge) => {
    if (isFlow(edge)) return true;
    if (held.has(edge.from) && held.has(edge.to)) return false;
    held.add(edge.from).add(edge.to);
    return true;
  });
}

/** Parent of each group; groups in a ring, or below nothing, stand at the top. */
function parentsOf(pipeline: Pipeline): ReadonlyMap<string, string | undefined> {
  const declared = new Map(pipeline.groups.map(({ id, parent }) => [id, parent]));
  const result = new Map<string, string | undefined>();
  for (const { id, parent } of pipeline.groups) {
    const seen = new Set([id]);
    let at = parent;
    while (at !== undefined && declared.has(at) && !seen.has(at)) {
      seen.add(at);
      at = declared.get(at);
    }
    const ring = at !== undefined && seen.has(at);
    result.set(id, ring || parent === undefined || !declared.has(parent) ? undefined : parent);
  }
  return result;
}

/** Small designs get the straightest edges; larger ones what is fast and still good (`NETWORK_SIMPLEX` does not end at 1,000). */
function options(count: number): LayoutOptions {
  const few = count <= fewNodes;
  return {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    'elk.edgeRouting': count > manyNodes ? 'POLYLINE' : 'ORTHOGONAL',
    'elk.layered.thoroughness': few ? '7' : '1',
    'elk.layered.nodePlacement.strategy': few ? 'NETWORK_SIMPLEX' : 'LINEAR_SEGMENTS',
    'elk.layered.considerModelOrder.strategy': few ? 'PREFER_EDGES' : 'NONE',
    ...spacing,
    'elk.spacing.componentComponent': '64',
    'elk.randomSeed': '1',
  };
}

/**
 * New places of the nodes that move, on the grid. The whole picture stays where its upper left corner was, and locked
 * nodes stay where they are.
 */
export function placesFromElk(
  laidOut: ElkNode,
  pipeline: Pipeline,
  before: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const found = new Map<string, Point>();
  const walk = (node: ElkNode, x: number, y: number) => {
    for (const child of node.children ?? []) {
      const place = { x: x + (child.x ?? 0), y: y + (child.y ?? 0) };
      if (child.id.startsWith('node:')) found.set(child.id.slice('node:'.length), place);
      walk(child, place.x, place.y);
    }
  };
  walk(laidOut, 0, 0);
  const [old, fresh] = [boundsOf(before.values()), boundsOf(found.values())];
  const dx = old && fresh ? old.x - fresh.x : 0;
  const dy = old && fresh ? old.y - fresh.y : 0;
  const result = new Map<string, Point>();
  for (const { id, locked, position } of pipeline.nodes) {
    const place = found.get(id);
    if (!place || locked) continue;
    const moved = { x: snap(place.x + dx), y: snap(place.y + dy) };
    if (position?.x !== moved.x || position.y !== moved.y) result.set(id, moved);
  }
  return result;
}

const nodeKey = (id: string): string => `node:${id}`;
const groupKey = (id: string): string => `group:${id}`;
