/** The day of a moment as `YYYY-MM-DD`, where the process runs: a suppression ends for people, not for UTC. */
export function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const msPerDay = 86_400_000;

/** Whether a day is over, both `YYYY-MM-DD`: it is itself still part of what it ends. */
export const isOver = (day: string, today: string): boolean => day < today;

/** The day that comes `days` after another one. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * msPerDay).toISOString().slice(0, 10);

/** `2024-07-25` as `25 July 2024`. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
}
