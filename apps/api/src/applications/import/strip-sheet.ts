import { IMPORT_LIMITS, ImportRefusal } from './import-problem.js';

/** True where an XML part of a workbook is a sheet. */
export const IS_SHEET = /<(?:[^\s<>/:]+:)?sheetData[\s/>]/;

// One tag of those that matter here. Bounded by the next angle bracket, so that the search stays linear whatever the file holds.
const TAG = /<(\/?)(?:[^\s<>/:]+:)?(row|c|v|is)(?=[\s/>])([^<>]*)>/g;
const ATTRIBUTES = /^(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*$/;
const REFERENCE = /\sr\s*=\s*["']([^"']*)["']/;

const damaged = (): ImportRefusal => new ImportRefusal('IMPORT.XLSX_DAMAGED');

/**
 * A sheet without the cells and rows that hold nothing. Readers fill up the space before the last cell, so that one formatted cell in the
 * last corner of a sheet would cost gigabytes; and a table that was formatted further down than it is filled would count too many rows.
 * What holds something counts against the limits. Whatever is not plain rows of plain cells is refused.
 */
export function withoutEmptyCells(xml: string): string {
  if (/<!(\[CDATA|--)/.test(xml)) throw damaged();
  const kept: string[] = [];
  let copiedTo = 0;
  let rows = 0;
  let row: OpenRow | null = null;
  let cell: OpenCell | null = null;
  const cut = (from: number, to: number): void => {
    kept.push(xml.slice(copiedTo, from));
    copiedTo = to;
  };
  for (const match of xml.matchAll(TAG)) {
    const { isClosing, isEmpty, name, attributes } = tagOf(match);
    const start = match.index;
    const end = start + match[0].length;
    if (name === 'v' || name === 'is') {
      if (cell && !isClosing && !isEmpty) cell.holdsSomething = true;
      continue;
    }
    if (name === 'row') {
      if (cell || (row !== null) !== isClosing) throw damaged();
      if (isEmpty) cut(start, end);
      else if (!isClosing)
        row = { line: lineOf(attributes, rows + 1), cells: 0, keptBefore: kept.length, start, copiedTo };
      else if (row) {
        if (row.cells === 0) {
          kept.length = row.keptBefore;
          copiedTo = row.copiedTo;
          cut(row.start, end);
        } else {
          rows += 1;
          refuseTooManyRows(rows, row.line);
        }
        row = null;
      }
      continue;
    }
    if (!row || (cell !== null) !== isClosing) throw damaged();
    if (isEmpty) cut(start, end);
    else if (!isClosing) cell = { start, holdsSomething: false, column: columnOf(attributes) };
    else if (cell) {
      if (cell.holdsSomething) {
        row.cells += 1;
        refuseTooManyColumns(Math.max(row.cells, cell.column), row.line);
      } else {
        cut(cell.start, end);
      }
      cell = null;
    }
  }
  if (row || cell) throw damaged();
  kept.push(xml.slice(copiedTo));
  return kept.join('');
}

interface OpenRow {
  readonly line: number;
  readonly start: number;
  readonly keptBefore: number;
  readonly copiedTo: number;
  cells: number;
}

interface OpenCell {
  readonly start: number;
  readonly column: number;
  holdsSomething: boolean;
}

function tagOf(match: RegExpExecArray): { isClosing: boolean; isEmpty: boolean; name: string; attributes: string } {
  const rest = match[3] ?? '';
  const isEmpty = rest.endsWith('/');
  const attributes = isEmpty ? rest.slice(0, -1) : rest;
  if (!ATTRIBUTES.test(attributes)) throw damaged();
  return { isClosing: match[1] === '/', isEmpty, name: match[2] ?? '', attributes };
}

function lineOf(attributes: string, otherwise: number): number {
  const reference = REFERENCE.exec(attributes)?.[1];
  if (reference === undefined) return otherwise;
  if (!/^\d{1,7}$/.test(reference)) throw damaged();
  return Number(reference);
}

/** Number of the column in a reference as BC12 (A is 1), 0 where the cell has none. */
function columnOf(attributes: string): number {
  const reference = REFERENCE.exec(attributes)?.[1];
  if (reference === undefined) return 0;
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference)?.[1];
  if (letters === undefined) throw damaged();
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function refuseTooManyRows(rows: number, line: number): void {
  // The heading is a row as well; blank lines in between are nothing to worry about, a table far down the sheet is.
  if (rows <= IMPORT_LIMITS.rows + 1 && line <= 10 * IMPORT_LIMITS.rows) return;
  throw new ImportRefusal('IMPORT.TOO_MANY_ROWS', { limit: IMPORT_LIMITS.rows });
}

function refuseTooManyColumns(columns: number, line: number): void {
  if (columns <= IMPORT_LIMITS.columns) return;
  throw new ImportRefusal('IMPORT.TOO_MANY_COLUMNS', { line, limit: IMPORT_LIMITS.columns }, line);
}
