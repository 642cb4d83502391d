/** Rows with their columns aligned; the last column is not padded. */
export function table(rows: readonly (readonly string[])[], margin = ''): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  return rows.map((row) =>
    (
      margin + row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!))).join('  ')
    ).trimEnd(),
  );
}
