import type { PipelineNode } from '../../src/model/vocabulary';
import type { Point } from '../session/state';

/** Every node has this size, so nothing is ever measured. Multiples of the grid. */
export const nodeWidthPx = 184;
export const nodeHeightPx = 64;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

const clearancePx = 32;

/** The sides at which an edge between two nodes leaves and arrives, so that it runs around neither. */
export function sidesOf(from: Point, to: Point): { source: Side; target: Side } {
  if (to.x >= from.x + nodeWidthPx + clearancePx) return { source: 'right', target: 'left' };
  if (to.y >= from.y + nodeHeightPx + clearancePx) return { source: 'bottom', target: 'top' };
  if (to.y + nodeHeightPx + clearancePx <= from.y) return { source: 'top', target: 'bottom' };
  if (to.x + nodeWidthPx <= from.x) return { source: 'left', target: 'right' };
  return { source: 'right', target: 'left' };
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
