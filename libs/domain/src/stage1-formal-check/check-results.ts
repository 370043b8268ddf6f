/** What an examiner can record for a check item. An item without a record is open. */
export const CHECK_RESULTS = ['passed', 'failed', 'not_applicable'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** What the formal check can end with. */
export const FORMAL_CHECK_OUTCOMES = ['accepted', 'rejected'] as const;
export type FormalCheckOutcome = (typeof FORMAL_CHECK_OUTCOMES)[number];
