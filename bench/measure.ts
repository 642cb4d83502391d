/** One figure beside its reference, taken in the same run, and what it may be at most. */
export interface Figure {
  /** Number of the budget in docs/benchmarks.md. */
  readonly budget: string;
  readonly what: string;
  readonly ours: number;
  readonly reference: { readonly what: string; readonly value: number };
  readonly unit: string;
  /** Largest allowed `ours / reference`; undefined for figures that are only printed. */
  readonly atMost: number | undefined;
}

/** Median milliseconds of `body`, after a warm-up of 300 ms, over at least `runs` runs and 200 ms. */
export function median(body: () => void, runs = 15): number {
  // A server is warm after a few keystrokes; what the first one costs is budget 14's to say.
  for (const warm = performance.now() + 300; performance.now() < warm; ) body();
  const times: number[] = [];
  const until = performance.now() + 200;
  while (times.length < runs || (performance.now() < until && times.length < 2000)) {
    const started = performance.now();
    body();
    times.push(performance.now() - started);
  }
  return middle(times);
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A table for people. @returns how many figures miss their budget. */
export function printFigures(figures: readonly Figure[]): number {
  const rows = figures.map((figure) => {
    const ratio = figure.ours / figure.reference.value;
    const verdict = figure.atMost === undefined ? '' : ratio <= figure.atMost ? 'ok' : 'MISSED';
    return [
      figure.budget,
      figure.what,
      `${short(figure.ours)} ${figure.unit}`,
      `${short(figure.reference.value)} ${figure.unit} ${figure.reference.what}`,
      `${short(ratio)} ×`,
      figure.atMost === undefined ? '—' : `≤ ${short(figure.atMost)} ×`,
      verdict,
    ];
  });
  const head = ['#', 'what', 'ours', 'reference', 'ratio', 'budget', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    );
  return rows.filter((row) => row.at(-1) === 'MISSED').length;
}

function short(value: number): string {
  return value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value >= 0.1
        ? value.toFixed(2)
        : value.toFixed(4);
}
