import { Icon } from '../../shared/controls/icon.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { CONCLUSION } from '../draft/saved-content.js';
import type { CriterionMark, SheetFacts } from './sheet-facts.js';
import { sheetTexts } from './texts.js';

/** K1 to K12 at a glance: the score, and what is missing. Each leads to its criterion. */
export function CriteriaRail({ facts, onGo }: { facts: SheetFacts; onGo(part: string): void }) {
  const t = useTexts(sheetTexts);
  return (
    <nav className="kuer-rail" aria-label={t.rail}>
      <ol>
        {facts.marks.map((mark) => (
          <li key={mark.code}>
            <RailButton mark={mark} onGo={onGo} />
          </li>
        ))}
        <li>
          <button
            type="button"
            className="kuer-rail__button kuer-rail__last"
            aria-label={facts.hasVerdict ? t.railConclusion : t.railConclusionOpen}
            title={facts.hasVerdict ? t.railConclusion : t.railConclusionOpen}
            data-missing={!facts.hasVerdict || undefined}
            onClick={() => onGo(CONCLUSION)}
          >
            <span>{t.railVerdict}</span>
            {facts.hasVerdict && <Icon name="check" />}
          </button>
        </li>
      </ol>
    </nav>
  );
}

function RailButton({ mark, onGo }: { mark: CriterionMark; onGo(part: string): void }) {
  const t = useTexts(sheetTexts);
  const formats = useFormats();
  const { code, value, lacksReason, isInTrouble } = mark;
  // Where nothing is written yet, a missing reason is no news.
  const showsReason = value !== null && lacksReason;
  const words = [
    value === null ? t.railNone(code) : t.railScore(code, formats.number(value)),
    showsReason && t.railReason,
    isInTrouble && t.railProblem,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <button
      type="button"
      className="kuer-rail__button"
      aria-label={words}
      title={words}
      data-missing={value === null || undefined}
      onClick={() => onGo(code)}
    >
      <span className="kuer-rail__code">{code}</span>
      <span className="kuer-rail__score">{value === null ? '–' : formats.number(value)}</span>
      <span className="kuer-rail__mark">
        {isInTrouble ? <Icon name="danger" /> : showsReason && <Icon name="edit" />}
      </span>
    </button>
  );
}
