import type { PipelineNode } from '../model/vocabulary';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Every node has this size, so nothing is ever measured. Multiples of the grid. */
export const nodeWidthPx = 184;
export const nodeHeightPx = 64;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Point, Size {}

const nodeSize: Size = { width: nodeWidthPx, height: nodeHeightPx };

export type Side = 'left' | 'right' | 'top' | 'bottom';

const clearancePx = 32;

/** The sides at which an edge leaves one node and arrives at another. */
export interface Sides {
  readonly source: Side;
  readonly target: Side;
}

/** The sides that face each other; where other nodes stand between two that are above each other, the way around them. */
export function sidesOf(from: Point, to: Point, others: Iterable<Point> = []): Sides {
  if (to.x >= from.x + nodeWidthPx + clearancePx) return { source: 'right', target: 'left' };
  // Back and to another row: out at the side of that row.
  if (to.x + nodeWidthPx + clearancePx <= from.x && Math.abs(to.y - from.y) >= nodeHeightPx)
    return { source: to.y > from.y ? 'bottom' : 'top', target: 'right' };
  const below = to.y >= from.y + nodeHeightPx + clearancePx;
  if (below || to.y + nodeHeightPx + clearancePx <= from.y) {
    if (Math.abs(to.x - from.x) < nodeWidthPx && isBlocked(from, to, others))
      return { source: 'right', target: 'right' };
    return below ? { source: 'bottom', target: 'top' } : { source: 'top', target: 'bottom' };
  }
  if (to.x + nodeWidthPx <= from.x) return { source: 'left', target: 'right' };
  return { source: 'right', target: 'left' };
}

function isBlocked(from: Point, to: Point, others: Iterable<Point>): boolean {
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const middle = (from.x + to.x + nodeWidthPx) / 2;
  for (const { x, y } of others) if (y > top && y < bottom && x < middle && x + nodeWidthPx > middle) return true;
  return false;
}

const outward: Readonly<Record<Side, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
};

function endAt({ x, y }: Point, side: Side, { width, height }: Size): Point {
  const across = side === 'left' ? 0 : side === 'right' ? width : width / 2;
  const down = side === 'top' ? 0 : side === 'bottom' ? height : height / 2;
  return { x: x + across, y: y + down };
}

export interface Curve {
  /** As the `d` of an SVG path. */
  readonly path: string;
  readonly middle: Point;
  /** Room for words between the ends, along the line when it is level. */
  readonly roomPx: number;
}

/** One cubic curve from node to node, or between other boxes of one size, leaving and arriving at right angles. */
export function curveBetween(from: Point, to: Point, sides: Sides, size = nodeSize): Curve {
  const [a, d] = [endAt(from, sides.source, size), endAt(to, sides.target, size)];
  const level = sides.source === 'left' || sides.source === 'right';
  const distance = level ? Math.abs(d.x - a.x) : Math.abs(d.y - a.y);
  const reach = sides.source === sides.target ? 56 : Math.max(16, distance / 2);
  const lean = (point: Point, side: Side): Point => ({
    x: point.x + outward[side][0] * reach,
    y: point.y + outward[side][1] * reach,
  });
  const [b, c] = [lean(a, sides.source), lean(d, sides.target)];
  return {
    path: `M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`,
    middle: { x: (a.x + 3 * b.x + 3 * c.x + d.x) / 8, y: (a.y + 3 * b.y + 3 * c.y + d.y) / 8 },
    roomPx: sides.source === 'right' && sides.target === 'left' ? d.x - a.x : 160,
  };
}

export function boundsOf(points: Iterable<Point>): Box | undefined {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + nodeWidthPx);
    bottom = Math.max(bottom, y + nodeHeightPx);
  }
  return right < left ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** A box around others with a margin; of none, around an empty node. */
export function around(boxes: readonly (Box | undefined)[], marginPx: number): Box {
  const all = boxes.filter((box) => box !== undefined);
  if (all.length === 0) return { x: 0, y: 0, ...nodeSize };
  const left = Math.min(...all.map(({ x }) => x)) - marginPx;
  const top = Math.min(...all.map(({ y }) => y)) - marginPx;
  return {
    x: left,
    y: top,
    width: Math.max(...all.map(({ x, width }) => x + width)) + marginPx - left,
    height: Math.max(...all.map(({ y, height }) => y + height)) + marginPx - top,
  };
}

/** Places for all nodes: those that have none stand in rows below the others. */
export function placesOf(nodes: readonly PipelineNode[]): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  for (const { id, position } of nodes) if (position) places.set(id, position);
  const bounds = boundsOf(places.values());
  const left = bounds?.x ?? 0;
  const top = bounds ? bounds.y + bounds.height + 96 : 0;
  const columns = 6;
  let index = 0;
  for (const { id, position } of nodes) {
    if (position) continue;
    places.set(id, { x: left + (index % columns) * 256, y: top + Math.floor(index / columns) * 112 });
    index++;
  }
  return places;
}

/** The free place nearest below `wanted`. */
export function freePlace(taken: Iterable<Point>, wanted: Point): Point {
  const all = [...taken];
  let { y } = wanted;
  const gapPx = 16;
  for (;;) {
    const hit = all.find(
      (place) => Math.abs(place.x - wanted.x) < nodeWidthPx + gapPx && Math.abs(place.y - y) < nodeHeightPx + gapPx,
    );
    if (!hit) return { x: wanted.x, y };
    y = hit.y + nodeHeightPx + gapPx * 2;
  }
}
