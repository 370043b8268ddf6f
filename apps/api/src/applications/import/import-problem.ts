import type { ImportErrorCode } from '@kuer/contract/messages';
import type { ImportColumn } from './import-columns.js';

export type ImportFormat = 'xlsx' | 'csv' | 'json';

/** What is wrong with a file as a whole; `line` where one line shows it. The text is in the catalogue of the contract, by `code`. */
export interface ImportProblem {
  readonly code: ImportErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly line?: number;
}

/** What is wrong in one cell (or, with a null column, with the row as a whole). */
export interface ImportCellError {
  readonly column: ImportColumn | null;
  readonly code: ImportErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A cell as the file has it: text, number, truth value or date of a spreadsheet, any JSON value of a JSON file. */
export type RawCell = unknown;
export type RawRow = Partial<Record<ImportColumn, RawCell>>;

export interface ImportedRow {
  /** Line in the file; the heading is line 1. In a JSON file the place in the list. */
  readonly line: number;
  readonly raw: RawRow;
}

export interface ParsedImport {
  readonly format: ImportFormat | null;
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly ImportProblem[];
}

/** Thrown inside the readers and turned into a problem by `parseImport`. */
export class ImportRefusal extends Error {
  constructor(
    readonly code: ImportErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly line?: number,
  ) {
    super(code);
  }
}

export const IMPORT_LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  rows: 5_000,
  columns: 100,
  /** Of all files in an xlsx together, unpacked. */
  unpackedBytes: 50 * 1024 * 1024,
  /** Unpacked over packed, of the whole file and of each part of more than 1 MB. */
  unpackedRatio: 100,
  zipEntries: 1_000,
  /** Characters of one line of a csv file. */
  lineLength: 1_000_000,
} as const;
