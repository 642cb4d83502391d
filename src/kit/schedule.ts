const hour = 60;
const day = 24 * hour;

/**
 * The cron expression that comes closest to an interval, without starting more often than asked: Glue knows minutes and
 * hours that divide the hour and the day, and days.
 * @param startAt `HH:MM` in UTC: time of day of a daily start, minute of an hourly one.
 */
export function cronOf(intervalMinutes: number, startAt = '00:00'): string {
  const [hours, minutes] = startAt.split(':').map(Number) as [number, number];
  if (intervalMinutes >= day) {
    const days = Math.min(31, Math.ceil(intervalMinutes / day));
    return `cron(${minutes} ${hours} ${days === 1 ? '*' : `1/${days}`} * ? *)`;
  }
  if (intervalMinutes >= hour) {
    const step = divisorFrom(Math.ceil(intervalMinutes / hour), 24);
    return step === 24 ? `cron(${minutes} ${hours} * * ? *)` : `cron(${minutes} ${hours % step}/${step} * * ? *)`;
  }
  const step = divisorFrom(Math.max(5, Math.ceil(intervalMinutes)), 60);
  return step === 60 ? `cron(${minutes} * * * ? *)` : `cron(${minutes % step}/${step} * * * ? *)`;
}

/** The smallest divisor of `whole` that is at least `least`. */
function divisorFrom(least: number, whole: number): number {
  let divisor = least;
  while (whole % divisor !== 0) divisor++;
  return divisor;
}
