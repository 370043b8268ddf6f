import { messageFor } from '@kuer/contract/messages';
import {
  FEDERAL_STATE_INFO,
  type FederalState,
  type Finding,
  type Locale,
  type RequiredDocument,
  SIZE_CLASS_INFO,
  type SizeClass,
} from '@kuer/domain';

/** What the system found on an item, in words: names, amounts and days as readers of the language know them. */
export function findingText(finding: Finding, documents: readonly RequiredDocument[], locale: Locale): string {
  const words: Record<string, unknown> = { ...finding.params };
  for (const [name, value] of Object.entries(finding.params)) words[name] = wordOf(name, value, documents, locale);
  // An odd class has an expected one only where the number of inhabitants alone suggests it.
  const code =
    finding.code === 'SIZE_CLASS.IMPLAUSIBLE' && finding.params.expected === null
      ? 'SIZE_CLASS.TOO_SMALL_FOR_DISTRICT'
      : finding.code;
  return messageFor(code, locale, words);
}

function wordOf(name: string, value: unknown, documents: readonly RequiredDocument[], locale: Locale): unknown {
  switch (name) {
    case 'sizeClass':
    case 'expected':
      return SIZE_CLASS_INFO[value as SizeClass]?.label[locale] ?? value;
    case 'state':
      return FEDERAL_STATE_INFO[value as FederalState]?.[locale] ?? value;
    case 'key':
      return documents.find(({ key }) => key === value)?.label[locale] ?? value;
    case 'deadline':
    case 'dueOn':
      return dayText(String(value), locale);
    case 'limit':
    case 'fundingRequested':
      return euroText(Number(value), locale);
    case 'population':
      return Number(value).toLocaleString(locale);
    default:
      return value;
  }
}

/** 10. Mai 2020 · 10 May 2020 */
export const dayText = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const euroText = (amount: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(amount);
