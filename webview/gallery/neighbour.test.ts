import { expect, test } from 'vitest';
import { neighbour } from './neighbour';

// Three columns: 0 1 2 / 3 4 5 / 6
const cards = Array.from({ length: 7 }, (_, index) => ({ top: Math.floor(index / 3) * 80 }));

test.each([
  ['ArrowRight', 2, 3],
  ['ArrowRight', 6, undefined],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, undefined],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 3, 6],
  ['ArrowDown', 5, 6],
  ['ArrowDown', 6, undefined],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 1, -1],
  ['Home', 5, 0],
  ['End', 1, 6],
  ['Tab', 1, undefined],
  ['ArrowDown', 9, undefined],
] as const)('%s from card %i leads to %s', (key, at, to) => {
  expect(neighbour(cards, at, key)).toBe(to);
});
