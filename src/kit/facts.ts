/** One AWS fact: a limit, a price, a date, a default. Numbers of AWS live in these, never in logic. */
export interface Fact<T> {
  readonly value: T;
  /** Unit of a number, written out: `hour`, `MiB/s`, `record`. */
  readonly unit?: string;
  /** Where AWS says so. */
  readonly source: string;
  /** Day on which somebody last read it there. */
  readonly checked: string;
}

/** Facts of one service or table. Keeps the literal types, so that `facts.retentionMaxHours.value` is a number. */
export function defineFacts<const T extends Readonly<Record<string, Fact<unknown>>>>(facts: T): T {
  return facts;
}
