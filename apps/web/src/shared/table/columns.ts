import type { ReactNode } from 'react';
import type { CsvValue } from './csv.js';

export interface Column<Row> {
  /** Name in the URL (sorting, chosen columns) and of the API's sort field. */
  key: string;
  header: string;
  /** Sorts by it, exports it, and shows it where there is no `cell`. */
  value(row: Row): CsvValue;
  cell?(row: Row): ReactNode;
  /** Numbers and money: end. */
  align?: 'start' | 'end';
  /** Names the row for screen readers; one column per table. */
  isRowHeader?: boolean;
  /** Default: true. */
  sortable?: boolean;
  /** Not shown until chosen. */
  hidden?: boolean;
  /** Can't be hidden. */
  fixed?: boolean;
  /** CSS width, as 12rem; text wraps inside. */
  width?: string;
}

export interface Sorting {
  key: string;
  descending: boolean;
}

/** `-total` → total, descending. */
export const readSorting = (raw: string | null | undefined): Sorting | null =>
  raw ? { key: raw.replace(/^-/, ''), descending: raw.startsWith('-') } : null;

export const writeSorting = ({ key, descending }: Sorting): string => (descending ? `-${key}` : key);

/** What is missing comes last, whichever way round. Equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: ReadonlyArray<Column<Row>>,
  sorting: Sorting | null,
  compareText: (a: string, b: string) => number,
): readonly Row[] {
  const column = sorting && columns.find((one) => one.key === sorting.key);
  if (!column) return rows;
  const direction = sorting.descending ? -1 : 1;
  const isMissing = (value: CsvValue) => value === null || value === undefined || value === '';
  return [...rows].sort((left, right) => {
    const a = column.value(left);
    const b = column.value(right);
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
    if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
    return direction * compareText(String(a), String(b));
  });
}

/** The columns to show: those chosen in the URL in the table's order, else those not hidden from the start. */
export function visibleColumns<Row>(
  columns: ReadonlyArray<Column<Row>>,
  chosen: string | null,
): ReadonlyArray<Column<Row>> {
  if (chosen === null) return columns.filter((column) => !column.hidden);
  const keys = new Set(chosen.split(','));
  return columns.filter((column) => column.fixed || column.isRowHeader || keys.has(column.key));
}
