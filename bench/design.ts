import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/paths';

/**
 * A design of `n` nodes: the café's pipeline again and again, under new ids. Pretty-printed, as people keep files.
 * @returns text of about 700 bytes a node, edges included.
 */
export function largeDesign(n: number): string {
  const cafe = JSON.parse(readFileSync(path.join(root, 'templates/cafe-clickstream.pipeline.json'), 'utf8')) as Design;
  const copies = Math.ceil(n / cafe.nodes.length);
  const rows = Math.max(5, Math.round(Math.sqrt(copies)));
  const design: Design = { ...cafe, data: [], nodes: [], edges: [], groups: [], grants: [] };
  for (let copy = 0; copy < copies; copy++) {
    const rename = (id: string): string => `${id}-${copy}`;
    const [column, row] = [Math.floor(copy / rows), copy % rows];
    for (const data of cafe.data) design.data.push({ ...data, id: rename(data.id) });
    for (const node of cafe.nodes) {
      if (design.nodes.length === n) break;
      const position = { x: node.position.x + column * 1904, y: node.position.y + row * 480 };
      design.nodes.push({
        ...node,
        id: rename(node.id),
        label: `${node.label} ${copy}`,
        position,
        ...(node.data && { data: node.data.map(rename) }),
      });
    }
    for (const edge of cafe.edges)
      design.edges.push({
        ...edge,
        id: rename(edge.id),
        from: rename(edge.from),
        to: rename(edge.to),
        ...(edge.data && { data: rename(edge.data) }),
      });
  }
  const known = new Set(design.nodes.map(({ id }) => id));
  design.edges = design.edges.filter(({ from, to }) => known.has(from) && known.has(to));
  return `${JSON.stringify(design, null, 2)}\n`;
}

interface Design {
  data: { id: string }[];
  nodes: { id: string; label: string; position: { x: number; y: number }; data?: string[] }[];
  edges: { id: string; from: string; to: string; data?: string }[];
  groups: unknown[];
  grants: unknown[];
}
