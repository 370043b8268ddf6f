import { PORTFOLIO_GROUP_LABELS, PORTFOLIO_GROUPS } from '@kuer/domain';
import { useState } from 'react';
import { Button } from '../../shared/controls/button.js';
import { EmptyState } from '../../shared/feedback/states.js';
import { useFormats, useLabel, useTexts } from '../../shared/i18n/index.js';
import type { Bundle } from '../jury-api.js';
import { juryTexts } from '../texts.js';
import { DRAG_TYPE } from './candidate-list.js';

export interface BasketProps {
  bundle: Bundle;
  mayEdit: boolean;
  onAdd(applicationId: string): void;
  onRemove(applicationId: string): void;
}

/** What is in the bundle, by portfolio group; who put it in, when and why. */
export function Basket({ bundle, mayEdit, onAdd, onRemove }: BasketProps) {
  const t = useTexts(juryTexts).bundle;
  const label = useLabel();
  const formats = useFormats();
  const [isOver, setOver] = useState(false);
  const groups = [...PORTFOLIO_GROUPS, null]
    .map((group) => ({ group, items: bundle.items.filter((item) => item.portfolioGroup === group) }))
    .filter(({ items }) => items.length > 0);
  return (
    <section
      className="kuer-basket kuer-stack kuer-stack--tight"
      aria-labelledby="basket"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!mayEdit || !event.dataTransfer.types.includes(DRAG_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const applicationId = event.dataTransfer.getData(DRAG_TYPE);
        if (mayEdit && applicationId) onAdd(applicationId);
      }}
    >
      <h2 className="kern-heading-medium" id="basket">
        {t.basket} ({formats.number(bundle.items.length)})
      </h2>
      {bundle.items.length === 0 && (
        <EmptyState title={t.basketEmpty} compact>
          {t.basketEmptyHint}
        </EmptyState>
      )}
      {groups.map(({ group, items }) => (
        <div key={group ?? 'recused'}>
          <h3 className="kern-heading-small">
            {group ? label(PORTFOLIO_GROUP_LABELS[group]) : t.recusedRow} ({formats.number(items.length)})
          </h3>
          <ul className="kuer-list-plain">
            {items.map((item) => (
              <li key={item.applicationId} className="kuer-basket__item">
                <span>
                  <span className="kuer-strong">
                    {item.number} {item.leadName}
                  </span>
                  <span className="kuer-small kuer-muted kuer-candidate__detail">
                    {[
                      item.rank !== null && t.rankShort(formats.number(item.rank)),
                      item.fundingRequested !== null && formats.moneyShort(item.fundingRequested),
                      item.addedBy && t.addedBy(item.addedBy, formats.dateTime(item.addedAt)),
                      item.reason,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                {mayEdit && !item.isRecused && (
                  <Button
                    size="small"
                    variant="tertiary"
                    icon="close"
                    iconOnly
                    onClick={() => onRemove(item.applicationId)}
                  >
                    {t.removeNamed(`${item.number} ${item.leadName ?? ''}`)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
