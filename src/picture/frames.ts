import type { Group, Pipeline } from '../model/vocabulary';
import { type Box, boundsOf, nodeHeightPx, nodeWidthPx, type Point } from './geometry';

/** A group as it is drawn: a labelled frame around its nodes and inner groups. */
export interface Frame {
  readonly group: Group;
  readonly box: Box;
  /** 0 for the outermost: drawn first. */
  readonly depth: number;
}

const paddingPx = 16;
const titlePx = 24;

/** Frames of the groups that hold something, outer ones first. A group among its own ancestors counts as outermost. */
export function framesOf({ groups }: Pick<Pipeline, 'groups'>, places: ReadonlyMap<string, Point>): Frame[] {
  const children = new Map<string, Group[]>();
  const byId = new Map(groups.map((group) => [group.id, group]));
  for (const group of groups) {
    const list = children.get(group.parent ?? '');
    if (list) list.push(group);
    else children.set(group.parent ?? '', [group]);
  }
  const frames: Frame[] = [];
  const boxOf = (group: Group, seen: ReadonlySet<Group>): Box | undefined => {
    const inner = new Set(seen).add(group);
    const boxes: Box[] = (children.get(group.id) ?? []).flatMap((child) =>
      inner.has(child) ? [] : (boxOf(child, inner) ?? []),
    );
    for (const id of group.nodes ?? []) {
      const place = places.get(id);
      if (place) boxes.push({ ...place, width: nodeWidthPx, height: nodeHeightPx });
    }
    const bounds = unite(boxes);
    return (
      bounds && {
        x: bounds.x - paddingPx,
        y: bounds.y - paddingPx - titlePx,
        width: bounds.width + 2 * paddingPx,
        height: bounds.height + 2 * paddingPx + titlePx,
      }
    );
  };
  for (const group of groups) {
    const box = boxOf(group, new Set());
    if (box) frames.push({ group, box, depth: depthOf(group, byId) });
  }
  return frames.sort((a, b) => a.depth - b.depth);
}

function depthOf(group: Group, byId: ReadonlyMap<string, Group>): number {
  const seen = new Set<Group>([group]);
  let depth = 0;
  for (let at = byId.get(group.parent ?? ''); at && !seen.has(at); at = byId.get(at.parent ?? '')) {
    seen.add(at);
    depth++;
  }
  return depth;
}

function unite(boxes: readonly Box[]): Box | undefined {
  const corners = boxes.flatMap(({ x, y, width, height }) => [
    { x, y },
    { x: x + width - nodeWidthPx, y: y + height - nodeHeightPx },
  ]);
  return boundsOf(corners);
}
