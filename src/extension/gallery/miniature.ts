import { escaped } from '../../kit/html';
import type { PaletteEntry } from '../../kit/service';
import type { Pipeline } from '../../model/vocabulary';
import { framesOf } from '../../picture/frames';
import { around, boundsOf, curveBetween, nodeHeightPx, nodeWidthPx, placesOf, sidesOf } from '../../picture/geometry';
import { iconOf } from '../../picture/icon';

/** Id of the arrowhead, which a page defines once for all its miniatures. */
export const arrowheadId = 'arrowhead';

export interface Look {
  readonly kinds: ReadonlyMap<string, PaletteEntry>;
  /** Folder of the service icons, with a slash at its end. */
  readonly icons: string;
  readonly neutralIcons: boolean;
}

/** Side of a node's tile. Wider than a node is high: at the size of a miniature only the icon can be made out. */
const tilePx = 112;
const iconPx = 84;
const inset = { x: (nodeWidthPx - tilePx) / 2, y: (nodeHeightPx - tilePx) / 2 };
const marginPx = 40;

/** A design as a small SVG for decoration: its icons where its nodes stand, its edges, its frames, and no words. */
export function miniature(pipeline: Pipeline, { kinds, icons, neutralIcons }: Look): string {
  const places = placesOf(pipeline.nodes);
  const tiles = new Map([...places].map(([id, { x, y }]) => [id, { x: x + inset.x, y: y + inset.y }]));
  const frames = framesOf(pipeline, places);
  const shown = around([boundsOf(places.values()), ...frames.map(({ box }) => box)], marginPx);
  const parts = frames.map(
    ({ box: { x, y, width, height } }) =>
      `<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="12"/>`,
  );
  for (const { from, to } of pipeline.edges) {
    const [start, end] = [tiles.get(from), tiles.get(to)];
    if (!start || !end || from === to) continue;
    const { path } = curveBetween(start, end, sidesOf(start, end, tiles.values()), { width: tilePx, height: tilePx });
    parts.push(`<path class="edge" d="${path}" marker-end="url(#${arrowheadId})"/>`);
  }
  for (const { id, kind } of pipeline.nodes) {
    const tile = tiles.get(id);
    if (!tile) continue;
    const service = kinds.get(kind);
    const icon = iconOf(service, neutralIcons);
    const at = `x="${tile.x + (tilePx - iconPx) / 2}" y="${tile.y + (tilePx - iconPx) / 2}" width="${iconPx}" height="${iconPx}"`;
    const plate = `x="${tile.x}" y="${tile.y}" width="${tilePx}" height="${tilePx}" rx="14"`;
    parts.push(
      'file' in icon
        ? `<rect class="plate" ${plate}/><image ${at} href="${escaped(icons + icon.file)}"/>`
        : `<rect class="tile stage-${service?.stage ?? 'custom'}" ${plate}/><foreignObject ${at}><span class="codicon codicon-${escaped(icon.glyph)}"></span></foreignObject>`,
    );
  }
  const { x, y, width, height } = shown;
  return `<svg class="miniature" viewBox="${x} ${y} ${width} ${height}" aria-hidden="true">${parts.join('')}</svg>`;
}
