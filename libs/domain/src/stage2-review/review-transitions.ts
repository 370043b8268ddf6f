import { type Refused, refused } from '../vocabulary/finding.js';
import type { AssignmentState, ReviewState } from './review-states.js';

/** What can happen to an assignment. */
export const ASSIGNMENT_ACTS = ['accept', 'decline', 'revoke'] as const;
export type AssignmentAct = (typeof ASSIGNMENT_ACTS)[number];

/** The table of an assignment: declining stays possible after acceptance, since a conflict can show late. */
export const ASSIGNMENT_TRANSITIONS: readonly {
  readonly act: AssignmentAct;
  readonly from: readonly AssignmentState[];
  readonly to: AssignmentState;
}[] = [
  { act: 'accept', from: ['assigned'], to: 'accepted' },
  { act: 'decline', from: ['assigned', 'accepted'], to: 'declined' },
  { act: 'revoke', from: ['assigned', 'accepted'], to: 'revoked' },
];

/**
 * Decides an act on an assignment. `reviewState` is null while no review was begun. A submitted review stays counted
 * unless the coordinator revokes its assignment, so it can no longer be declined.
 * Refusals: ASSIGNMENT.TRANSITION_NOT_ALLOWED, ASSIGNMENT.REVIEW_SUBMITTED, ASSIGNMENT.REASON_NEEDED.
 */
export function decideAssignmentTransition(request: {
  readonly from: AssignmentState;
  readonly act: AssignmentAct;
  readonly reviewState: ReviewState | null;
  readonly reason: string | null;
}): { readonly ok: true; readonly to: AssignmentState } | Refused {
  const { from, act, reviewState } = request;
  const row = ASSIGNMENT_TRANSITIONS.find((line) => line.act === act && line.from.includes(from));
  if (!row) return refused('ASSIGNMENT.TRANSITION_NOT_ALLOWED', { from, act });
  if (act === 'decline' && reviewState === 'submitted') return refused('ASSIGNMENT.REVIEW_SUBMITTED');
  if (act !== 'accept' && (request.reason ?? '').trim() === '') return refused('ASSIGNMENT.REASON_NEEDED', { act });
  return { ok: true, to: row.to };
}

/** What can happen to a review. */
export const REVIEW_ACTS = ['edit', 'submit', 'reopen'] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

/** The table of a review; reopening starts a new version and leaves the submitted one as it is (I2). */
export const REVIEW_TRANSITIONS: readonly {
  readonly act: ReviewAct;
  readonly from: ReviewState;
  readonly to: ReviewState;
}[] = [
  { act: 'edit', from: 'in_progress', to: 'in_progress' },
  { act: 'submit', from: 'in_progress', to: 'submitted' },
  { act: 'reopen', from: 'submitted', to: 'in_progress' },
];

/**
 * Decides an act on a review of an assignment. Editing and submitting need an accepted assignment, submitting no gaps
 * (see `reviewGaps`), reopening a reason.
 * Refusals: REVIEW.ALREADY_SUBMITTED, REVIEW.NOT_SUBMITTED, REVIEW.ASSIGNMENT_NOT_ACCEPTED, REVIEW.INCOMPLETE,
 * REVIEW.REASON_NEEDED.
 */
export function decideReviewTransition(request: {
  readonly from: ReviewState;
  readonly act: ReviewAct;
  readonly assignmentState: AssignmentState;
  readonly gaps: number;
  readonly reason: string | null;
}): { readonly ok: true; readonly to: ReviewState } | Refused {
  const { from, act, assignmentState, gaps } = request;
  const row = REVIEW_TRANSITIONS.find((line) => line.act === act && line.from === from);
  if (!row) return refused(act === 'reopen' ? 'REVIEW.NOT_SUBMITTED' : 'REVIEW.ALREADY_SUBMITTED', { act });
  if (assignmentState !== 'accepted') return refused('REVIEW.ASSIGNMENT_NOT_ACCEPTED', { state: assignmentState });
  if (act === 'submit' && gaps > 0) return refused('REVIEW.INCOMPLETE', { gaps });
  if (act === 'reopen' && (request.reason ?? '').trim() === '') return refused('REVIEW.REASON_NEEDED', { act });
  return { ok: true, to: row.to };
}
