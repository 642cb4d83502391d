import { type CanvasStore, panelsFor } from './state';

const givingWay = ['palette', 'inspector'] as const;

/** Panels make room for the design when a text editor opens beside it, and come back when it has gone. */
export function keepRoom(store: CanvasStore, widthPx: number): { resized(widthPx: number): void } {
  let before = panelsFor(widthPx);
  // In a canvas that is narrow from the start nobody has hidden them either.
  const gaveWay = new Set(givingWay.filter((panel) => !before[panel] && !store.getState().panels[panel]));
  return {
    resized(width) {
      const now = panelsFor(width);
      const panels = { ...store.getState().panels };
      for (const panel of givingWay) {
        if (before[panel] && !now[panel] && panels[panel]) {
          panels[panel] = false;
          gaveWay.add(panel);
        } else if (!before[panel] && now[panel] && gaveWay.delete(panel)) panels[panel] = true;
      }
      const changed = givingWay.some((panel) => panels[panel] !== store.getState().panels[panel]);
      before = now;
      if (changed) store.setState({ panels });
    },
  };
}
