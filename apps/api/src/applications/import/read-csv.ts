import { parse } from 'csv-parse/sync';
import { IMPORT_LIMITS, ImportRefusal } from './import-problem.js';
import type { TableLine } from './read-xlsx.js';

/**
 * The text of a file: UTF-8 (with or without its mark), UTF-16 by its mark (Excel's „Unicode-Text“), else Windows-1252, which is what Excel
 * writes in Germany when nobody asks for UTF-8. Null where it is no text.
 */
export function decodeText(file: Buffer): string | null {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file);
  if (file.some(isControlByte)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return decodeWindows1252(file);
  }
}

/** Windows-1252 at 80 to 9F, where it differs from Latin-1; Node's own decoder takes the two for the same. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(file: Buffer): string {
  return file
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

/** Bytes that occur in no text, tab and line ends apart. */
const isControlByte = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32);

const SEPARATORS = [';', ',', '\t'] as const;

/** The separator that occurs most often in the first line outside quotation marks; semicolon where there is none. */
export function detectSeparator(text: string): string {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) break;
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...SEPARATORS].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ';';
}

/** The lines of a csv file; blank ones are left out, numbers are those of the file (a quoted cell can span several). */
export function readCsv(text: string): TableLine[] {
  // Excel accepts a first line „sep=;“ that names the separator.
  const announced = /^sep=(.)\r?\n/i.exec(text);
  const body = announced ? text.slice(announced[0].length) : text;
  const records = parseRecords(body, announced?.[1] ?? detectSeparator(body));
  const lines: TableLine[] = [];
  let next = announced ? 2 : 1;
  for (const record of records) {
    const line = next;
    next += 1 + record.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    if (record.every((cell) => cell.trim() === '')) continue;
    if (record.length > IMPORT_LIMITS.columns) {
      throw new ImportRefusal('IMPORT.TOO_MANY_COLUMNS', { line, limit: IMPORT_LIMITS.columns }, line);
    }
    lines.push({ line, cells: record });
    if (lines.length > IMPORT_LIMITS.rows + 1)
      throw new ImportRefusal('IMPORT.TOO_MANY_ROWS', { limit: IMPORT_LIMITS.rows });
  }
  return lines;
}

function parseRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: IMPORT_LIMITS.lineLength,
      // Blank lines count as records here; far more than can be wanted need not be read.
      to: IMPORT_LIMITS.rows * 10,
    });
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : 1;
    throw new ImportRefusal('IMPORT.CSV_MALFORMED', { line: Number.isFinite(line) ? line : 1 }, line);
  }
}
