import type { Schema } from '../api/types.js';
import { useFormats, useTexts } from '../shared/i18n/index.js';
import { DescriptionList } from '../shared/layout/description-list.js';
import { DateTime } from '../shared/layout/values.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { auditTexts } from './texts.js';

interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

/** One event with everything that was hashed: changes as before and after, the rest as it stands. */
export function EventDialog(props: { event: Schema<'AuditEventResponse'>; name: string; onClose(): void }) {
  const { event, name, onClose } = props;
  const t = useTexts(auditTexts);
  const formats = useFormats();
  const { changes, ...rest } = event.payload as { changes?: Change[] };
  return (
    <Dialog isOpen size="wide" onClose={onClose} title={`${t.event(formats.number(event.seq))}: ${name}`}>
      <div className="kuer-stack kuer-stack--tight">
        <DescriptionList
          items={[
            { term: t.at, value: <DateTime value={event.at} /> },
            { term: t.who, value: event.actorName ?? t.system },
            event.applicationNumber !== null && { term: t.application, value: event.applicationNumber },
            ...Object.entries(rest).map(([term, value]) => ({ term, value: <Value value={value} /> })),
          ]}
        />
        {changes && changes.length > 0 && (
          <table className="kern-table kern-table--small kuer-table">
            <thead className="kern-table__head">
              <tr className="kern-table__row">
                <th scope="col" className="kern-table__header">
                  {t.field}
                </th>
                <th scope="col" className="kern-table__header">
                  {t.before}
                </th>
                <th scope="col" className="kern-table__header">
                  {t.after}
                </th>
              </tr>
            </thead>
            <tbody className="kern-table__body">
              {changes.map((change) => (
                <tr key={change.field} className="kern-table__row">
                  <th scope="row" className="kern-table__header">
                    {change.field}
                  </th>
                  <td className="kern-table__cell">
                    <del>
                      <Value value={change.before} />
                    </del>
                  </td>
                  <td className="kern-table__cell">
                    <ins>
                      <Value value={change.after} />
                    </ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <DescriptionList
          items={[
            { term: t.hash, value: <code className="kuer-code">{event.hash}</code> },
            { term: t.previousHash, value: <code className="kuer-code">{event.previousHash}</code> },
          ]}
        />
      </div>
    </Dialog>
  );
}

function Value({ value }: { value: unknown }) {
  if (value === null || value === undefined) return <>–</>;
  if (typeof value === 'object') return <code className="kuer-code">{JSON.stringify(value)}</code>;
  return <>{String(value)}</>;
}
