import { useSearchParams } from 'react-router';
import { type Column, readSorting, type Sorting, visibleColumns, writeSorting } from './columns.js';

/** Sorting of a list that the server sorts: what to send as `sort`. */
export function useSort(fallback: string, name = ''): string {
  const [search] = useSearchParams();
  return search.get(`${name}sort`) ?? fallback;
}

/** Sorting and columns of one table in the URL; `name` tells several tables of a page apart. */
export function useTableUrl<Row>(columns: ReadonlyArray<Column<Row>>, defaultSort: string | undefined, name: string) {
  const [search, setSearch] = useSearchParams();
  const sortParam = `${name}sort`;
  const columnsParam = `${name}columns`;
  const sorting = readSorting(search.get(sortParam) ?? defaultSort);
  const shown = visibleColumns(columns, search.get(columnsParam));

  const put = (param: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(param);
        else next.set(param, value);
        if (param === sortParam) {
          next.delete('cursor');
          next.delete('page');
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );

  return {
    sorting,
    shown,
    /** Ascending first, then descending, as spreadsheets do. */
    sortBy(key: string) {
      const next: Sorting = { key, descending: sorting?.key === key && !sorting.descending };
      const raw = writeSorting(next);
      put(sortParam, raw === defaultSort ? null : raw);
    },
    choose(keys: readonly string[]) {
      const standard = visibleColumns(columns, null).map((column) => column.key);
      const same = keys.length === standard.length && keys.every((key) => standard.includes(key));
      put(columnsParam, same ? null : keys.join(','));
    },
  };
}
