import { unguardCell } from '../../exports/spreadsheet/formula-guard.js';
import type { ImportColumn } from './import-columns.js';
import type { ImportCellError, RawRow } from './import-problem.js';
import { readAmount, readCount, splitList } from './parse-values.js';

/** Reads the cells of one row and collects what is wrong with them, each with its column. */
export class CellReader {
  readonly errors: ImportCellError[] = [];
  readonly warnings: ImportCellError[] = [];

  constructor(private readonly raw: RawRow) {}

  fail(column: ImportColumn, code: ImportCellError['code'], params: ImportCellError['params'] = {}): void {
    this.errors.push({ column, code, params: { column, ...params } });
  }

  warn(column: ImportColumn, code: ImportCellError['code'], params: ImportCellError['params'] = {}): void {
    this.warnings.push({ column, code, params: { column, ...params } });
  }

  /** The cell as it came, for the columns that a JSON file may fill with lists. */
  value(column: ImportColumn): unknown {
    return this.raw[column];
  }

  /** Text of a cell, blanks around it gone; empty where there is none. A number is read as it is shown. */
  text(column: ImportColumn, { max, required = false }: { max: number; required?: boolean }): string {
    const cell = this.textOrNumber(column, required);
    if (cell === null) return '';
    const text = String(cell);
    if (text.length > max) this.fail(column, 'IMPORT.VALUE_TOO_LONG', { length: text.length, limit: max });
    return text;
  }

  /** A cell that may hold text or a number; null (and, where required, an error) where it is empty or something else. */
  textOrNumber(column: ImportColumn, required: boolean): string | number | null {
    const cell = this.raw[column];
    if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
    if (typeof cell === 'string') {
      const text = tidy(cell);
      if (text !== '') return text;
    } else if (cell !== null && cell !== undefined) {
      this.fail(column, 'IMPORT.VALUE_NOT_TEXT', { found: kindOf(cell) });
      return null;
    }
    if (required) this.fail(column, 'IMPORT.VALUE_MISSING');
    return null;
  }

  /** A list: separated text, or a list of texts in a JSON file. */
  list(column: ImportColumn, separators: RegExp): string[] {
    const cell = this.raw[column];
    if (!Array.isArray(cell)) return splitList(this.text(column, { max: 20_000 }), separators);
    const texts: string[] = [];
    for (const item of cell) {
      if (typeof item === 'string') texts.push(tidy(item));
      else this.fail(column, 'IMPORT.VALUE_NOT_TEXT', { found: kindOf(item) });
    }
    return texts.filter((text) => text !== '');
  }

  /** One of a set of names; null with an error where it is empty or none of them. */
  named<Value>(
    column: ImportColumn,
    find: (name: string) => Value | null,
    unknownCode: ImportCellError['code'],
  ): Value | null {
    const name = this.text(column, { max: 200, required: true });
    if (name === '') return null;
    const value = find(name);
    if (value === null) this.fail(column, unknownCode, { value: name.slice(0, 80) });
    return value;
  }

  /** An amount in euros; null with an error where it is empty, unreadable, ambiguous or out of range. */
  amount(column: ImportColumn, { min, max }: { min: number; max: number }): number | null {
    const cell = this.textOrNumber(column, true);
    if (cell === null) return null;
    const read = readAmount(cell);
    if (read.kind === 'invalid') {
      this.fail(column, 'IMPORT.AMOUNT_INVALID', { value: String(cell).slice(0, 80) });
      return null;
    }
    if (read.kind === 'ambiguous') {
      const { asThousands, asDecimal } = read;
      this.fail(column, 'IMPORT.AMOUNT_AMBIGUOUS', { value: String(cell), asThousands, asDecimal });
      return null;
    }
    if (read.value < min || read.value > max) {
      this.fail(column, 'IMPORT.AMOUNT_OUT_OF_RANGE', { value: read.value, min, max });
      return null;
    }
    return read.value;
  }

  /** A whole number up to `max`; null where the cell is empty, with an error where it holds something else. */
  count(column: ImportColumn, max: number): number | null {
    const cell = this.textOrNumber(column, false);
    if (cell === null) return null;
    const value = readCount(cell);
    if (value === null || value > max) {
      this.fail(column, 'IMPORT.COUNT_INVALID', { value: String(cell).slice(0, 80) });
      return null;
    }
    return value;
  }
}

/** Text as it is stored: composed umlauts (macOS writes them in two parts), plain line ends, no guard of an export, no outer blanks. */
function tidy(text: string): string {
  return unguardCell(text.normalize('NFC').replace(/\r\n?/g, '\n')).trim();
}

function kindOf(cell: unknown): string {
  if (cell instanceof Date) return 'date';
  if (Array.isArray(cell)) return 'list';
  return cell === null ? 'null' : typeof cell;
}
