import { type ReactNode, useState } from 'react';
import { Button } from '../controls/button.js';
import { ErrorState } from '../feedback/states.js';
import { TextArea } from '../form/text-field.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { Dialog } from './dialog.js';

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose(): void;
  title: string;
  /** What will happen, and whether it can be undone. */
  children?: ReactNode;
  /** A verb: what the button does („Bewerbung zurückziehen“), never „OK“. */
  confirmLabel: string;
  /** Can't be undone: red button. */
  danger?: boolean;
  /** Asks for a reason of at least this many characters, and hands it on. */
  reason?: { label?: string; hint?: string; minLength: number; maxLength?: number };
  /** Does it; the dialog stays open and shows the problem where this throws, and closes where it succeeds. */
  onConfirm(reason: string): Promise<unknown>;
}

/** Asks before something weighty; with a reason where the procedure demands one. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  // Mounted per opening: the next opening begins with an empty reason and no error.
  return props.isOpen ? <OpenConfirmDialog {...props} /> : null;
}

function OpenConfirmDialog(props: ConfirmDialogProps) {
  const { onClose, title, children, confirmLabel, danger, reason, onConfirm } = props;
  const t = useTexts(sharedTexts);
  const [text, setText] = useState('');
  const [complaint, setComplaint] = useState<string>();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const confirm = async () => {
    if (reason && text.trim().length < reason.minLength) return setComplaint(t.reasonTooShort(reason.minLength));
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm(text.trim());
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
      title={title}
      role="alertdialog"
      footer={
        <>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={confirm}>
            {confirmLabel}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      {children}
      {problem !== null && <ErrorState error={problem} />}
      {reason && (
        <TextArea
          label={reason.label ?? t.reason}
          hint={reason.hint ?? t.reasonHint(reason.minLength)}
          error={complaint}
          value={text}
          maxLength={reason.maxLength ?? 4000}
          minLengthShown={reason.minLength}
          autoFocus
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value.trim().length >= reason.minLength) setComplaint(undefined);
          }}
        />
      )}
    </Dialog>
  );
}
