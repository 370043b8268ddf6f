import { type ReactNode, useId } from 'react';
import { classes } from '../controls/classes.js';
import { Icon } from '../controls/icon.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';

/** What every field has. */
export interface FieldProps {
  label: string;
  /** Stays visible while typing; say the expected form here, not in a placeholder. */
  hint?: ReactNode;
  /** Marks the field as wrong and says why. */
  error?: string;
  /** Marks what may stay empty; everything else is needed. */
  optional?: boolean;
  /** The label stays for screen readers only. */
  hideLabel?: boolean;
  /** No wider than its content needs (dates, numbers, AGS). */
  short?: boolean;
  id?: string;
}

/** Ids and the attributes that tie a control to its hint and its error. */
export function useFieldIds({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>, describedBy?: string) {
  const own = useId();
  const control = id ?? own;
  const hintId = `${control}-hint`;
  const errorId = `${control}-error`;
  return {
    control,
    hintId,
    errorId,
    aria: {
      'aria-describedby': classes(error && errorId, Boolean(hint) && hintId, describedBy) || undefined,
      'aria-invalid': error ? true : undefined,
    },
  } as const;
}

export function FieldError({ id, children }: { id: string; children?: string }) {
  if (!children) return null;
  return (
    <p className="kern-error" id={id}>
      <Icon name="danger" />
      <span>{children}</span>
    </p>
  );
}

export function LabelText({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  const t = useTexts(sharedTexts);
  return (
    <>
      {label}
      {optional && <span className="kern-label__optional"> ({t.optional})</span>}
    </>
  );
}

interface FrameProps extends FieldProps {
  ids: ReturnType<typeof useFieldIds>;
  after?: ReactNode;
  children: ReactNode;
}

/** Label, hint, control, error: one below the other, tied together. */
export function FieldFrame({ label, hint, error, optional, hideLabel, short, ids, after, children }: FrameProps) {
  return (
    <div className={classes('kern-form-input', error && 'kern-form-input--error', short && 'kuer-field--short')}>
      <label className={classes('kern-label', hideLabel && 'kern-sr-only')} htmlFor={ids.control}>
        <LabelText label={label} optional={optional} />
      </label>
      {hint && (
        <div className="kern-hint" id={ids.hintId}>
          {hint}
        </div>
      )}
      {children}
      {after}
      <FieldError id={ids.errorId}>{error}</FieldError>
    </div>
  );
}
