/** States of an assignment: the reviewer accepts or declines it; the coordinator may revoke it. */
export const ASSIGNMENT_STATES = ['assigned', 'accepted', 'declined', 'revoked'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** True while the assignment takes up a slot of its application. */
export function isActiveAssignment(state: AssignmentState): boolean {
  return state === 'assigned' || state === 'accepted';
}

/** States of a review; a reopened one is in progress again, as a new version. */
export const REVIEW_STATES = ['in_progress', 'submitted'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** States of one version of a review. A submitted version never changes. */
export const REVIEW_VERSION_STATES = ['draft', 'submitted'] as const;
export type ReviewVersionState = (typeof REVIEW_VERSION_STATES)[number];

/** Under these letters the jury reads reviews; C is a third review. */
export const REVIEW_LABELS = ['A', 'B', 'C'] as const;
export type ReviewLabel = (typeof REVIEW_LABELS)[number];

/** Slots of an application; the third exists only where a third review was ordered. */
export const REVIEW_SLOTS = [1, 2, 3] as const;
export type ReviewSlot = (typeof REVIEW_SLOTS)[number];

/** A reviewer's own word on whether the application is eligible in principle (grundsätzlich förderwürdig). */
export const REVIEW_VERDICTS = ['eligible', 'not_eligible'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** How a reconciliation ends: reviewers amended, both stand by their reviews, or a third review was ordered. */
export const RECONCILIATION_OUTCOMES = ['amended', 'upheld', 'third_review'] as const;
export type ReconciliationOutcome = (typeof RECONCILIATION_OUTCOMES)[number];
