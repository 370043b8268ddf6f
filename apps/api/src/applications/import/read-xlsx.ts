import { zipSync } from 'fflate';
import { InvalidSpreadsheetError, readSheet } from 'read-excel-file/node';
import { ImportRefusal } from './import-problem.js';
import { IS_SHEET, withoutEmptyCells } from './strip-sheet.js';
import { readZipDirectory, unpackEntry } from './zip-guard.js';

/** Cells of one line of a table, left to right, with the line's number in the file. */
export interface TableLine {
  readonly line: number;
  readonly cells: readonly unknown[];
}

/** True where the archive is a workbook of the xlsx kind, whatever its name says. */
export function isXlsx(file: Buffer): boolean {
  return readZipDirectory(file).some((entry) => entry.name === 'xl/workbook.xml');
}

/**
 * The first sheet of a workbook. The reader never sees the file as it came: only the XML parts go on, unpacked within the limits, and sheets
 * stripped of rows and cells that hold nothing. A cell at the far end of a sheet would otherwise make the reader fill up everything before it.
 */
export async function readXlsx(file: Buffer): Promise<TableLine[]> {
  const parts: Record<string, Uint8Array> = {};
  for (const entry of readZipDirectory(file)) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    parts[entry.name] = cleanPart(unpackEntry(file, entry));
  }
  const workbook = Buffer.from(zipSync(parts, { level: 0 }));
  try {
    const rows = await readSheet(workbook);
    return rows.map((cells, index) => ({ line: index + 1, cells }));
  } catch (error) {
    if (error instanceof InvalidSpreadsheetError && /<c\/>/.test(error.message)) {
      throw new ImportRefusal('IMPORT.XLSX_CELL_UNREADABLE', { detail: readablePlace(error.message) });
    }
    throw new ImportRefusal('IMPORT.XLSX_DAMAGED');
  }
}

function readablePlace(message: string): string {
  const place = /row (\d+), col (\d+)/.exec(message);
  return place ? `${columnName(Number(place[2]))}${place[1]}` : '?';
}

function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnName((column - 1 - rest) / 26) + letter : letter;
}

/** A part without declarations (entities can multiply without end); a sheet without what the reader would stumble over. */
function cleanPart(part: Buffer): Uint8Array {
  const xml = part.toString('utf8');
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new ImportRefusal('IMPORT.XLSX_DAMAGED');
  return IS_SHEET.test(xml) ? Buffer.from(withoutEmptyCells(xml), 'utf8') : part;
}
