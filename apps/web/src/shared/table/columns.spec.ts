import { describe, expect, it } from '@jest/globals';
import { type Column, readSorting, sortRows, visibleColumns, writeSorting } from './columns.js';

interface Row {
  number: string;
  total: number | null;
}

const columns: Column<Row>[] = [
  { key: 'number', header: 'Nummer', value: (row) => row.number, isRowHeader: true },
  { key: 'total', header: 'Punkte', value: (row) => row.total },
  { key: 'note', header: 'Anmerkung', value: () => null, hidden: true },
];
const rows: Row[] = [
  { number: 'B-2', total: 60 },
  { number: 'B-10', total: null },
  { number: 'B-1', total: 80 },
];
const compare = (a: string, b: string) => a.localeCompare(b, 'de', { numeric: true });
const numbers = (sorted: readonly Row[]) => sorted.map((row) => row.number);

describe('sortRows', () => {
  it('sorts numbers inside of text by value', () => {
    expect(numbers(sortRows(rows, columns, { key: 'number', descending: false }, compare))).toEqual([
      'B-1',
      'B-2',
      'B-10',
    ]);
  });

  it('puts what is missing last, whichever way round', () => {
    expect(numbers(sortRows(rows, columns, { key: 'total', descending: false }, compare))).toEqual([
      'B-2',
      'B-1',
      'B-10',
    ]);
    expect(numbers(sortRows(rows, columns, { key: 'total', descending: true }, compare))).toEqual([
      'B-1',
      'B-2',
      'B-10',
    ]);
  });

  it('keeps the order for a column that does not exist, and never changes the rows it got', () => {
    expect(sortRows(rows, columns, { key: 'nonsense', descending: false }, compare)).toBe(rows);
    sortRows(rows, columns, { key: 'number', descending: false }, compare);
    expect(numbers(rows)).toEqual(['B-2', 'B-10', 'B-1']);
  });
});

describe('sorting in the URL', () => {
  it('reads what it writes', () => {
    for (const raw of ['total', '-total']) {
      const sorting = readSorting(raw);
      expect(sorting && writeSorting(sorting)).toBe(raw);
    }
    expect(readSorting(null)).toBeNull();
  });
});

describe('visibleColumns', () => {
  it('leaves out hidden ones until they are chosen', () => {
    expect(visibleColumns(columns, null).map((column) => column.key)).toEqual(['number', 'total']);
    expect(visibleColumns(columns, 'note').map((column) => column.key)).toEqual(['number', 'note']);
  });
});
