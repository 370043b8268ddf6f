import { IMPORT_COLUMNS, type ImportColumn, importColumnByHeading, isReadOnlyHeading } from './import-columns.js';
import {
  IMPORT_LIMITS,
  type ImportedRow,
  type ImportFormat,
  type ImportProblem,
  ImportRefusal,
  type ParsedImport,
  type RawRow,
} from './import-problem.js';
import { decodeText, readCsv } from './read-csv.js';
import { readJson } from './read-json.js';
import { isXlsx, readXlsx, type TableLine } from './read-xlsx.js';
import { looksLikeZip } from './zip-guard.js';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OLE_MAGIC = 0xe011cfd0;

/**
 * Reads an import file into rows by column. The content decides what the file is; name and media type only have to agree with it. Nothing
 * of the values is judged here: that is `mapRow`. With a problem there are no rows.
 */
export async function parseImport(file: Buffer, fileName: string, mediaTypeHint?: string): Promise<ParsedImport> {
  try {
    if (file.length > IMPORT_LIMITS.fileBytes) {
      throw new ImportRefusal('IMPORT.FILE_TOO_LARGE', { limitMb: IMPORT_LIMITS.fileBytes / 1024 / 1024 });
    }
    const claimed = claimedFormat(fileName, mediaTypeHint);
    const { format, text } = formatOf(file, fileName, claimed);
    const read = await readRows(format, file, text);
    if (read.problems.length > 0) return { format, rows: [], problems: read.problems };
    if (read.rows.length === 0) throw new ImportRefusal('IMPORT.EMPTY');
    if (read.rows.length > IMPORT_LIMITS.rows)
      throw new ImportRefusal('IMPORT.TOO_MANY_ROWS', { limit: IMPORT_LIMITS.rows });
    return { format, rows: read.rows, problems: [] };
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    const problem: ImportProblem = { code: error.code, params: error.params };
    return {
      format: null,
      rows: [],
      problems: [error.line === undefined ? problem : { ...problem, line: error.line }],
    };
  }
}

/** What the name says, or else the media type; browsers send „text/plain“ or „application/octet-stream“ for nearly anything. */
function claimedFormat(fileName: string, mediaType: string | undefined): ImportFormat | null {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === 'xlsx' || extension === 'csv' || extension === 'json') return extension;
  if (extension === 'txt' || extension === 'tsv') return 'csv';
  if (extension !== undefined) return null;
  if (mediaType === XLSX_TYPE) return 'xlsx';
  if (mediaType === 'text/csv') return 'csv';
  return mediaType === 'application/json' ? 'json' : null;
}

function formatOf(
  file: Buffer,
  fileName: string,
  claimed: ImportFormat | null,
): { format: ImportFormat; text: string } {
  if (file.length >= 8 && file.readUInt32LE(0) === OLE_MAGIC) {
    throw new ImportRefusal('IMPORT.OLD_OR_ENCRYPTED_WORKBOOK', { fileName });
  }
  if (looksLikeZip(file)) {
    if (!isXlsx(file))
      throw new ImportRefusal(claimed === 'xlsx' ? 'IMPORT.NOT_AN_XLSX' : 'IMPORT.UNKNOWN_FORMAT', { fileName });
    if (claimed === 'csv' || claimed === 'json') throw differs(fileName, 'xlsx');
    return { format: 'xlsx', text: '' };
  }
  if (claimed === 'xlsx') throw new ImportRefusal('IMPORT.NOT_AN_XLSX', { fileName });
  const text = decodeText(file);
  if (text === null || /^\s*(<|%PDF-|\{\\rtf)/.test(text))
    throw new ImportRefusal('IMPORT.UNKNOWN_FORMAT', { fileName });
  const isJson = /^\s*[[{]/.test(text);
  if (isJson && claimed === 'csv') throw differs(fileName, 'json');
  if (isJson) return { format: 'json', text };
  if (claimed === 'json') throw new ImportRefusal('IMPORT.JSON_MALFORMED');
  if (claimed === null && !looksLikeTable(text)) throw new ImportRefusal('IMPORT.UNKNOWN_FORMAT', { fileName });
  return { format: 'csv', text };
}

const differs = (fileName: string, found: ImportFormat): ImportRefusal =>
  new ImportRefusal('IMPORT.NAME_AND_CONTENT_DIFFER', { fileName, found });

/** Without a name that says csv, one heading that we know must stand in the first line. */
function looksLikeTable(text: string): boolean {
  const [first] = text.split(/\r?\n/, 1);
  return (first ?? '').split(/[;,\t]/).some((heading) => importColumnByHeading(heading) !== null);
}

interface ReadRows {
  readonly rows: ImportedRow[];
  readonly problems: ImportProblem[];
}

async function readRows(format: ImportFormat, file: Buffer, text: string): Promise<ReadRows> {
  switch (format) {
    case 'xlsx':
      return rowsOf(await readXlsx(file));
    case 'csv':
      return rowsOf(readCsv(text));
    case 'json':
      return { rows: readJson(text), problems: [] };
  }
}

const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Rows of a table by the headings in its first line. */
function rowsOf(lines: readonly TableLine[]): ReadRows {
  const filled = lines.filter(({ cells }) => !cells.every(isBlank));
  const [heading, ...body] = filled;
  if (!heading) return { rows: [], problems: [] };
  const { columns, problems } = readHeading(heading);
  const rows: ImportedRow[] = [];
  for (const { line, cells } of body) {
    const raw: RawRow = {};
    for (const [index, cell] of cells.entries()) {
      const column = columns[index];
      if (column) raw[column] = cell;
      else if (!isBlank(cell) && isBlank(heading.cells[index])) {
        problems.push({ code: 'IMPORT.COLUMN_WITHOUT_HEADING', params: { line }, line });
        break;
      }
    }
    rows.push({ line, raw });
  }
  return { rows, problems };
}

function readHeading({ line, cells }: TableLine): { columns: (ImportColumn | null)[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const seen = new Set<ImportColumn>();
  const columns = cells.map((cell): ImportColumn | null => {
    if (isBlank(cell)) return null;
    const heading = String(cell).trim();
    const column = importColumnByHeading(heading);
    if (!column && isReadOnlyHeading(heading)) return null;
    if (!column) problems.push({ code: 'IMPORT.COLUMN_UNKNOWN', params: { column: heading.slice(0, 80) }, line });
    else if (seen.has(column))
      problems.push({ code: 'IMPORT.COLUMN_TWICE', params: { column: heading.slice(0, 80) }, line });
    if (column) seen.add(column);
    return column;
  });
  for (const { key, required } of IMPORT_COLUMNS) {
    if (required && !seen.has(key)) problems.push({ code: 'IMPORT.COLUMN_MISSING', params: { column: key }, line });
  }
  return { columns, problems };
}
