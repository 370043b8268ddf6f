import { useState } from 'react';
import { Button } from '../../../shared/controls/button.js';
import { Banner } from '../../../shared/feedback/banner.js';
import { useToasts } from '../../../shared/feedback/toast.js';
import { useLabel, useTexts } from '../../../shared/i18n/index.js';
import { Card } from '../../../shared/layout/card.js';
import { DescriptionList } from '../../../shared/layout/description-list.js';
import { DateTime } from '../../../shared/layout/values.js';
import { ConfirmDialog } from '../../../shared/overlay/confirm-dialog.js';
import { RECONCILIATION_OUTCOME_LABELS } from '../../../shared/vocabulary/labels.js';
import { closeReconciliation, openReconciliation } from '../office-api.js';
import { ReasonList } from './findings.js';
import type { ResultCardProps } from './recommendation-card.js';
import { oneResultTexts } from './result-texts.js';
import { ThirdReviewDialog } from './third-review-dialog.js';

/** Where reviews part: why, what was done about it, and what can be done. */
export function DivergenceCard({ callId, row, onDone }: ResultCardProps & { callId: string }) {
  const t = useTexts(oneResultTexts);
  const label = useLabel();
  const toasts = useToasts();
  const [dialog, setDialog] = useState<'open' | 'close' | 'third' | null>(null);
  const { divergence, reconciliation, abilities } = row;
  if (!divergence?.flagged && !reconciliation) return null;
  const shut = () => setDialog(null);
  const actions = (
    <>
      {abilities.includes('reconciliation.open') && (
        <Button variant="primary" onClick={() => setDialog('open')}>
          {t.open}
        </Button>
      )}
      {abilities.includes('reconciliation.close') && (
        <Button variant="primary" onClick={() => setDialog('close')}>
          {t.close}
        </Button>
      )}
      {abilities.includes('thirdReview.order') && <Button onClick={() => setDialog('third')}>{t.third}</Button>}
    </>
  );
  return (
    <>
      {divergence?.flagged && (
        <Banner
          tone={divergence.isOpen ? 'warning' : 'info'}
          title={divergence.isOpen ? t.diverging : t.wasDiverging}
          actions={actions}
        >
          <ReasonList reasons={divergence.reasons} />
        </Banner>
      )}
      {reconciliation && (
        <Card title={t.reconciliation} footer={divergence?.flagged ? undefined : actions}>
          <DescriptionList
            items={[
              { term: t.reconciliationReason, value: reconciliation.reason },
              { term: t.opened, value: <DateTime value={reconciliation.openedAt} /> },
              {
                term: t.closed,
                value: reconciliation.closedAt ? <DateTime value={reconciliation.closedAt} /> : t.stillOpen,
              },
              reconciliation.outcome !== null && {
                term: t.outcome,
                value: label(RECONCILIATION_OUTCOME_LABELS[reconciliation.outcome]),
              },
              reconciliation.statement !== null && { term: t.statement, value: reconciliation.statement },
            ]}
          />
        </Card>
      )}
      <ConfirmDialog
        isOpen={dialog === 'open'}
        onClose={shut}
        title={t.open}
        confirmLabel={t.open}
        reason={{ minLength: 5, label: t.reconciliationReason }}
        onConfirm={async (reason) => {
          await openReconciliation(row.applicationId, reason);
          toasts.success(t.opened_);
          await onDone();
        }}
      >
        <p>{t.openBody}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={dialog === 'close'}
        onClose={shut}
        title={t.close}
        confirmLabel={t.close}
        reason={{ minLength: 5, label: t.closeReason }}
        onConfirm={async (outcome) => {
          await closeReconciliation(row.applicationId, outcome);
          toasts.success(t.closed_);
          await onDone();
        }}
      >
        <p>{t.closeBody}</p>
      </ConfirmDialog>
      {dialog === 'third' && <ThirdReviewDialog callId={callId} row={row} onClose={shut} onDone={onDone} />}
    </>
  );
}
