import { describe, expect, test } from 'vitest';
import { curveBetween, freePlace, nodeHeightPx, nodeWidthPx, placesOf, sidesOf } from './geometry';

test('nodes without a place stand below the others', () => {
  expect(
    placesOf([
      { id: 'site', kind: 's3', position: { x: 0, y: 0 } },
      { id: 'stray', kind: 's3' },
    ]).get('stray'),
  ).toEqual({ x: 0, y: nodeHeightPx + 96 });
  expect(placesOf([{ id: 'only', kind: 's3' }]).get('only')).toEqual({ x: 0, y: 0 });
});

test('a new node goes to the next free place', () => {
  expect(freePlace([{ x: 0, y: 0 }], { x: 8, y: 8 })).toEqual({ x: 8, y: nodeHeightPx + 32 });
  expect(freePlace([{ x: 0, y: 0 }], { x: nodeWidthPx * 2, y: 0 })).toEqual({ x: nodeWidthPx * 2, y: 0 });
});

describe('edges run between the sides that face each other', () => {
  const at = { x: 0, y: 0 };
  test.each([
    [{ x: 300, y: 0 }, 'right', 'left'],
    [{ x: 0, y: 200 }, 'bottom', 'top'],
    [{ x: 0, y: -200 }, 'top', 'bottom'],
    [{ x: -300, y: 0 }, 'left', 'right'],
    [{ x: 40, y: 10 }, 'right', 'left'],
    [{ x: -300, y: -160 }, 'top', 'right'],
    [{ x: -300, y: 160 }, 'bottom', 'right'],
  ])('to %o', (to, source, target) => {
    expect(sidesOf(at, to)).toEqual({ source, target });
  });

  test('around a node in between', () => {
    expect(sidesOf(at, { x: 0, y: 320 }, [at, { x: 0, y: 160 }, { x: 0, y: 320 }])).toEqual({
      source: 'right',
      target: 'right',
    });
    const { middle } = curveBetween(at, { x: 0, y: 320 }, { source: 'right', target: 'right' });
    expect(middle.x).toBeGreaterThan(nodeWidthPx + 30);
  });
});
