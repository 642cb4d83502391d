import { expect, test } from 'vitest';
import { framesOf } from './frames';

const places = new Map([
  ['stream', { x: 256, y: 0 }],
  ['lake', { x: 512, y: 0 }],
]);

test('frames hold their nodes and inner frames; empty groups and rings do not hang', () => {
  const groups = [
    { id: 'inner', kind: 'lake' as const, nodes: ['lake'], parent: 'outer' },
    { id: 'outer', kind: 'account' as const, nodes: ['stream'] },
    { id: 'empty', kind: 'group' as const },
  ];
  const frames = framesOf({ groups }, places);
  expect(frames.map(({ group, depth }) => `${group.id} ${depth}`)).toEqual(['outer 0', 'inner 1']);
  const [outer, inner] = frames.map(({ box }) => box);
  expect(outer!.x).toBeLessThan(256);
  expect(outer!.x + outer!.width).toBeGreaterThan(inner!.x + inner!.width);
  const ring = [
    { id: 'a', kind: 'group' as const, parent: 'b', nodes: ['lake'] },
    { id: 'b', kind: 'group' as const, parent: 'a' },
  ];
  expect(framesOf({ groups: ring }, places).length).toBe(2);
});
