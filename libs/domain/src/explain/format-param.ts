import { FEDERAL_STATE_INFO, type FederalState } from '../vocabulary/federal-states.js';
import type { Params, ParamValue } from '../vocabulary/finding.js';
import type { Locale, LocalizedText } from '../vocabulary/localized-text.js';
import { PHASE_LABELS, type Phase } from '../vocabulary/phases.js';
import { PORTFOLIO_GROUP_LABELS, type PortfolioGroup } from '../vocabulary/portfolio-groups.js';
import { SIZE_CLASS_INFO, type SizeClass } from '../vocabulary/size-classes.js';

/** A number with at most two decimals, in the notation of the language, thousands separated. */
export function formatNumber(value: number, locale: Locale): string {
  const [decimalMark, thousandsMark] = locale === 'de' ? [',', '.'] : ['.', ','];
  // Adding a hair keeps 1.005 from being written as 1.00, which is how it is stored.
  const cents = Math.round(Math.abs(value) * 100 + 1e-7);
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, thousandsMark as string);
  const fraction = String(cents % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const sign = value < 0 && cents > 0 ? '−' : '';
  return sign + whole + (fraction === '' ? '' : decimalMark + fraction);
}

/** A day YYYY-MM-DD as it is read: 25.08.2020, or 25 August 2020. */
export function formatDay(day: string, locale: Locale): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  if (locale === 'de') return `${date}.${month}.${year}`;
  const months = 'January February March April May June July August September October November December'.split(' ');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** Items in a row: "A, B und C". */
export function formatList(items: readonly string[], locale: Locale): string {
  const conjunction = locale === 'de' ? ' und ' : ' and ';
  const head = items.slice(0, -1).join(', ');
  return head === '' ? (items[0] ?? '') : head + conjunction + (items.at(-1) as string);
}

function corridorLabel(dimension: ParamValue | undefined, value: string): LocalizedText {
  switch (dimension) {
    case 'portfolioGroup':
      return PORTFOLIO_GROUP_LABELS[value as PortfolioGroup];
    case 'sizeClass':
      return SIZE_CLASS_INFO[value as SizeClass].label;
    case 'state':
      return FEDERAL_STATE_INFO[value as FederalState];
    case 'phase':
      return PHASE_LABELS[value as Phase];
    default:
      return { de: value, en: value };
  }
}

/** Writes one value of a sentence. Kinds: plain, number, points, euro, day, list, quote, group, corridor. */
export function formatParam(value: ParamValue, kind: string, params: Params, locale: Locale): string {
  switch (kind) {
    case 'number':
    case 'points':
      return formatNumber(Number(value), locale);
    case 'euro':
      return locale === 'de' ? `${formatNumber(Number(value), 'de')} €` : `€${formatNumber(Number(value), 'en')}`;
    case 'day':
      return formatDay(String(value), locale);
    case 'list':
      return formatList(Array.isArray(value) ? (value as readonly string[]) : [String(value)], locale);
    case 'quote':
      return locale === 'de' ? `„${String(value).trim()}“` : `“${String(value).trim()}”`;
    case 'group':
      return PORTFOLIO_GROUP_LABELS[value as PortfolioGroup][locale];
    case 'corridor':
      return corridorLabel(params.dimension, String(value))[locale];
    case 'plain':
      return typeof value === 'number' ? formatNumber(value, locale) : String(value);
    default:
      throw new Error(`There is no way to write a value as "${kind}".`);
  }
}
