import { escaped } from '../kit/html';
import type { Service } from '../kit/service';
import { shortLabel } from '../kit/words';
import type { Stage } from '../model/kind';
import type { Pipeline } from '../model/vocabulary';
import type { Mark } from './change';
import { framesOf } from './frames';
import {
  around,
  type Box,
  boundsOf,
  curveBetween,
  nodeHeightPx,
  nodeWidthPx,
  type Point,
  placesOf,
  sidesOf,
} from './geometry';

export interface PictureLook {
  readonly kinds: ReadonlyMap<string, Pick<Service, 'label' | 'stage'>>;
  /** Address of a kind's icon, such as a data URI; undefined for a node without one. */
  readonly icon: (kind: string) => string | undefined;
  /** What to point out, by `nodes/<id>` and `edges/<id>`. */
  readonly marks?: ReadonlyMap<string, Mark>;
}

const markColours: Readonly<Record<Mark, string>> = { added: '#1a7f37', changed: '#9a6700', removed: '#cf222e' };

/** Stages in colours that can be told apart on paper. */
const stageColours: Readonly<Record<Stage | 'retired', string>> = {
  source: '#1f6feb',
  ingestion: '#8250df',
  processing: '#0a7ea4',
  orchestration: '#0a7ea4',
  storage: '#1a7f37',
  analytics: '#9a6700',
  consumers: '#cf222e',
  governance: '#57606a',
  operations: '#57606a',
  custom: '#57606a',
  retired: '#57606a',
};
const marginPx = 24;
const textPx = { left: 56, label: 13, kind: 11 };
/** Widest label, in characters of average width: nothing is measured, so the same design gives the same bytes. */
const labelCharacters = 15;
const kindCharacters = 20;

/** A design as an SVG that stands alone: nodes with their names, edges with theirs, frames. The same bytes each time. */
export function picture(pipeline: Pipeline, look: PictureLook): string {
  const places = placesOf(pipeline.nodes);
  const frames = framesOf(pipeline, places);
  const shown = around([boundsOf(places.values()), ...frames.map(({ box }) => box)], marginPx);
  const parts = [
    ...frames.map(({ group, box }) => frame(group.label ?? group.id, box)),
    ...pipeline.edges.flatMap(({ id, from, to, label }) => {
      const [start, end] = [places.get(from), places.get(to)];
      return start && end && from !== to ? [edge(start, end, places, label, look.marks?.get(`edges/${id}`))] : [];
    }),
    ...pipeline.nodes.flatMap(({ id, kind, label }) => {
      const place = places.get(id);
      return place ? [node(place, label ?? id, kind, look, look.marks?.get(`nodes/${id}`))] : [];
    }),
  ];
  const { x, y, width, height } = shown;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(pipeline.name)}" font-family="system-ui, sans-serif">
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="#57606a"/></marker></defs>
<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}

function frame(label: string, { x, y, width, height }: Box): string {
  return `<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="#57606a" fill-opacity="0.05" stroke="#57606a" stroke-opacity="0.6" stroke-dasharray="5 4"/><text x="${x + 10}" y="${y + 18}" font-size="12" fill="#57606a">${escaped(label)}</text></g>`;
}

function edge(
  from: Point,
  to: Point,
  places: ReadonlyMap<string, Point>,
  label: string | undefined,
  mark: Mark | undefined,
): string {
  const colour = mark ? markColours[mark] : '#57606a';
  const { path, middle } = curveBetween(from, to, sidesOf(from, to, places.values()));
  const words = label
    ? `<text x="${middle.x}" y="${middle.y - 6}" font-size="11" text-anchor="middle" fill="#57606a" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escaped(label)}</text>`
    : '';
  return `<g><path d="${path}" fill="none" stroke="${colour}" stroke-width="${mark ? 2.5 : 1.5}"${dashed(mark)} marker-end="url(#arrow)"/>${words}</g>`;
}

/** What goes is dashed: colour alone must not say it. */
const dashed = (mark: Mark | undefined): string => (mark === 'removed' ? ' stroke-dasharray="5 4"' : '');

function node(
  { x, y }: Point,
  label: string,
  kind: string,
  { kinds, icon }: PictureLook,
  mark: Mark | undefined,
): string {
  const outline = mark ? `stroke="${markColours[mark]}" stroke-width="3"${dashed(mark)}` : 'stroke="#d0d7de"';
  const service = kinds.get(kind);
  const colour = stageColours[service?.stage ?? 'custom'];
  const address = icon(kind);
  const lines = linesOf(label);
  const first = y + (lines.length > 1 ? 21 : 29);
  return [
    `<g><title>${escaped(`${label}: ${service?.label ?? kind}`)}</title>`,
    `<rect x="${x}" y="${y}" width="${nodeWidthPx}" height="${nodeHeightPx}" rx="6" fill="#ffffff" ${outline}/>`,
    `<rect x="${x}" y="${y}" width="4" height="${nodeHeightPx}" rx="2" fill="${colour}"/>`,
    address
      ? `<image x="${x + 12}" y="${y + 14}" width="36" height="36" href="${escaped(address)}"/>`
      : `<rect x="${x + 12}" y="${y + 14}" width="36" height="36" rx="5" fill="${colour}" fill-opacity="0.15" stroke="${colour}"/>`,
    ...lines.map(
      (line, index) =>
        `<text x="${x + textPx.left}" y="${first + index * 15}" font-size="${textPx.label}" font-weight="600" fill="#1f2328">${escaped(line)}</text>`,
    ),
    `<text x="${x + textPx.left}" y="${first + lines.length * 15}" font-size="${textPx.kind}" fill="#57606a">${escaped(cut(shortLabel(service?.label ?? kind), kindCharacters))}</text></g>`,
  ].join('');
}

/** A label on two lines at most, broken between words. */
function linesOf(label: string): readonly string[] {
  const words = label.split(/\s+/).filter(Boolean);
  let first = words.shift() ?? '';
  while (words.length > 0 && first.length + 1 + words[0]!.length <= labelCharacters) first += ` ${words.shift()}`;
  return [cut(first, labelCharacters), ...(words.length > 0 ? [cut(words.join(' '), labelCharacters)] : [])];
}

/** Cut between characters, not within one. */
function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
