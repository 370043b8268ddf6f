import type { Locale } from '@kuer/domain';

/** Deadlines are German deadlines, wherever the reader's computer stands. */
const TIME_ZONE = 'Europe/Berlin';
const NOTHING = '–';

type Maybe<T> = T | null | undefined;

export interface Formats {
  /** 1.234,5 – with exactly `digits` decimals where given, else up to two. */
  number(value: Maybe<number>, digits?: number): string;
  /** Points of 100, one decimal: 73,4 */
  points(value: Maybe<number>): string;
  /** A share of 1 as per cent: 0,153 → 15 % */
  percent(share: Maybe<number>, digits?: number): string;
  /** EUR; cents only where there are any: 1.250.000 € */
  money(euros: Maybe<number>): string;
  /** EUR, shortened: 12,3 Mio. € */
  moneyShort(euros: Maybe<number>): string;
  /** Day of a point in time (RFC 3339) or of a calendar day (YYYY-MM-DD): 14.03.2026 */
  date(value: Maybe<string>): string;
  /** 14. März 2026 */
  dateLong(value: Maybe<string>): string;
  /** 14.03.2026, 14:32 */
  dateTime(value: Maybe<string>): string;
  /** 14:32 */
  time(value: Maybe<string>): string;
  /** Calendar day from today on: „heute“, „in 3 Tagen“, „vor 2 Tagen“ */
  daysFromNow(day: Maybe<string>, now?: Date): string;
  /** 1,4 MB */
  bytes(value: Maybe<number>): string;
  /** A, B und C */
  list(values: readonly string[]): string;
  /** Order of words as a person of this language expects it; numbers inside by value (B-9 before B-10). */
  compare(a: string, b: string): number;
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Whole days from today (in Berlin) to the given calendar day or point in time; negative: past. */
export function daysUntil(value: string, now: Date = new Date()): number {
  const day = (of: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(of);
  const target = isDay(value) ? value : day(new Date(value));
  return Math.round((Date.parse(target) - Date.parse(day(now))) / 86_400_000);
}

export function createFormats(locale: Locale): Formats {
  const tag = locale === 'de' ? 'de-DE' : 'en-GB';
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options);
  const plain = number({ maximumFractionDigits: 2 });
  const points = number({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const euros = number({ style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const cents = number({ style: 'currency', currency: 'EUR' });
  const short = number({ style: 'currency', currency: 'EUR', notation: 'compact', maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' });
  const collator = new Intl.Collator(tag, { numeric: true });

  // A calendar day is no point in time: in UTC it stays the day that it is.
  const show = (value: Maybe<string>, options: Intl.DateTimeFormatOptions): string => {
    if (!value) return NOTHING;
    const date = new Date(value);
    if (Number.isNaN(date.getTime())) return value;
    return new Intl.DateTimeFormat(tag, { ...options, timeZone: isDay(value) ? 'UTC' : TIME_ZONE }).format(date);
  };
  const digits = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const orNothing = <T>(value: Maybe<T>, format: (value: T) => string): string =>
    value === null || value === undefined ? NOTHING : format(value);

  return {
    number: (value, decimals) =>
      orNothing(value, (n) =>
        decimals === undefined
          ? plain.format(n)
          : number({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(n),
      ),
    points: (value) => orNothing(value, (n) => points.format(n)),
    percent: (share, decimals = 0) =>
      orNothing(share, (n) => number({ style: 'percent', maximumFractionDigits: decimals }).format(n)),
    money: (value) => orNothing(value, (n) => (Number.isInteger(n) ? euros : cents).format(n)),
    moneyShort: (value) => orNothing(value, (n) => short.format(n)),
    date: (value) => show(value, digits),
    dateLong: (value) => show(value, { day: 'numeric', month: 'long', year: 'numeric' }),
    dateTime: (value) => show(value, { ...digits, ...clock }),
    time: (value) => show(value, clock),
    daysFromNow: (day, now) => orNothing(day, (value) => relative.format(daysUntil(value, now), 'day')),
    bytes: (value) =>
      orNothing(value, (n) => {
        const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
        const step = n < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(n) / Math.log(1000)));
        const unit = units[step] ?? 'byte';
        return number({
          style: 'unit',
          unit,
          unitDisplay: unit === 'byte' ? 'long' : 'short',
          maximumFractionDigits: step > 1 ? 1 : 0,
        }).format(n / 1000 ** step);
      }),
    list: (values) => conjunction.format(values),
    compare: (a, b) => collator.compare(a, b),
  };
}
