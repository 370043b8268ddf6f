import { CONFLICT_GROUND_LABELS, CONFLICT_GROUNDS, type ConflictGround } from '@kuer/domain';
import { useState } from 'react';
import { Button } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { ErrorState } from '../../shared/feedback/states.js';
import { RadioGroup } from '../../shared/form/choice-fields.js';
import { TextArea } from '../../shared/form/text-field.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { DescriptionList } from '../../shared/layout/description-list.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { type MyAssignment, stateConflict } from '../review-api.js';
import { deskTexts } from './texts.js';

export interface ConflictDialogProps {
  assignment: Pick<MyAssignment, 'applicationId' | 'applicationNumber' | 'title' | 'leadName' | 'partnerNames'>;
  /** The person is at work on it already and noticed a conflict: there is only „Ja“. */
  isLate?: boolean;
  onClose(): void;
  onAnswered(hasConflict: boolean): void;
  /** What may come right after „Nein“. */
  onAccept?(): Promise<unknown>;
  onDecline?(): void;
}

/** The conflict question: once per application, before anything of it opens. Nothing is preselected. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { assignment, isLate = false, onClose, onAnswered } = props;
  const texts = useTexts(deskTexts);
  const t = texts.question;
  const label = useLabel();
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(isLate ? 'yes' : null);
  const [ground, setGround] = useState<ConflictGround | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const [isClear, setClear] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const number = assignment.applicationNumber;
  const isYes = answer === 'yes';

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const send = () => {
    setTried(true);
    if (answer === null || (isYes && ground === null)) return;
    void run(async () => {
      const body = isYes && ground ? { hasConflict: true, ground, note: note.trim() || null } : { hasConflict: false };
      await stateConflict(assignment.applicationId, body);
      onAnswered(isYes);
      if (isYes) onClose();
      else setClear(true);
    });
  };

  if (isClear) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t.clear}
        footer={
          <>
            <Button variant="primary" busy={busy} onClick={() => void run(async () => props.onAccept?.())}>
              {t.acceptNow}
            </Button>
            <Button onClick={props.onDecline}>{t.decline}</Button>
            <Button variant="tertiary" onClick={onClose}>
              {t.later}
            </Button>
          </>
        }
      >
        <p>{t.clearBody}</p>
        {problem !== null && <ErrorState error={problem} />}
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isLate ? texts.late.title(number) : t.title(number)}
      size="wide"
      footer={
        <>
          <Button variant={isYes ? 'danger' : 'primary'} busy={busy} onClick={send}>
            {answer === null ? t.send : isYes ? t.sendYes : t.sendNo}
          </Button>
          <Button onClick={onClose}>{t.later}</Button>
        </>
      }
    >
      <DescriptionList
        items={[
          { term: t.application, value: `${number} ${assignment.title ?? ''}` },
          { term: t.leadName, value: assignment.leadName },
          { term: t.partners, value: assignment.partnerNames.join(', ') || t.noPartners },
        ]}
      />
      <p>{isLate ? texts.late.lead : t.lead}</p>
      {!isYes && (
        <ul className="kuer-bullets">
          {CONFLICT_GROUNDS.map((one) => (
            <li key={one}>{label(CONFLICT_GROUND_LABELS[one])}</li>
          ))}
        </ul>
      )}
      {!isLate && (
        <RadioGroup
          label={t.answer}
          name="conflict-answer"
          value={answer}
          error={isTried && answer === null ? t.answerNeeded : undefined}
          onChange={(event) => setAnswer(event.target.value === 'yes' ? 'yes' : 'no')}
          options={[
            { value: 'no', label: t.no },
            { value: 'yes', label: t.yes },
          ]}
        />
      )}
      {isYes && (
        <>
          <Banner tone="warning" title={t.yesConsequence} announce />
          <RadioGroup
            label={t.ground}
            name="conflict-ground"
            value={ground}
            error={isTried && ground === null ? t.groundNeeded : undefined}
            onChange={(event) => setGround(CONFLICT_GROUNDS.find((one) => one === event.target.value) ?? null)}
            options={CONFLICT_GROUNDS.map((one) => ({ value: one, label: label(CONFLICT_GROUND_LABELS[one]) }))}
          />
          <TextArea
            label={t.note}
            hint={t.noteHint}
            optional
            rows={3}
            maxLength={4000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      )}
      {problem !== null && <ErrorState error={problem} />}
    </Dialog>
  );
}
