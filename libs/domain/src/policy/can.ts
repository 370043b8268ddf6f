import type { Role } from '../vocabulary/roles.js';
import { ACCESS_MATRIX } from './access-matrix.js';
import type { ActionRule, Grant } from './action-rule.js';
import type { Action } from './actions.js';
import type { Actor, Facts, PolicyDecision } from './actor.js';
import { CONDITIONS, type ConditionName } from './conditions.js';

/** What a person is told who knows the thing and meets a condition that does not hold. */
const CONDITION_CODES: Readonly<Record<ConditionName, string>> = {
  own: 'POLICY.NOT_OWN',
  self: 'POLICY.NOT_OWN',
  assigned: 'POLICY.NOT_ASSIGNED',
  shared: 'POLICY.NOT_OWN',
  present: 'POLICY.NOT_PRESENT',
  submitted: 'POLICY.REVIEW_NOT_SUBMITTED',
  reconciliationOpen: 'POLICY.NO_RECONCILIATION',
  callInDraft: 'POLICY.CALL_NOT_IN_DRAFT',
  fromReviewStage: 'POLICY.BEFORE_REVIEW_STAGE',
  fromJuryStage: 'POLICY.BEFORE_JURY_STAGE',
  reviewsComplete: 'POLICY.REVIEWS_INCOMPLETE',
  formalCheckUndecided: 'POLICY.FORMAL_CHECK_DECIDED',
  applicationUnfinished: 'POLICY.APPLICATION_FINISHED',
  noCallExists: 'POLICY.ROLE',
};

/** All codes a refusal of `can` may carry; each needs its words in both languages. */
export const POLICY_CODES: readonly string[] = [
  ...new Set([...Object.values(CONDITION_CODES), 'POLICY.ROLE', 'POLICY.CONFLICT', 'POLICY.HIDDEN']),
].sort();

function failingCondition(grant: Grant, facts: Facts): ConditionName | null {
  if (grant === 'yes') return null;
  let first: ConditionName | null = null;
  for (const alternative of grant) {
    const failing = alternative.find((name) => !CONDITIONS[name](facts));
    if (failing === undefined) return null;
    first ??= failing;
  }
  return first ?? 'own';
}

/** Whether a role of the actor grants the action, conflicts left aside; otherwise why not. */
function decideByRole(rule: ActionRule, actor: Actor, facts: Facts): { granted: boolean; code: string } {
  let code = 'POLICY.ROLE';
  for (const role of actor.roles) {
    const grant = rule.grants[role];
    if (grant === undefined) continue;
    const failing = failingCondition(grant, facts);
    if (failing === null) return { granted: true, code };
    if (code === 'POLICY.ROLE') code = CONDITION_CODES[failing];
  }
  return { granted: false, code };
}

function isConflictDue(rule: ActionRule, facts: Facts): boolean {
  return (
    rule.conflict === 'required' || (rule.conflict === 'requiredOnceExisting' && facts.applicationState !== undefined)
  );
}

function isKnown(rule: ActionRule, actor: Actor, facts: Facts): boolean {
  if (rule.refusal === 'hidden') return false;
  if (rule.refusal === 'forbidden') return true;
  const { knownBy, knownByWhileNew } = rule.refusal;
  const sources = facts.applicationState === undefined ? (knownByWhileNew ?? knownBy) : knownBy;
  // A recused person knows that the application exists, so a conflict does not count here.
  return sources.some((action) => decideByRole(ACCESS_MATRIX[action], actor, facts).granted);
}

/**
 * Decides whether the actor may do this now. A conflict beats every role (I3). Closed by default: no role, no grant, or
 * an absent fact is a refusal, `hidden` for those who may not know of the thing and `forbidden` for those who do.
 *
 * Throws an Error where the action concerns one application, would be allowed, and nobody said whether the person has
 * a conflict: a permission that passes because a check was forgotten is worse than a failing request.
 */
export function can(actor: Actor, action: Action, facts: Facts = {}): PolicyDecision {
  const rule = ACCESS_MATRIX[action];
  const byRole = decideByRole(rule, actor, facts);
  if (!byRole.granted) {
    return isKnown(rule, actor, facts)
      ? { allowed: false, because: 'forbidden', code: byRole.code }
      : { allowed: false, because: 'hidden', code: 'POLICY.HIDDEN' };
  }
  if (rule.conflict === 'exempt') return { allowed: true };
  if (facts.hasConflict === true) return { allowed: false, because: 'forbidden', code: 'POLICY.CONFLICT' };
  if (facts.hasConflict === undefined && isConflictDue(rule, facts)) {
    throw new Error(`The fact hasConflict is missing: "${action}" concerns one application and must know it.`);
  }
  return { allowed: true };
}

/** Whether any of the roles could ever do this, whatever the facts: for navigation, never for a decision. */
export function couldEver(roles: readonly Role[], action: Action): boolean {
  return roles.some((role) => ACCESS_MATRIX[action].grants[role] !== undefined);
}

/** Those of the actions the actor may do now; what an answer carries as abilities. */
export function abilitiesOf(actor: Actor, actions: readonly Action[], facts: Facts = {}): Action[] {
  return actions.filter((action) => can(actor, action, facts).allowed);
}
