import { type ReactNode, useId, useState } from 'react';
import { Button } from '../controls/button.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';

export interface ChartTable {
  columns: readonly string[];
  /** The first cell of a row names it. */
  rows: ReadonlyArray<readonly string[]>;
}

export interface ChartFrameProps {
  title: string;
  /** The same figures as a table: nobody has to read the drawing. */
  table: ChartTable;
  legend?: ReactNode;
  children: ReactNode;
}

/** A drawing with its title, its legend and the way to see it as a table. */
export function ChartFrame({ title, table, legend, children }: ChartFrameProps) {
  const t = useTexts(sharedTexts);
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  return (
    <figure className="kuer-chart" aria-labelledby={titleId}>
      <figcaption className="kuer-row kuer-row--between">
        <span className="kuer-strong" id={titleId}>
          {title}
        </span>
        <Button size="small" variant="tertiary" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t.chart.asTable}
        </Button>
      </figcaption>
      {asTable ? (
        <table className="kern-table kern-table--small kuer-table">
          <caption className="kern-sr-only">{title}</caption>
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <th
                  key={column}
                  scope="col"
                  className={`kern-table__header${index > 0 ? ' kern-table__header--numeric' : ''}`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, index) =>
                  index === 0 ? (
                    <th key={table.columns[index]} scope="row" className="kern-table__header">
                      {cell}
                    </th>
                  ) : (
                    <td key={table.columns[index]} className="kern-table__cell kern-table__cell--numeric">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <>
          {children}
          {legend && <div className="kuer-chart__legend">{legend}</div>}
        </>
      )}
    </figure>
  );
}
