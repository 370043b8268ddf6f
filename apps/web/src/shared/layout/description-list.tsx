import type { ReactNode } from 'react';
import { classes } from '../controls/classes.js';

export interface DescriptionListProps {
  /** What is null, undefined or empty shows as a dash; an entry that is false is left out. */
  items: ReadonlyArray<{ term: string; value: ReactNode } | false>;
  /** Term above the value, several columns. */
  stacked?: boolean;
}

/** Names and values. */
export function DescriptionList({ items, stacked }: DescriptionListProps) {
  return (
    <dl className={classes('kern-description-list', 'kuer-description', stacked && 'kuer-description--stacked')}>
      {items.map(
        (item) =>
          item && (
            <div key={item.term} className="kern-description-list-item">
              <dt className="kern-description-list-item__key">{item.term}</dt>
              <dd className="kern-description-list-item__value">{item.value || item.value === 0 ? item.value : '–'}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
