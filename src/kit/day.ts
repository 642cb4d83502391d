/** The day of a moment as `YYYY-MM-DD`, where the process runs: a suppression ends for people, not for UTC. */
export function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
