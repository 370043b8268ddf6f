import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';

export interface RowSelection<Row> {
  selected: ReadonlySet<string>;
  onChange(selected: ReadonlySet<string>): void;
  /** Names the row in the label of its box. */
  nameOf(row: Row): string;
  /** Rows that can't be chosen. */
  isDisabled?(row: Row): boolean;
}

interface CellProps<Row> {
  selection: RowSelection<Row>;
  rowKey(row: Row): string;
}

export function SelectAllCell<Row>({ selection, rows, rowKey }: CellProps<Row> & { rows: readonly Row[] }) {
  const t = useTexts(sharedTexts);
  const keys = rows.filter((row) => !selection.isDisabled?.(row)).map(rowKey);
  const chosen = keys.filter((key) => selection.selected.has(key)).length;
  return (
    <th scope="col" className="kern-table__header kuer-table__select">
      <input
        type="checkbox"
        className="kern-form-check__checkbox"
        aria-label={t.table.selectAll}
        checked={keys.length > 0 && chosen === keys.length}
        ref={(box) => {
          if (box) box.indeterminate = chosen > 0 && chosen < keys.length;
        }}
        onChange={(event) => {
          const next = new Set(selection.selected);
          for (const key of keys) event.target.checked ? next.add(key) : next.delete(key);
          selection.onChange(next);
        }}
      />
    </th>
  );
}

export function SelectRowCell<Row>({ selection, row, rowKey }: CellProps<Row> & { row: Row }) {
  const t = useTexts(sharedTexts);
  const key = rowKey(row);
  return (
    <td className="kern-table__cell kuer-table__select">
      <input
        type="checkbox"
        className="kern-form-check__checkbox"
        aria-label={t.table.selectRow(selection.nameOf(row))}
        checked={selection.selected.has(key)}
        disabled={selection.isDisabled?.(row)}
        onChange={(event) => {
          const next = new Set(selection.selected);
          if (event.target.checked) next.add(key);
          else next.delete(key);
          selection.onChange(next);
        }}
      />
    </td>
  );
}
