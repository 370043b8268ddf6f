import type { Locale } from '@kuer/domain';

export type CsvValue = string | number | boolean | null | undefined;

/**
 * A CSV file as spreadsheets in Germany open it by double click: UTF-8 with byte order mark, semicolons, CRLF, decimal
 * comma (point in English). Text that a spreadsheet would take for a formula (= + - @, tab, carriage return in front)
 * gets an apostrophe before it. Source: OWASP, CSV injection.
 */
export function toCsv(header: readonly string[], rows: ReadonlyArray<readonly CsvValue[]>, locale: Locale): string {
  const lines = [header, ...rows].map((row) => row.map((value) => cell(value, locale)).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cell(value: CsvValue, locale: Locale): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '';
    return locale === 'de' ? String(value).replace('.', ',') : String(value);
  }
  if (typeof value === 'boolean') return (locale === 'de' ? ['nein', 'ja'] : ['no', 'yes'])[Number(value)] ?? '';
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob | string, fileName: string, type = 'text/csv;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Letters, digits, dash: what every file system takes. */
export const fileNameFor = (name: string, ending: string): string =>
  `${name
    .toLocaleLowerCase('de')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.${ending}`;
