import { describe, expect, it } from '@jest/globals';
import { pageOfRows } from './list.js';
import { Refusal } from './refusal.js';

interface Row {
  readonly name: string;
  readonly total: number | null;
}
const rows: Row[] = [
  { name: 'Örtlich', total: 3 },
  { name: 'Zentral', total: null },
  { name: 'Orten', total: 10 },
  { name: 'Aalen', total: 3 },
];
const keys = { name: (row: Row) => row.name, total: (row: Row) => row.total };
const names = (query: object) => pageOfRows(rows, query, keys, 'name').items.map(({ name }) => name);

describe('a page of computed rows', () => {
  it('is in German order, not in that of the character codes', () => {
    expect(names({})).toEqual(['Aalen', 'Orten', 'Örtlich', 'Zentral']);
    expect(names({ sort: '-name' })).toEqual(['Zentral', 'Örtlich', 'Orten', 'Aalen']);
  });

  it('puts what has no value last in both directions, and leaves ties as they came', () => {
    expect(names({ sort: 'total' })).toEqual(['Örtlich', 'Aalen', 'Orten', 'Zentral']);
    expect(names({ sort: '-total' })).toEqual(['Orten', 'Örtlich', 'Aalen', 'Zentral']);
  });

  it('goes on where the last page ended, and ends', () => {
    const first = pageOfRows(rows, { limit: 3, sort: 'name' }, keys, 'name');
    expect(first).toMatchObject({ total: 4, nextCursor: expect.any(String) });
    const second = pageOfRows(rows, { limit: 3, sort: 'name', cursor: first.nextCursor ?? '' }, keys, 'name');
    expect(second).toEqual({ items: [rows[1]], nextCursor: null, total: 4 });
  });

  it.each([
    { sort: 'constructor' },
    { sort: '--name' },
    { cursor: 'x' },
    { cursor: Buffer.from('["name","-1",""]').toString('base64url') },
  ])('refuses %j', (query) => {
    expect(() => pageOfRows(rows, query, keys, 'name')).toThrow(Refusal);
  });
});
