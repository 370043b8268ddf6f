import type { ListQuery, Page } from '@kuer/contract';
import type { UnitOfWork } from '../persistence/unit-of-work.js';
import { Refusal } from './refusal.js';

const DEFAULT_LIMIT = 50;

/** What a list may be sorted by: an SQL expression that is never null, and its type, to compare the cursor with. */
export interface SortKey {
  readonly sql: string;
  readonly type: 'text' | 'int' | 'numeric' | 'float8' | 'timestamptz' | 'date' | 'uuid' | 'bigint';
}

export interface ListStatement {
  /** Columns of a row, without SELECT. */
  readonly select: string;
  /** Tables and joins, without FROM. */
  readonly from: string;
  /** Conditions, all of which hold; `$1` … refer to `parameters`. The same ones decide the items and the total. */
  readonly where: readonly string[];
  readonly parameters: readonly unknown[];
  readonly sortKeys: Readonly<Record<string, SortKey>>;
  /** A key of `sortKeys`, `-` before it for descending. */
  readonly defaultSort: string;
  /** Unique column that settles ties. */
  readonly id: SortKey;
}

interface Position {
  readonly sort: string;
  readonly value: string;
  readonly id: string;
}

/**
 * One page of a list by keyset: later pages cost what the first one costs, and a row that comes or goes in between shifts nothing.
 * Items and total come from the same conditions, in the same transaction.
 */
export async function readPage<Row extends object, Item>(
  uow: UnitOfWork,
  query: ListQuery,
  statement: ListStatement,
  toItem: (row: Row) => Item,
): Promise<Page<Item>> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const { name, key, isDescending } = sortOf(query.sort ?? statement.defaultSort, statement.sortKeys);
  const parameters = [...statement.parameters];
  const conditions = [...statement.where];
  const [counted] = await uow.query<{ total: string }>(
    `SELECT count(*) AS total FROM ${statement.from} ${whereOf(conditions)}`,
    parameters,
  );

  if (query.cursor !== undefined) {
    const position = decode(query.cursor, name);
    parameters.push(position.value, position.id);
    const [value, id] = [parameters.length - 1, parameters.length];
    conditions.push(
      `(${key.sql}, ${statement.id.sql}) ${isDescending ? '<' : '>'} ($${value}::text::${key.type}, $${id}::text::${statement.id.type})`,
    );
  }
  const direction = isDescending ? 'DESC' : 'ASC';
  const rows = await uow.query<Row & { cursorValue: string; cursorId: string }>(
    `SELECT ${statement.select}, (${key.sql})::text AS "cursorValue", (${statement.id.sql})::text AS "cursorId"
       FROM ${statement.from} ${whereOf(conditions)}
      ORDER BY ${key.sql} ${direction}, ${statement.id.sql} ${direction} LIMIT ${limit + 1}`,
    parameters,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor =
    rows.length > limit && last ? encode({ sort: name, value: last.cursorValue, id: last.cursorId }) : null;
  return {
    items: shown.map(toItem),
    nextCursor,
    total: Number(counted?.total ?? 0),
  };
}

/** A page of rows that were computed as a whole (results, say): sorted by `sortKeys`, ties in the given order. */
export function pageOfRows<Item>(
  all: readonly Item[],
  query: ListQuery,
  sortKeys: Readonly<Record<string, (item: Item) => string | number | null>>,
  defaultSort: string,
): Page<Item> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const { name, key, isDescending } = sortOf(query.sort ?? defaultSort, sortKeys);
  const factor = isDescending ? -1 : 1;
  // What has no value comes last in both directions: it is unknown, not smallest.
  const sorted = [...all].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === 'string' && typeof y === 'string') return factor * x.localeCompare(y, 'de');
    return factor * (Number(x) - Number(y));
  });
  const start = query.cursor === undefined ? 0 : Number(decode(query.cursor, name).value);
  if (!Number.isSafeInteger(start) || start < 0) throw invalidCursor();
  const next = start + limit;
  return {
    items: sorted.slice(start, next),
    nextCursor: next < sorted.length ? encode({ sort: name, value: String(next), id: '' }) : null,
    total: sorted.length,
  };
}

function sortOf<Key>(
  sort: string,
  keys: Readonly<Record<string, Key>>,
): { name: string; key: Key; isDescending: boolean } {
  const isDescending = sort.startsWith('-');
  const field = isDescending ? sort.slice(1) : sort;
  const key = Object.hasOwn(keys, field) ? keys[field] : undefined;
  if (key === undefined) {
    throw Refusal.invalid([
      {
        path: 'sort',
        code: 'FIELD.NOT_ONE_OF',
        params: { allowed: Object.keys(keys).join(', ') },
      },
    ]);
  }
  return { name: sort, key, isDescending };
}

const whereOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}`;

const encode = (position: Position): string =>
  Buffer.from(JSON.stringify([position.sort, position.value, position.id])).toString('base64url');

function decode(cursor: string, sort: string): Position {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [of, value, id] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
    if (of === sort && typeof value === 'string' && typeof id === 'string') return { sort, value, id };
  } catch {
    // Falls through to the refusal: what cannot be read is no cursor of ours.
  }
  throw invalidCursor();
}

const invalidCursor = (): Refusal => Refusal.invalid([{ path: 'cursor', code: 'FIELD.CURSOR' }]);
