import { type ReactNode, useId, useState } from 'react';
import { Button } from '../controls/button.js';
import { classes } from '../controls/classes.js';
import { Icon } from '../controls/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../feedback/states.js';
import { useToasts } from '../feedback/toast.js';
import { useFormats, useLocale, useTexts } from '../i18n/index.js';
import { Menu } from '../overlay/menu.js';
import { sharedTexts } from '../texts.js';
import { type Column, type Sorting, sortRows } from './columns.js';
import { fileNameFor, saveFile, toCsv } from './csv.js';
import { type RowSelection, SelectAllCell, SelectRowCell } from './selection.js';
import { useTableUrl } from './use-table-url.js';

export interface DataTableProps<Row> {
  /** Names the table; also the file name of the export. */
  caption: string;
  /** The caption stays for screen readers only (where a heading says the same). */
  hideCaption?: boolean;
  columns: ReadonlyArray<Column<Row>>;
  /** Undefined while loading. */
  rows: readonly Row[] | undefined;
  rowKey(row: Row): string;
  /** client: the table sorts its rows. server: the page sends useSort() and gets them sorted. none: fixed order. */
  sorting?: 'client' | 'server' | 'none';
  /** As „-total“. */
  defaultSort?: string;
  /** Prefix of the URL parameters, where a page has several tables. */
  name?: string;
  error?: unknown;
  onRetry?(): void;
  /** What to show without rows: say the next step. */
  empty?: ReactNode;
  /** Filters are set: without rows it says so, instead of `empty`. */
  isFiltered?: boolean;
  onResetFilters?(): void;
  /** How many match in all, where the rows are one page of them. */
  total?: number;
  /** All rows for the export, where the table shows one page of them. Default: the rows shown. */
  loadAll?(): Promise<readonly Row[]>;
  /** Buttons in the line above the table. */
  tools?: ReactNode;
  selection?: RowSelection<Row>;
  /** Sets a row apart; say why in a cell as well. */
  rowTone?(row: Row): 'muted' | 'highlight' | 'warning' | undefined;
  /** A last line, by column key (sums). */
  summary?: Readonly<Record<string, ReactNode>>;
}

/** A plain HTML table: sortable, columns to choose, CSV, all states of loading. For up to about 1,000 rows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sorting = 'client', selection, summary, name = '' } = props;
  const t = useTexts(sharedTexts);
  const formats = useFormats();
  const captionId = useId();
  const url = useTableUrl(columns, props.defaultSort, name);

  if (props.error && rows === undefined) return <ErrorState error={props.error} onRetry={props.onRetry} />;
  if (rows === undefined) return <Skeleton lines={8} label={`${caption}: ${t.loading}`} />;

  const sorted = sorting === 'client' ? sortRows(rows, columns, url.sorting, formats.compare) : rows;
  const count = props.total ?? rows.length;
  return (
    <div className="kuer-stack kuer-stack--tight">
      <div className="kuer-table-tools">
        <span role="status" className="kuer-muted kuer-small">
          {count === 1 ? t.table.rowsOne : t.table.rows(formats.number(count))}
          {selection && selection.selected.size > 0 && `, ${t.table.selected(formats.number(selection.selected.size))}`}
        </span>
        <div className="kuer-row">
          {props.tools}
          <ColumnChooser caption={caption} columns={columns} shown={url.shown} onChoose={url.choose} />
          <ExportButton {...props} rows={sorted} shown={url.shown} />
        </div>
      </div>
      {rows.length === 0 ? (
        <NoRows {...props} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section className="kuer-table-frame" aria-labelledby={captionId} tabIndex={0}>
          <table className="kern-table kern-table--small kuer-table">
            <caption id={captionId} className={props.hideCaption ? 'kern-sr-only' : 'kuer-table__caption'}>
              {caption}
            </caption>
            <thead className="kern-table__head">
              <tr className="kern-table__row">
                {selection && <SelectAllCell selection={selection} rows={sorted} rowKey={rowKey} />}
                {url.shown.map((column) => (
                  <HeaderCell
                    key={column.key}
                    column={column}
                    sorting={url.sorting}
                    onSort={sorting === 'none' || column.sortable === false ? null : () => url.sortBy(column.key)}
                  />
                ))}
              </tr>
            </thead>
            <tbody className="kern-table__body">
              {sorted.map((row) => (
                <tr key={rowKey(row)} className="kern-table__row" data-tone={props.rowTone?.(row)}>
                  {selection && <SelectRowCell selection={selection} row={row} rowKey={rowKey} />}
                  {url.shown.map((column) => (
                    <BodyCell key={column.key} column={column} row={row} />
                  ))}
                </tr>
              ))}
            </tbody>
            {summary && (
              <tfoot className="kern-table__footer">
                <tr className="kern-table__row">
                  {selection && <td className="kern-table__cell" />}
                  {url.shown.map((column) => (
                    <td key={column.key} className={cellClass('kern-table__cell', column)}>
                      {summary[column.key]}
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </section>
      )}
    </div>
  );
}

const cellClass = <Row,>(base: string, column: Column<Row>): string =>
  classes(base, column.align === 'end' && `${base}--numeric`);

function HeaderCell<Row>(props: { column: Column<Row>; sorting: Sorting | null; onSort: (() => void) | null }) {
  const { column, sorting, onSort } = props;
  const isSorted = sorting?.key === column.key;
  return (
    <th
      scope="col"
      className={cellClass('kern-table__header', column)}
      style={column.width ? { minWidth: column.width } : undefined}
      aria-sort={onSort && isSorted ? (sorting.descending ? 'descending' : 'ascending') : undefined}
    >
      {onSort ? (
        <button type="button" className="kuer-table__sort" onClick={onSort}>
          {column.header}
          <Icon name={isSorted ? (sorting.descending ? 'arrow-down' : 'arrow-up') : 'sort'} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const formats = useFormats();
  const value = column.cell ? undefined : column.value(row);
  const content = column.cell
    ? column.cell(row)
    : typeof value === 'number'
      ? formats.number(value)
      : value === null || value === undefined || value === ''
        ? '–'
        : String(value);
  return column.isRowHeader ? (
    <th scope="row" className={cellClass('kern-table__header', column)}>
      {content}
    </th>
  ) : (
    <td className={cellClass('kern-table__cell', column)}>{content}</td>
  );
}

function NoRows<Row>({ empty, isFiltered, onResetFilters }: DataTableProps<Row>) {
  const t = useTexts(sharedTexts);
  if (!isFiltered) return <>{empty ?? <EmptyState title={t.table.nothing} />}</>;
  return (
    <EmptyState
      title={t.table.nothingFiltered}
      icon="filter"
      action={onResetFilters && <Button onClick={onResetFilters}>{t.filter.reset}</Button>}
    />
  );
}

function ColumnChooser<Row>(props: {
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  shown: ReadonlyArray<Column<Row>>;
  onChoose(keys: readonly string[]): void;
}) {
  const t = useTexts(sharedTexts);
  const choice = props.columns.filter((column) => !column.fixed && !column.isRowHeader);
  if (choice.length < 3) return null;
  const always = props.columns.filter((column) => !choice.includes(column)).map((column) => column.key);
  return (
    <Menu
      size="small"
      variant="tertiary"
      icon="columns"
      label={t.table.columns}
      ariaLabel={t.table.columnsOf(props.caption)}
      groups={[
        {
          entries: choice.map((column) => ({ id: column.key, label: column.header })),
          selection: {
            mode: 'multiple',
            selected: props.shown.map((column) => column.key),
            onChange: (keys) => props.onChoose([...always, ...keys]),
          },
        },
      ]}
    />
  );
}

function ExportButton<Row>(props: DataTableProps<Row> & { shown: ReadonlyArray<Column<Row>> }) {
  const t = useTexts(sharedTexts);
  const locale = useLocale();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const rows = props.loadAll ? await props.loadAll() : (props.rows ?? []);
      const header = props.shown.map((column) => column.header);
      const lines = rows.map((row) => props.shown.map((column) => column.value(row)));
      saveFile(toCsv(header, lines, locale), fileNameFor(props.caption, 'csv'));
    } catch (error) {
      toasts.problem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="small"
      variant="tertiary"
      icon="download"
      busy={busy}
      onClick={save}
      aria-label={t.table.exportLabel(props.caption)}
    >
      {t.table.export}
    </Button>
  );
}
