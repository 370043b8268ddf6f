import { type Ref, useId } from 'react';
import { Icon } from '../controls/icon.js';
import { useProblemWords } from '../feedback/problem-words.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';

export interface SummaryEntry {
  /** Id of the field; null: the complaint belongs to no field of this form. */
  fieldId: string | null;
  message: string;
}

export interface FormErrorSummaryProps {
  entries: readonly SummaryEntry[];
  /** A refusal as a whole (conflict, no connection, not permitted). */
  problem?: unknown;
  ref?: Ref<HTMLDivElement>;
}

/** At the top of the form: what is wrong, each with a link to its field. Empty while nothing is. */
export function FormErrorSummary({ entries, problem, ref }: FormErrorSummaryProps) {
  const t = useTexts(sharedTexts);
  const words = useProblemWords();
  const titleId = useId();
  const refusal = problem && entries.length === 0 ? words(problem) : null;
  if (entries.length === 0 && !refusal) return null;
  const title = refusal?.title ?? (entries.length === 1 ? t.form.summaryOne : t.form.summaryMany(entries.length));
  return (
    <div
      ref={ref}
      className="kern-alert kern-alert--danger kuer-banner"
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
    >
      <Icon name="danger" />
      <div className="kuer-banner__text">
        <p className="kuer-strong" id={titleId}>
          {title}
        </p>
        {refusal && <p>{refusal.cause}</p>}
        {entries.length > 0 && (
          <ul className="kuer-bullets">
            {entries.map(({ fieldId, message }) => (
              <li key={`${fieldId ?? ''}-${message}`}>
                {fieldId ? (
                  <a
                    className="kuer-link"
                    href={`#${fieldId}`}
                    onClick={(event) => {
                      event.preventDefault();
                      focusField(fieldId);
                    }}
                  >
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            ))}
          </ul>
        )}
        {refusal?.next && <p>{refusal.next}</p>}
        {refusal?.reference && <p className="kuer-small">{refusal.reference}</p>}
        <p>{t.form.notSaved}</p>
      </div>
    </div>
  );
}

/** Brings a field into view and focuses it. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
