import type { Ballot } from '../call/jury-rules.js';
import type { MotionState } from '../stage3-jury/jury-states.js';
import type { Actor } from './actor.js';

/** What a person sees of the votes on a motion. */
export type VoteVisibility = 'nothing' | 'result' | 'by_name';

/**
 * What the actor sees of a motion's votes: nothing while it is open (only how many were cast), the result after
 * closing; by name only in an open ballot and only for jury and auditors. Source: access matrix, "vote · read"; I6.
 */
export function voteVisibility(actor: Actor, motion: { ballot: Ballot; state: MotionState }): VoteVisibility {
  const isReader = actor.roles.some((role) => ['coordinator', 'juror', 'chair', 'auditor'].includes(role));
  if (!isReader || motion.state !== 'closed') return 'nothing';
  if (motion.ballot === 'secret') return 'result';
  return actor.roles.some((role) => ['juror', 'chair', 'auditor'].includes(role)) ? 'by_name' : 'result';
}
