import type {
  ReconciliationOutcome,
  ReviewLabel,
  ReviewSlot,
  ReviewVerdict,
} from '../../stage2-review/review-states.js';
import type { RecommendationOutcome } from '../../vocabulary/outcomes.js';
import type { Commitment } from '../commitment.js';
import type { EventInfos, JsonValue } from './event-info.js';

/**
 * Stage 2. Coordinators and auditors read the trail but no drafts, so a saved score says which criterion and which
 * version, never the value (I1); the values stand in REVIEW_SUBMITTED.
 */
export interface ReviewEventPayloads {
  ASSIGNMENT_PLAN_CONFIRMED: { assignments: number; minLoad: number; maxLoad: number; connected: boolean };
  REVIEWER_ASSIGNED: { assignmentId: string; reviewerId: string; slot: ReviewSlot; dueOn: string | null };
  ASSIGNMENT_ACCEPTED: { assignmentId: string; reviewerId: string };
  ASSIGNMENT_DECLINED: { assignmentId: string; reviewerId: string; reason: string };
  ASSIGNMENT_REVOKED: { assignmentId: string; reviewerId: string; reason: string };
  REVIEW_STARTED: { reviewId: string; assignmentId: string; label: ReviewLabel };
  SCORE_SAVED: {
    reviewId: string;
    reviewVersion: number;
    criterion: string;
    scoreVersion: number;
    content?: Commitment;
  };
  REVIEW_EDITED: { reviewId: string; reviewVersion: number; fields: readonly string[]; version: number };
  REVIEW_SUBMITTED: {
    reviewId: string;
    reviewVersion: number;
    label: ReviewLabel;
    catalogueId: string;
    scores: Readonly<Record<string, number>>;
    verdict: ReviewVerdict | null;
    total: number;
    textDigest?: string;
  };
  REVIEW_REOPENED: { reviewId: string; reviewVersion: number; reason: string };
  DIVERGENCE_FLAGGED: { points: number; levels: number; verdictsDiffer: boolean; reasons: readonly string[] };
  RECONCILIATION_OPENED: { reconciliationId: string; reason: string };
  RECONCILIATION_CLOSED: { reconciliationId: string; outcome: ReconciliationOutcome | null; statement: string };
  THIRD_REVIEW_ORDERED: { assignmentId: string; reviewerId: string; reason: string };
  RECOMMENDATION_CONFIRMED: {
    derivedOutcome: RecommendationOutcome | null;
    outcome: RecommendationOutcome;
    previousOutcome: RecommendationOutcome | null;
    comment: string | null;
    total: number | null;
  };
  RANKING_KEPT: { rankingVersionId: string; number: number; inputsDigest: string; result: JsonValue };
}

/** Scope and names of the events of stage 2. */
export const REVIEW_EVENTS: EventInfos<ReviewEventPayloads> = {
  ASSIGNMENT_PLAN_CONFIRMED: {
    scope: 'call',
    label: { de: 'Zuweisungsplan bestätigt', en: 'Assignment plan confirmed' },
  },
  REVIEWER_ASSIGNED: { scope: 'application', label: { de: 'Gutachten zugewiesen', en: 'Reviewer assigned' } },
  ASSIGNMENT_ACCEPTED: { scope: 'application', label: { de: 'Zuweisung angenommen', en: 'Assignment accepted' } },
  ASSIGNMENT_DECLINED: { scope: 'application', label: { de: 'Zuweisung abgelehnt', en: 'Assignment declined' } },
  ASSIGNMENT_REVOKED: { scope: 'application', label: { de: 'Zuweisung widerrufen', en: 'Assignment revoked' } },
  REVIEW_STARTED: { scope: 'application', label: { de: 'Gutachten begonnen', en: 'Review started' } },
  SCORE_SAVED: { scope: 'application', label: { de: 'Bewertung gespeichert', en: 'Score saved' } },
  REVIEW_EDITED: { scope: 'application', label: { de: 'Gutachten bearbeitet', en: 'Review edited' } },
  REVIEW_SUBMITTED: { scope: 'application', label: { de: 'Gutachten eingereicht', en: 'Review submitted' } },
  REVIEW_REOPENED: { scope: 'application', label: { de: 'Gutachten wieder geöffnet', en: 'Review reopened' } },
  DIVERGENCE_FLAGGED: { scope: 'application', label: { de: 'Abweichung festgestellt', en: 'Divergence flagged' } },
  RECONCILIATION_OPENED: { scope: 'application', label: { de: 'Abstimmung eröffnet', en: 'Reconciliation opened' } },
  RECONCILIATION_CLOSED: {
    scope: 'application',
    label: { de: 'Abstimmung abgeschlossen', en: 'Reconciliation closed' },
  },
  THIRD_REVIEW_ORDERED: {
    scope: 'application',
    label: { de: 'Drittgutachten angeordnet', en: 'Third review ordered' },
  },
  RECOMMENDATION_CONFIRMED: {
    scope: 'application',
    label: { de: 'Förderempfehlung bestätigt', en: 'Recommendation confirmed' },
  },
  RANKING_KEPT: { scope: 'call', label: { de: 'Rangfolge festgehalten', en: 'Ranking kept' } },
};
