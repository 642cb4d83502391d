/** Pieces of messages. A value that nobody knows becomes no words at all, never "undefined". */

/** A number as people read it: two digits behind the point, more for what is smaller than a hundredth. */
export function amount(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 && value !== 0 ? Number(value.toPrecision(1)) : rounded);
}

/** `60 GB`; empty when the value is unknown. */
export function quantity(value: number | undefined, unit: string): string {
  return value === undefined || Number.isNaN(value) ? '' : `${amount(value)} ${unit}`;
}

/** The sum of what is known; undefined when nothing is. */
export function sumOf(values: Iterable<number | undefined>): number | undefined {
  let sum: number | undefined;
  for (const value of values) if (value !== undefined) sum = (sum ?? 0) + value;
  return sum;
}

/** `1 store`, `3 stores`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** As `listed`, but a long list ends in how many more there are: `a, b, c and 5 more`. */
export function fewOf(words: readonly string[], shown = 3): string {
  return words.length > shown + 1
    ? `${words.slice(0, shown).join(', ')} and ${words.length - shown} more`
    : listed(words);
}

/** ` (60 GB, 4 GB/day)`: what is known of the parts, in brackets; empty when nothing is. */
export function bracketed(...parts: readonly string[]): string {
  const known = parts.filter(Boolean);
  return known.length > 0 ? ` (${known.join(', ')})` : '';
}

/** "Amazon Data Firehose" is a good name for a service and a long one for a box. */
export function shortLabel(label: string): string {
  return label.replace(/^(Amazon|AWS) /, '');
}
