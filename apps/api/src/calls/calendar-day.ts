const GERMAN_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The calendar day in Germany (YYYY-MM-DD): deadlines end with it, wherever the server stands. */
export function calendarDay(instant: Date): string {
  return GERMAN_DAY.format(instant);
}
