import { ACCOUNT_RULES } from './account.js';
import type { ActionRule } from './action-rule.js';
import type { Action } from './actions.js';
import { APPLICATION_RULES } from './application.js';
import { ASSIGNMENT_RULES } from './assignment.js';
import { BUNDLE_RULES } from './bundle.js';
import { CALL_RULES } from './call.js';
import { CONFLICT_RULES } from './conflict.js';
import { DECISION_RULES } from './decision.js';
import { FORMAL_CHECK_RULES } from './formal-check.js';
import { REVIEW_RULES } from './review.js';
import { SESSION_RULES } from './session.js';

/**
 * Who may do what, as data: one line an action. Complete by type; a cell that is absent is a refusal.
 * Source: the access matrix of the procedure (docs); I1, I3, I5, I6 and I9 of its invariants.
 */
export const ACCESS_MATRIX: Readonly<Record<Action, ActionRule>> = {
  ...ACCOUNT_RULES,
  ...CALL_RULES,
  ...APPLICATION_RULES,
  ...FORMAL_CHECK_RULES,
  ...CONFLICT_RULES,
  ...ASSIGNMENT_RULES,
  ...REVIEW_RULES,
  ...SESSION_RULES,
  ...BUNDLE_RULES,
  ...DECISION_RULES,
};
