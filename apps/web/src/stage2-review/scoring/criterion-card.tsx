import { type Criterion, justificationLength, type Scale, scaleValues } from '@kuer/domain';
import { type FocusEvent, type KeyboardEvent, memo, useId } from 'react';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import type { ReviewDraft } from '../draft/review-draft.js';
import type { ScoreContent } from '../draft/saved-content.js';
import { usePart } from '../draft/use-review-draft.js';
import { PartStatus } from './part-status.js';
import { sheetTexts } from './texts.js';
import { PartTrouble } from './version-clash.js';

export interface CriterionCardProps {
  draft: ReviewDraft;
  criterion: Criterion;
  scale: Scale;
  minLength: number;
  /** Weights are worth showing only where they differ. */
  showsWeight: boolean;
}

/**
 * One criterion: the scale with every level's descriptor, the reason beside it. Between the two there is nothing else to
 * stop at, so that a score and its reason take a digit, Tab, the text, Tab.
 */
export const CriterionCard = memo(function CriterionCard({
  draft,
  criterion,
  scale,
  minLength,
  showsWeight,
}: CriterionCardProps) {
  const t = useTexts(sheetTexts);
  const formats = useFormats();
  const id = useId();
  const { part, content, edit, flush } = usePart<ScoreContent>(draft, criterion.code);
  const length = justificationLength(content.justification);
  const isShort = length < minLength;

  const onScaleKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const value = scoreOfKey(event.key, scale);
    if (value === undefined) return;
    event.preventDefault();
    edit({ value });
    const radio = event.currentTarget.querySelector<HTMLInputElement>(`input[value="${value ?? 0}"]`);
    radio?.focus({ preventScroll: true });
  };
  // Leaving the card, and leaving the text: what was typed is saved at once.
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (event.target instanceof HTMLTextAreaElement || !event.currentTarget.contains(event.relatedTarget)) flush();
  };

  return (
    <section
      id={criterion.code}
      className="kuer-criterion"
      data-part={criterion.code}
      aria-labelledby={`${id}-title`}
      onBlur={onBlur}
    >
      <h3 id={`${id}-title`} className="kuer-criterion__title">
        <span className="kuer-criterion__code">{criterion.code}</span> <span lang="de">{criterion.text}</span>
        {showsWeight && <span className="kuer-muted kuer-small"> ({t.weight(formats.number(criterion.weight))})</span>}
      </h3>
      <div className="kuer-criterion__body">
        {/* The title names the group, so that it is read out on coming in; the browser's own radio buttons do the rest. */}
        <div className="kuer-scale" role="radiogroup" aria-labelledby={`${id}-title`} onKeyDown={onScaleKey}>
          {scaleValues(scale).map((value) => {
            const level = scale.levels.find((one) => one.value === value);
            const option = `${id}-${value}`;
            return (
              <label key={value} className="kuer-level" htmlFor={option}>
                <input
                  type="radio"
                  id={option}
                  name={`${id}-score`}
                  value={value}
                  checked={content.value === value}
                  onChange={() => edit({ value })}
                  aria-describedby={level?.descriptor ? `${option}-when` : undefined}
                  aria-labelledby={`${option}-name`}
                />
                <span className="kuer-level__value" id={`${option}-name`}>
                  {formats.number(value)}
                  {level && <span className="kern-sr-only"> {level.label}</span>}
                </span>
                {level && (
                  <span className="kuer-level__words" lang="de">
                    <span className="kuer-strong" aria-hidden="true">
                      {level.label}
                    </span>{' '}
                    <span id={`${option}-when`}>{level.descriptor}</span>
                  </span>
                )}
              </label>
            );
          })}
        </div>
        <div className="kuer-reason">
          <label className="kern-label kuer-small" htmlFor={`${id}-reason`}>
            {t.reason}
            <span className="kern-sr-only"> {criterion.code}</span>
          </label>
          <textarea
            id={`${id}-reason`}
            className="kern-form-input__input kuer-reason__text"
            rows={6}
            maxLength={10_000}
            value={content.justification}
            aria-describedby={`${id}-length ${id}-status`}
            onChange={(event) => edit({ justification: event.target.value })}
          />
          <div className="kuer-reason__foot">
            <span id={`${id}-length`} className="kuer-counter" data-short={isShort || undefined}>
              {isShort
                ? t.atLeast(formats.number(length), formats.number(minLength))
                : t.characters(formats.number(length))}
            </span>
            <PartStatus part={part} id={`${id}-status`} />
          </div>
        </div>
      </div>
      <PartTrouble draft={draft} name={criterion.code} part={part} />
    </section>
  );
});

/** A digit that is on the scale sets it, Delete takes it back; undefined: not for the scale. */
function scoreOfKey(key: string, scale: Scale): number | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null;
  if (!/^\d$/.test(key)) return undefined;
  const value = Number(key);
  return scaleValues(scale).includes(value) ? value : undefined;
}
