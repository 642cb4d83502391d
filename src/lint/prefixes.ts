/** Whether an object can lie under both prefixes; no prefix is the whole store. */
export function overlaps(a: string | undefined, b: string | undefined): boolean {
  return !a || !b || a.startsWith(b) || b.startsWith(a);
}
