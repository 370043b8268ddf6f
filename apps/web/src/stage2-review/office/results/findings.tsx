import type { Schema } from '../../../api/types.js';
import { Badge } from '../../../shared/feedback/badge.js';
import { useTexts } from '../../../shared/i18n/index.js';
import type { ResultRow } from '../office-api.js';
import { resultTexts } from './texts.js';

export const deviates = ({ recommendation: { derived, outcome } }: ResultRow): boolean =>
  outcome !== null && outcome !== derived;

export function DivergenceBadge({ row }: { row: ResultRow }) {
  const t = useTexts(resultTexts);
  const { divergence } = row;
  if (!divergence) return <>–</>;
  if (row.inReconciliation) return <Badge tone="warning">{t.inReconciliation}</Badge>;
  if (divergence.isOpen) return <Badge tone="warning">{t.openDivergence}</Badge>;
  if (!divergence.flagged) return <span className="kuer-muted">{t.notDivergent}</span>;
  return (
    <Badge tone="info">
      {t.divergent}, {t.settled}
    </Badge>
  );
}

export function EligibilityBadge({ row }: { row: ResultRow }) {
  const t = useTexts(resultTexts);
  if (!row.eligibility) return <>–</>;
  const { eligible } = row.eligibility;
  if (eligible === null) return <Badge>{t.undecided}</Badge>;
  return eligible ? <Badge tone="success">{t.isEligible}</Badge> : <Badge tone="danger">{t.isNotEligible}</Badge>;
}

/** Reasons as the server words them, folded away. */
export function Reasons({ reasons }: { reasons: readonly Schema<'ReasonText'>[] }) {
  const t = useTexts(resultTexts);
  if (reasons.length === 0) return null;
  return (
    <details className="kuer-small">
      <summary>{t.reasons}</summary>
      <ReasonList reasons={reasons} />
    </details>
  );
}

export function ReasonList({ reasons }: { reasons: readonly Schema<'ReasonText'>[] }) {
  return (
    <ul>
      {reasons.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
