import {
  type ApplicationState,
  decideReviewTransition,
  type Refused,
  type ReviewAct,
  type ReviewState,
} from '@kuer/domain';
import { Refusal } from '../../http/refusal.js';
import { requireReviewStage } from '../review-stage.js';
import type { ReviewCase } from './review-access.js';

/** States of an application in which its reviews are written. */
const UNDER_REVIEW: readonly ApplicationState[] = ['in_review', 'in_reconciliation'];

/** Refuses unless this act can happen to the review now: stage of the call, state of application, assignment and review. */
export function requireAct(found: ReviewCase, act: ReviewAct, reason: string | null = null): void {
  const { review } = found;
  requireReviewStage(review.callState);
  if (!review.assignmentState) throw Refusal.notFound();
  const decision = decideReviewTransition({
    from: review.state,
    act,
    assignmentState: review.assignmentState,
    gaps: 0,
    reason,
  });
  if (!decision.ok) throw refusalOf(decision, review.state);
  if (act !== 'reopen' && !UNDER_REVIEW.includes(review.applicationState)) {
    throw Refusal.conflict('REVIEW.APPLICATION_NOT_UNDER_REVIEW', { number: review.applicationNumber });
  }
}

function refusalOf(refused: Refused, state: ReviewState): Refusal {
  return refused.code === 'REVIEW.REASON_NEEDED'
    ? Refusal.rule(refused.code)
    : Refusal.conflict(refused.code, { state });
}
