import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { guardCell } from './formula-guard.js';
import type { CellValue, TableColumn } from './table.js';

export interface XlsxSheet<Row> {
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: Iterable<Row>;
}

/** One sheet of a workbook, its type of rows forgotten, so that sheets of different rows can stand side by side. */
export interface PreparedSheet {
  readonly name: string;
  readonly data: Cell[][];
  readonly widths: number[];
}

const DEFAULT_WIDTH = 18;
/** Excel refuses longer names of sheets and these characters in them. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/**
 * A sheet with a bold heading. Every text is written as a text cell (keys keep their zeros), guarded all the same, since the next person may
 * save the sheet as csv.
 */
export function prepareSheet<Row>({ name, columns, rows }: XlsxSheet<Row>): PreparedSheet {
  const heading = columns.map(
    (column): Cell => ({ ...textCell(column.heading), fontWeight: 'bold', backgroundColor: '#E6EBF2' }),
  );
  const data = [heading];
  for (const row of rows) data.push(columns.map(({ value }) => cell(value(row))));
  return { name: sheetName(name), data, widths: columns.map(({ width }) => width ?? DEFAULT_WIDTH) };
}

/** A workbook of these sheets; the heading of each stays in view. */
export async function writeXlsx(sheets: readonly PreparedSheet[]): Promise<Buffer> {
  const written = writeXlsxFile(
    sheets.map(({ name, data, widths }) => ({
      data,
      sheet: name,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
    })),
    { fontFamily: 'Arial', fontSize: 10 },
  );
  return written.toBuffer();
}

function cell(value: CellValue): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return { type: Boolean, value };
  if (typeof value === 'number') return Number.isFinite(value) ? { type: Number, value } : null;
  return textCell(value);
}

const textCell = (value: string) => ({ type: String, value: guardCell(value), format: '@' }) as const;
