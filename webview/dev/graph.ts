import type { Json } from '../../src/model/json';

const kinds = [
  'source.web',
  'api-gateway',
  'firehose',
  's3',
  'lambda',
  'athena',
  'quicksight',
  'glue-crawler',
] as const;

/** A large design for the benchmarks: `count` nodes in columns, one and a half times as many edges to the next column. */
export function largeDesign(count: number): string {
  let seed = 12345;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const rows = Math.max(5, Math.round(Math.sqrt(count / 1.1)));
  const nodes: Json[] = [];
  const edges: Json[] = [];
  const joined = new Set<string>();
  for (let index = 0; index < count; index++) {
    const column = Math.floor(index / rows);
    nodes.push({
      id: `n${index}`,
      kind: kinds[column % kinds.length]!,
      label: `Node ${index}`,
      position: { x: column * 272, y: (index % rows) * 112 },
    });
  }
  for (let tries = 0; edges.length < count * 1.5 && tries < count * 20; tries++) {
    const from = random(count);
    const to = from + rows + random(5) - 2;
    if (to < 0 || to >= count || Math.floor(to / rows) !== Math.floor(from / rows) + 1 || joined.has(`${from} ${to}`))
      continue;
    joined.add(`${from} ${to}`);
    edges.push({ id: `e${edges.length}`, from: `n${from}`, to: `n${to}` });
  }
  return `${JSON.stringify({ version: 1, name: `${count} nodes`, nodes, edges }, undefined, 2)}\n`;
}
