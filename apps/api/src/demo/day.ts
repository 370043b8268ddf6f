/** Days since 1 March 0000 (proleptic Gregorian calendar), the year beginning in March so that the leap day comes last. */
function dayNumber(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const shiftedYear = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return (
    365 * shiftedYear +
    Math.floor(shiftedYear / 4) -
    Math.floor(shiftedYear / 100) +
    Math.floor(shiftedYear / 400) +
    dayOfYear
  );
}

function dayOf(number: number): string {
  let year = Math.floor((10_000 * number + 14_780) / 3_652_425);
  const startOf = (candidate: number): number =>
    365 * candidate + Math.floor(candidate / 4) - Math.floor(candidate / 100) + Math.floor(candidate / 400);
  if (number < startOf(year)) year -= 1;
  const dayOfYear = number - startOf(year);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return `${String(month <= 2 ? year + 1 : year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The day `days` after (or, negative, before) a day YYYY-MM-DD. Without a clock and without time zones. */
export function addDays(day: string, days: number): string {
  return dayOf(dayNumber(day) + days);
}

/** A moment on a day, as RFC 3339 in UTC. */
export function at(day: string, hour: number, minute = 0): string {
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;
}
