import { expect, test } from 'vitest';
import { keepRoom } from './room';
import { createCanvasStore } from './state';

/** The panels after the canvas had each of these widths. */
function check(
  widths: readonly number[],
  expected: { palette: boolean; inspector: boolean },
  hidden?: 'palette',
): void {
  const [first = 0, ...later] = widths;
  const store = createCanvasStore({}, first);
  if (hidden) store.setState(({ panels }) => ({ panels: { ...panels, [hidden]: false } }));
  const room = keepRoom(store, first);
  for (const width of later) room.resized(width);
  expect(store.getState().panels).toMatchObject(expected);
}

test('panels give way and come back', () => {
  check([1200, 500], { palette: false, inspector: false });
  check([1200, 700], { palette: true, inspector: false });
  check([1200, 500, 700, 1200], { palette: true, inspector: true });
});

test('what a person has hidden stays hidden', () =>
  check([1200, 500, 1200], { palette: false, inspector: true }, 'palette'));

test('a canvas that is narrow at first has them once there is room', () =>
  check([500, 1200], { palette: true, inspector: true }));
