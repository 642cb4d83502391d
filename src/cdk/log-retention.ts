/** Retentions that CloudWatch Logs knows, as the CDK calls them. */
const retentions: readonly (readonly [days: number, name: string])[] = [
  [1, 'ONE_DAY'],
  [3, 'THREE_DAYS'],
  [5, 'FIVE_DAYS'],
  [7, 'ONE_WEEK'],
  [14, 'TWO_WEEKS'],
  [30, 'ONE_MONTH'],
  [60, 'TWO_MONTHS'],
  [90, 'THREE_MONTHS'],
  [120, 'FOUR_MONTHS'],
  [150, 'FIVE_MONTHS'],
  [180, 'SIX_MONTHS'],
  [365, 'ONE_YEAR'],
  [400, 'THIRTEEN_MONTHS'],
  [545, 'EIGHTEEN_MONTHS'],
  [731, 'TWO_YEARS'],
  [1096, 'THREE_YEARS'],
  [1827, 'FIVE_YEARS'],
  [2192, 'SIX_YEARS'],
  [2557, 'SEVEN_YEARS'],
  [2922, 'EIGHT_YEARS'],
  [3288, 'NINE_YEARS'],
  [3653, 'TEN_YEARS'],
];

/** The shortest retention that keeps logs at least so many days; for ever beyond the longest. */
export function logRetentionDays(days: number): string {
  return retentions.find(([least]) => least >= days)?.[1] ?? 'INFINITE';
}
