import { useState } from 'react';
import { useIdempotencyKeys } from '../../../api/idempotency.js';
import { isApiProblem } from '../../../api/problem.js';
import { Button } from '../../../shared/controls/button.js';
import { ErrorState } from '../../../shared/feedback/states.js';
import { useToasts } from '../../../shared/feedback/toast.js';
import { DateField } from '../../../shared/form/text-field.js';
import { useFormats, useTexts } from '../../../shared/i18n/index.js';
import { Dialog } from '../../../shared/overlay/dialog.js';
import { sharedTexts } from '../../../shared/texts.js';
import { confirmAssignments } from '../office-api.js';
import { obstacleOf, ReviewerChoice } from './reviewer-choice.js';
import type { Slot } from './slots.js';
import { assignmentTexts } from './texts.js';
import type { Desk } from './use-desk.js';

export interface AssignDialogProps {
  callId: string;
  desk: Desk;
  slot: Slot;
  onClose(): void;
  onAssigned(): void;
}

/** Gives one place to one person. */
export function AssignDialog({ callId, desk, slot, onClose, onAssigned }: AssignDialogProps) {
  const texts = useTexts(assignmentTexts);
  const t = texts.dialog;
  const shared = useTexts(sharedTexts);
  const formats = useFormats();
  const toasts = useToasts();
  const keys = useIdempotencyKeys();
  const [reviewerId, setReviewerId] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState('');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { id: applicationId, number } = slot.application;
  const choice = { desk, applicationId, pairs: desk.active, value: reviewerId };
  // The refusal of the pair belongs to the field; the day is named by its own.
  const complaints = isApiProblem(problem) ? problem.errors : [];
  const aboutPair = complaints.find(({ path }) => path?.startsWith('pairs'))?.message;

  const send = async () => {
    if (reviewerId === null) return setMissing(true);
    if (obstacleOf({ ...choice, onChange: setReviewerId })) return;
    setBusy(true);
    setProblem(null);
    const body = { pairs: [{ applicationId, reviewerId, slot: slot.slot }], ...(dueOn ? { dueOn } : {}) };
    try {
      await confirmAssignments(callId, body, keys.headersFor(body));
      keys.done();
      const name = desk.reviewers.find((one) => one.accountId === reviewerId)?.name ?? '';
      toasts.success(t.done(name, number));
      onAssigned();
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.title(number, slot.slot === 3 ? texts.third : String(slot.slot))}
      footer={
        <>
          <Button variant="primary" busy={busy} onClick={send}>
            {t.confirm}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </>
      }
    >
      <p>
        {slot.application.leadName}: {slot.application.title}
      </p>
      {problem !== null && !aboutPair && <ErrorState error={problem} />}
      <ReviewerChoice
        {...choice}
        onChange={(value) => {
          setReviewerId(value);
          setMissing(false);
          setProblem(null);
        }}
        error={missing ? t.choose : aboutPair}
      />
      <DateField
        label={t.due}
        optional
        hint={desk.reviewEndsOn ? t.dueHint(formats.date(desk.reviewEndsOn)) : t.dueHintNone}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
    </Dialog>
  );
}
