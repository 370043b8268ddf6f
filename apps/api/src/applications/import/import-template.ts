import type { Locale } from '@kuer/domain';
import type { TableColumn } from '../../exports/spreadsheet/table.js';
import { writeCsv } from '../../exports/spreadsheet/write-csv.js';
import { prepareSheet, writeXlsx } from '../../exports/spreadsheet/write-xlsx.js';
import { IMPORT_COLUMNS, type ImportColumn, type ImportColumnInfo } from './import-columns.js';

/** Widths in the sheet, in characters. */
const WIDTHS: Partial<Record<ImportColumn, number>> = {
  title: 40,
  summary: 60,
  leadName: 28,
  partners: 40,
  sizeClass: 26,
  portfolioGroup: 34,
};

const columnsOf = (locale: Locale): TableColumn<never>[] =>
  IMPORT_COLUMNS.map(({ key, heading }) => ({ heading: heading[locale], value: () => null, width: WIDTHS[key] ?? 18 }));

/** The template for an import as a workbook: an empty table, and a second sheet that says what belongs where. */
export function importTemplateXlsx(locale: Locale): Promise<Buffer> {
  const words = {
    de: {
      table: 'Bewerbungen',
      help: 'Erläuterungen',
      column: 'Spalte',
      required: 'Pflicht',
      hint: 'Inhalt',
      yes: 'ja',
      no: 'nein',
    },
    en: {
      table: 'Applications',
      help: 'Notes',
      column: 'Column',
      required: 'Required',
      hint: 'Content',
      yes: 'yes',
      no: 'no',
    },
  }[locale];
  const help: TableColumn<ImportColumnInfo>[] = [
    { heading: words.column, value: ({ heading }) => heading[locale], width: 30 },
    { heading: words.required, value: ({ required }) => (required ? words.yes : words.no), width: 10 },
    { heading: words.hint, value: ({ hint }) => hint[locale], width: 110 },
  ];
  return writeXlsx([
    prepareSheet({ name: words.table, columns: columnsOf(locale), rows: [] }),
    prepareSheet({ name: words.help, columns: help, rows: IMPORT_COLUMNS }),
  ]);
}

/** The template as csv: the line of headings. */
export function importTemplateCsv(locale: Locale): Buffer {
  return writeCsv(columnsOf(locale), [], locale);
}
