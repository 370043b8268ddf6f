import { type Params, type Refused, refused } from '../vocabulary/finding.js';
import { CALL_STATES, type CallState, nextCallState, previousCallState } from './call-states.js';

/** A duty that is open before the next stage. `overridable` is false where no coordinator can go past it. */
export interface MissingDuty {
  readonly code: string;
  readonly params: Params;
  readonly applicationId: string | null;
  readonly applicationNumber: string | null;
  readonly overridable: boolean;
}

/** An override that a coordinator asked for and nobody has confirmed yet. */
export interface PendingOverride {
  readonly to: CallState;
  readonly requestedBy: string;
}

/** What a step of a call is decided on. */
export interface CallTransitionRequest {
  readonly from: CallState;
  readonly to: CallState;
  readonly actorId: string;
  readonly reason: string | null;
  /** The coordinator wants to go on although duties are open, or confirms that of another one. */
  readonly override: boolean;
  readonly pendingOverride: PendingOverride | null;
  /** What `callReadiness` found missing for `to`. */
  readonly missing: readonly MissingDuty[];
  /** The call has an adopted bundle. */
  readonly isDecisionAdopted: boolean;
}

/** `override_requested`: a second coordinator has to confirm. */
export type CallTransitionDecision =
  | { readonly ok: true; readonly kind: 'forward' | 'back' | 'forward_by_override' | 'override_requested' }
  | (Refused & { readonly missing?: readonly MissingDuty[] });

/** Fewest characters of a reason, surrounding blanks not counted. */
export const MIN_REASON_LENGTH = 10;

function hasReason(reason: string | null): boolean {
  return (reason ?? '').trim().length >= MIN_REASON_LENGTH;
}

function decideStepBack(request: CallTransitionRequest): CallTransitionDecision {
  const { from, to } = request;
  if (request.isDecisionAdopted || from === 'decided' || from === 'published') {
    return refused('CALL.STEP_BACK_PAST_DECISION', { from, to });
  }
  if (!hasReason(request.reason)) return refused('CALL.REASON_NEEDED', { minimum: MIN_REASON_LENGTH });
  return { ok: true, kind: 'back' };
}

function decideOverride(request: CallTransitionRequest): CallTransitionDecision {
  const { pendingOverride, to } = request;
  if (!hasReason(request.reason) && pendingOverride?.to !== to) {
    return refused('CALL.REASON_NEEDED', { minimum: MIN_REASON_LENGTH });
  }
  if (pendingOverride?.to !== to) return { ok: true, kind: 'override_requested' };
  if (pendingOverride.requestedBy === request.actorId) return refused('CALL.OVERRIDE_NEEDS_SECOND_PERSON', { to });
  return { ok: true, kind: 'forward_by_override' };
}

/**
 * Decides a step of a call: one stage at a time; forward only without open duties, or by an override that one
 * coordinator asks for with a reason and a second one confirms (I4); back only with a reason and never past an adopted
 * decision. Refusals: CALL.ALREADY_IN_STAGE, CALL.NOT_THE_NEXT_STAGE, CALL.STEP_BACK_PAST_DECISION, CALL.REASON_NEEDED,
 * CALL.NOT_READY (with `missing`), CALL.NOT_OVERRIDABLE (with those duties), CALL.OVERRIDE_NEEDS_SECOND_PERSON.
 */
export function decideCallTransition(request: CallTransitionRequest): CallTransitionDecision {
  const { from, to, missing } = request;
  if (from === to) return refused('CALL.ALREADY_IN_STAGE', { state: from });
  if (to === previousCallState(from)) return decideStepBack(request);
  if (to !== nextCallState(from)) {
    const isBack = CALL_STATES.indexOf(to) < CALL_STATES.indexOf(from);
    if (isBack && (request.isDecisionAdopted || from === 'decided' || from === 'published')) {
      return refused('CALL.STEP_BACK_PAST_DECISION', { from, to });
    }
    return refused('CALL.NOT_THE_NEXT_STAGE', {
      from,
      to,
      next: nextCallState(from),
      previous: previousCallState(from),
    });
  }
  if (missing.length === 0) return { ok: true, kind: 'forward' };
  if (!request.override) return { ...refused('CALL.NOT_READY', { to, count: missing.length }), missing };
  const unavoidable = missing.filter((duty) => !duty.overridable);
  if (unavoidable.length > 0) {
    return { ...refused('CALL.NOT_OVERRIDABLE', { to, count: unavoidable.length }), missing: unavoidable };
  }
  return decideOverride(request);
}
