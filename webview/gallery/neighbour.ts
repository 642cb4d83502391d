interface Placed {
  readonly top: number;
}

/**
 * Where an arrow key leads from card `at` in a grid that is filled row by row: an index, -1 for what is above the first row,
 * undefined when the key leads nowhere.
 */
export function neighbour(cards: readonly Placed[], at: number, key: string): number | undefined {
  const from = cards[at];
  if (!from) return undefined;
  const exists = (index: number) => (index >= 0 && index < cards.length ? index : undefined);
  const columns = cards.filter(({ top }) => top === cards[0]?.top).length;
  switch (key) {
    case 'ArrowRight':
      return exists(at + 1);
    case 'ArrowLeft':
      return exists(at - 1);
    case 'ArrowDown':
      return exists(at + columns) ?? (from.top === cards.at(-1)?.top ? undefined : cards.length - 1);
    case 'ArrowUp':
      return Math.max(at - columns, -1);
    case 'Home':
      return 0;
    case 'End':
      return cards.length - 1;
    default:
      return undefined;
  }
}
