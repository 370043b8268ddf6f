import { useState } from 'react';
import { Button } from '../../../shared/controls/button.js';
import { useTexts } from '../../../shared/i18n/index.js';
import { Dialog } from '../../../shared/overlay/dialog.js';
import { sharedTexts } from '../../../shared/texts.js';
import type { PlannedSlot } from './plan.js';
import { obstacleOf, ReviewerChoice } from './reviewer-choice.js';
import type { Pair } from './slots.js';
import { assignmentTexts } from './texts.js';
import type { Desk } from './use-desk.js';

export interface ChangeDialogProps {
  desk: Desk;
  planned: PlannedSlot;
  /** All pairs but this one. */
  pairs: readonly Pair[];
  onClose(): void;
  onChange(reviewerId: string | null): void;
}

/** Somebody else for one place of the plan, or nobody. Nothing is sent before the plan is confirmed. */
export function ChangeDialog({ desk, planned, pairs, onClose, onChange }: ChangeDialogProps) {
  const texts = useTexts(assignmentTexts);
  const t = texts.dialog;
  const shared = useTexts(sharedTexts);
  const [reviewerId, setReviewerId] = useState(planned.reviewerId);
  const [missing, setMissing] = useState(false);
  const { application, slot } = planned.slot;
  const choice = { desk, applicationId: application.id, pairs, value: reviewerId, onChange: setReviewerId };
  const take = () => {
    if (reviewerId === null) return setMissing(true);
    if (!obstacleOf(choice)) onChange(reviewerId);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.title(application.number, slot === 3 ? texts.third : String(slot))}
      footer={
        <>
          <Button variant="primary" onClick={take}>
            {t.take}
          </Button>
          <Button onClick={() => onChange(null)}>{t.leaveOut}</Button>
          <Button variant="tertiary" onClick={onClose}>
            {shared.cancel}
          </Button>
        </>
      }
    >
      <p>
        {application.leadName}: {application.title}
      </p>
      <ReviewerChoice {...choice} error={missing && reviewerId === null ? t.choose : undefined} />
    </Dialog>
  );
}
