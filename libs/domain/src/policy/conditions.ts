import type { ApplicationState } from '../application/application-states.js';
import { type CallState, isCallStateFrom } from '../call/call-states.js';
import type { Facts } from './actor.js';

const UNDECIDED_IN_FORMAL_CHECK: readonly ApplicationState[] = ['received', 'in_formal_check', 'supplement_requested'];
const FINISHED: readonly ApplicationState[] = ['formally_rejected', 'selected', 'reserve', 'not_selected', 'withdrawn'];

function isFrom(facts: Facts, stage: CallState): boolean {
  return facts.callState !== undefined && isCallStateFrom(facts.callState, stage);
}

/**
 * The conditions the access matrix speaks of ("own", "once assigned", "from the jury stage"). Each is closed: a fact
 * that is absent makes it false, but for `formalCheckUndecided` and `applicationUnfinished`, which hold for an
 * application that does not exist yet, and `reviewsComplete`, which is stated only where one application is asked for.
 */
export const CONDITIONS = {
  own: (facts) => facts.isOwn === true,
  self: (facts) => facts.isSelf === true || facts.isOwn === true,
  assigned: (facts) => facts.isAssigned === true,
  shared: (facts) => facts.isShared === true,
  present: (facts) => facts.present === true,
  submitted: (facts) => facts.reviewState === 'submitted',
  reconciliationOpen: (facts) => facts.reconciliationOpen === true,
  callInDraft: (facts) => facts.callState === 'draft',
  fromReviewStage: (facts) => isFrom(facts, 'review'),
  fromJuryStage: (facts) => isFrom(facts, 'jury'),
  reviewsComplete: (facts) => facts.reviewComplete !== false,
  formalCheckUndecided: (facts) =>
    facts.applicationState === undefined || UNDECIDED_IN_FORMAL_CHECK.includes(facts.applicationState),
  applicationUnfinished: (facts) => facts.applicationState === undefined || !FINISHED.includes(facts.applicationState),
  noCallExists: (facts) => facts.noCallExists === true,
} as const satisfies Readonly<Record<string, (facts: Facts) => boolean>>;

/** The name of a condition of the matrix. */
export type ConditionName = keyof typeof CONDITIONS;
