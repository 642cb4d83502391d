import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/model/document';
import { placesOf } from '../../src/picture/geometry';
import { kinds } from '../../src/services/catalog';
import { layoutEdges, placesFromElk, toElkGraph } from './elk-graph';

const { value } = parseDocument(
  JSON.stringify({
    version: 1,
    name: 'test',
    nodes: [
      { id: 'c', kind: 's3', position: { x: 0, y: 40 } },
      { id: 'b', kind: 'firehose', position: { x: 8, y: 48 } },
      { id: 'a', kind: 'source.web', position: { x: 16, y: 56 } },
      { id: 'fixed', kind: 'kms', position: { x: 900, y: 900 }, locked: true },
    ],
    edges: [
      { id: '1', from: 'a', to: 'b' },
      { id: '2', from: 'b', to: 'c' },
      { id: 'loop', from: 'b', to: 'b' },
      { id: 'open', from: 'b', to: 'gone' },
    ],
    groups: [
      { id: 'lake', kind: 'lake', nodes: ['c', 'gone'], parent: 'account' },
      { id: 'account', kind: 'account', parent: 'lake' },
      { id: 'none', kind: 'group' },
    ],
  }),
  kinds,
);

test('data flows from left to right, on the grid, and the picture stays where it was', async () => {
  const before = placesOf(value.nodes);
  const laidOut = await new ELK().layout(toElkGraph(value));
  const places = placesFromElk(laidOut, value, before);
  const [a, b, c] = ['a', 'b', 'c'].map((id) => places.get(id) ?? before.get(id)!);
  expect(a!.x).toBeLessThan(b!.x);
  expect(b!.x).toBeLessThan(c!.x);
  expect(Math.min(a!.x, b!.x, c!.x)).toBeGreaterThanOrEqual(0);
  for (const { x, y } of places.values()) expect([x % 8, y % 8].map(Math.abs)).toEqual([0, 0]);
  expect(places.has('fixed')).toBe(false);
});

test('the same design, the same layout', async () => {
  const [one, two] = await Promise.all([new ELK().layout(toElkGraph(value)), new ELK().layout(toElkGraph(value))]);
  const before = placesOf(value.nodes);
  expect(placesFromElk(one, value, before)).toEqual(placesFromElk(two, value, before));
});

test('metadata does not bend the stream, and holds what nothing else holds', () => {
  const node = (id: string) => ({ id, kind: 's3' });
  const edges = [
    { id: 'flow', from: 'a', to: 'b' },
    { id: 'across', from: 'b', to: 'a', kind: 'metadata' as const },
    { id: 'holds', from: 'b', to: 'c', kind: 'metadata' as const },
    { id: 'again', from: 'a', to: 'c', kind: 'control' as const },
    { id: 'inGroup', from: 'a', to: 'd', kind: 'metadata' as const },
  ];
  const design = { ...value, nodes: ['a', 'b', 'c', 'd'].map(node), edges };
  expect(layoutEdges(design, new Map([['d', 'lake']])).map(({ id }) => id)).toEqual(['flow', 'holds']);
});
