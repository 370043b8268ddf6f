import { messageFor } from '@kuer/contract/messages';
import {
  FEDERAL_STATE_INFO,
  type FederalState,
  type Locale,
  type LocalizedText,
  PORTFOLIO_GROUP_LABELS,
  PORTFOLIO_GROUPS,
  SIZE_CLASS_INFO,
  SIZE_CLASSES,
} from '@kuer/domain';
import { IMPORT_COLUMN_KEYS, importColumn } from './import-columns.js';
import type { ImportCellError, ImportProblem } from './import-problem.js';

const FOUND: Readonly<Record<string, LocalizedText>> = {
  date: { de: 'ein Datum', en: 'a date' },
  boolean: { de: 'einen Wahrheitswert', en: 'a truth value' },
  list: { de: 'eine Liste', en: 'a list' },
  object: { de: 'ein Objekt', en: 'an object' },
  null: { de: 'nichts', en: 'nothing' },
  number: { de: 'eine Zahl', en: 'a number' },
  xlsx: { de: 'eine Excel-Datei', en: 'an Excel file' },
  json: { de: 'eine JSON-Datei', en: 'a JSON file' },
  csv: { de: 'eine CSV-Datei', en: 'a CSV file' },
};

/** Heading of a column as people of this language know it; unknown headings are given as they are. */
export function columnHeading(column: string, locale: Locale): string {
  const key = IMPORT_COLUMN_KEYS.find((candidate) => candidate === column);
  return key ? importColumn(key).heading[locale] : column;
}

/** What is wrong and how to mend it, in words. Names of columns, states and classes follow the language. */
export function importErrorText(error: ImportCellError | ImportProblem, locale: Locale): string {
  return messageFor(error.code, locale, importErrorParams(error, locale));
}

/** The values of the text, as readers of this language know them. */
export function importErrorParams(
  error: Pick<ImportCellError, 'code'> & { readonly params: Readonly<Record<string, unknown>> },
  locale: Locale,
): Record<string, unknown> {
  const params: Record<string, unknown> = { ...error.params };
  for (const [name, value] of Object.entries(error.params)) {
    if (name === 'column') params[name] = columnHeading(String(value), locale);
    if (name === 'state' && typeof value === 'string')
      params[name] = FEDERAL_STATE_INFO[value as FederalState]?.[locale] ?? value;
    if (name === 'found') params[name] = FOUND[String(value)]?.[locale] ?? value;
    if (typeof value === 'number' && ['limit', 'length', 'min', 'max', 'population'].includes(name))
      params[name] = value.toLocaleString(locale);
  }
  if (error.code === 'IMPORT.SIZE_CLASS_UNKNOWN') {
    params.allowed = SIZE_CLASSES.map((key) => SIZE_CLASS_INFO[key].label[locale]).join(', ');
  }
  if (error.code === 'IMPORT.GROUP_UNKNOWN') {
    params.allowed = PORTFOLIO_GROUPS.map((key) => PORTFOLIO_GROUP_LABELS[key][locale]).join(', ');
  }
  return params;
}
