import type { ApplicationState } from '../application/application-states.js';
import type { CallState } from '../call/call-states.js';
import type { ReviewState } from '../stage2-review/review-states.js';
import type { Role } from '../vocabulary/roles.js';

/** Who asks: the account and its roles in the call in question, read live, never from a token. */
export interface Actor {
  readonly accountId: string;
  readonly roles: readonly Role[];
}

/**
 * What is known about the thing asked for. Every fact is optional; one that a rule needs and that is absent counts
 * against the person. The exception is `hasConflict`: where an action concerns one application's content and would
 * otherwise be allowed, its absence is a mistake of the program and throws (see `can`).
 */
export interface Facts {
  readonly callState?: CallState | undefined;
  /** An active conflict of the person on the application concerned. */
  readonly hasConflict?: boolean | undefined;
  /** The thing is the person's own: their review, their assignment, their bundle, a conflict of theirs. */
  readonly isOwn?: boolean | undefined;
  /** The person has an active assignment (assigned or accepted) on the application. */
  readonly isAssigned?: boolean | undefined;
  /** State of the application; absent where it does not exist yet (creation, import). */
  readonly applicationState?: ApplicationState | undefined;
  /** State of what is asked for: `submitted` for a submitted version, also while a newer one is in progress. */
  readonly reviewState?: ReviewState | undefined;
  /** All counted reviews of the application are submitted. */
  readonly reviewComplete?: boolean | undefined;
  /** A reconciliation of the application is open. */
  readonly reconciliationOpen?: boolean | undefined;
  /** The member is recorded as present, in the room. */
  readonly present?: boolean | undefined;
  /** The bundle is shared with the jury. */
  readonly isShared?: boolean | undefined;
  /** The account asked for is the person's own. */
  readonly isSelf?: boolean | undefined;
  /** There is no call in the installation yet. */
  readonly noCallExists?: boolean | undefined;
}

/** `hidden`: the person may not know that the thing exists (404). `forbidden`: known, but not theirs to do (403). */
export type PolicyDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: 'hidden' | 'forbidden'; readonly code: string };
