import { useFormats, useTexts } from '../../../shared/i18n/index.js';
import { type Figures, figuresOf, type Pair } from './slots.js';
import { assignmentTexts } from './texts.js';
import type { Desk } from './use-desk.js';

export interface PlanFiguresProps {
  desk: Desk;
  /** Active assignments and the plan's. */
  pairs: readonly Pair[];
  free: number;
  freeNow: number;
}

/** What the plan makes of the present state, in numbers that follow every change by hand. */
export function PlanFigures({ desk, pairs, free, freeNow }: PlanFiguresProps) {
  const t = useTexts(assignmentTexts).plan;
  const formats = useFormats();
  const ids = desk.reviewers.map(({ accountId }) => accountId);
  const now = figuresOf(desk.active, ids);
  const then = figuresOf(pairs, ids);
  const range = (figures: Figures) => t.range(formats.number(figures.minLoad), formats.number(figures.maxLoad));
  const yesNo = (value: boolean) => (value ? t.yes : t.no);
  const rows: [string, string, string, string?][] = [
    [t.assigned, formats.number(now.assigned), formats.number(then.assigned)],
    [t.freeSlots, formats.number(freeNow), formats.number(free)],
    [t.loads, range(now), range(then)],
    [t.connected, yesNo(now.connected), yesNo(then.connected), t.connectedHint],
  ];
  return (
    <div className="kuer-table-frame">
      <table className="kern-table kern-table--small kuer-table">
        <caption className="kuer-table__caption">{t.figures}</caption>
        <thead className="kern-table__head">
          <tr className="kern-table__row">
            {[t.figure, t.now, t.afterwards].map((header, index) => (
              <th
                key={header}
                scope="col"
                className={`kern-table__header${index > 0 ? ' kern-table__header--numeric' : ''}`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {rows.map(([name, before, after, hint]) => (
            <tr key={name} className="kern-table__row">
              <th scope="row" className="kern-table__header">
                {name}
                {hint && <div className="kuer-small kuer-muted">{hint}</div>}
              </th>
              <td className="kern-table__cell kern-table__cell--numeric">{before}</td>
              <td className="kern-table__cell kern-table__cell--numeric">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
