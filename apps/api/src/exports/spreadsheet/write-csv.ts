import type { Locale } from '@kuer/domain';
import { guardCell } from './formula-guard.js';
import type { CellValue, TableColumn } from './table.js';

/** How spreadsheets of a language expect csv: Excel in German takes the semicolon and the decimal comma. */
const FORMATS: Readonly<Record<Locale, { separator: string; decimal: string; yes: string; no: string }>> = {
  de: { separator: ';', decimal: ',', yes: 'ja', no: 'nein' },
  en: { separator: ',', decimal: '.', yes: 'yes', no: 'no' },
};

/** A table as csv in UTF-8 with byte order mark (Excel needs it), lines ended by CRLF (RFC 4180), texts guarded against formulas. */
export function writeCsv<Row>(columns: readonly TableColumn<Row>[], rows: Iterable<Row>, locale: Locale): Buffer {
  const { separator } = FORMATS[locale];
  const lines = [columns.map(({ heading }) => quoted(guardCell(heading), separator)).join(separator)];
  for (const row of rows) {
    lines.push(columns.map(({ value }) => cellText(value(row), locale)).join(separator));
  }
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8');
}

function cellText(value: CellValue, locale: Locale): string {
  const { separator, decimal, yes, no } = FORMATS[locale];
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number')
    return quoted(Number.isFinite(value) ? String(value).replace('.', decimal) : '', separator);
  return quoted(guardCell(value), separator);
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
