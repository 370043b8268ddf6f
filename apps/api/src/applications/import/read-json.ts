import { type ImportColumn, importColumnByHeading } from './import-columns.js';
import { IMPORT_LIMITS, type ImportedRow, ImportRefusal, type RawRow } from './import-problem.js';

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A list of applications, or an object that holds one as `applications` or `items`. Keys are those of the columns, their German or English
 * headings, or the API's own form with `lead: {name, ags}`.
 */
export function readJson(text: string): ImportedRow[] {
  const list = listIn(parseJson(text));
  if (!list) throw new ImportRefusal('IMPORT.JSON_MALFORMED');
  if (list.length > IMPORT_LIMITS.rows) throw new ImportRefusal('IMPORT.TOO_MANY_ROWS', { limit: IMPORT_LIMITS.rows });
  return list.map((item, index) => {
    const line = index + 1;
    if (!isObject(item)) throw new ImportRefusal('IMPORT.JSON_MALFORMED', {}, line);
    return { line, raw: rawRow(item, line) };
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportRefusal('IMPORT.JSON_MALFORMED');
  }
}

function listIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  const inner = value.applications ?? value.items;
  return Array.isArray(inner) ? inner : null;
}

function rawRow(item: JsonObject, line: number): RawRow {
  const raw: RawRow = {};
  const put = (key: ImportColumn, value: unknown): void => {
    if (Object.hasOwn(raw, key)) throw new ImportRefusal('IMPORT.COLUMN_TWICE', { column: key }, line);
    raw[key] = value;
  };
  for (const [name, value] of Object.entries(item)) {
    if (name === 'lead' && isObject(value)) {
      for (const [field, inner] of Object.entries(value)) {
        if (field === 'name') put('leadName', inner);
        else if (field === 'ags') put('leadAgs', inner);
        else throw new ImportRefusal('IMPORT.COLUMN_UNKNOWN', { column: `lead.${field}` }, line);
      }
      continue;
    }
    const column = importColumnByHeading(name);
    if (!column) throw new ImportRefusal('IMPORT.COLUMN_UNKNOWN', { column: name }, line);
    put(column, value);
  }
  return raw;
}
