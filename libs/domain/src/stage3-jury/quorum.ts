import { NUMERIC_TOLERANCE } from '../call/scale.js';
import { type Refused, refused } from '../vocabulary/finding.js';
import type { AttendanceState, ElectorateStatus, MotionState, SessionState } from './jury-states.js';

/** Whether enough members are there. Numbers of persons; the recused are in neither. */
export interface Quorum {
  /** Members of the jury who are not recused: the base. */
  readonly members: number;
  /** Those of them who are present in the room. */
  readonly present: number;
  /** So many must be present. */
  readonly required: number;
  readonly isQuorate: boolean;
}

/** A member of the jury in a session; `isRecused`: in conflict on something the motion concerns. */
export interface JuryMember {
  readonly accountId: string;
  readonly attendance: AttendanceState | null;
  readonly isRecused: boolean;
}

/**
 * Quorum without the recused: more than `share` of the members who are not recused are present (0.5: more than half; 1
 * or more: all of them), and at least `minimum` of them (VwVfG § 90 (1) asks three of a committee; a call's jury sets its
 * own rules, so the default is one). Without a single such member nothing is quorate. Source: I6; VwVfG §§ 20 (4), 90.
 */
export function quorum(members: readonly JuryMember[], share: number, minimum = 1): Quorum {
  const eligible = members.filter(({ isRecused }) => !isRecused);
  const present = eligible.filter(({ attendance }) => attendance === 'present').length;
  const base = eligible.length;
  const required = Math.max(minimum, Math.min(base, Math.floor(share * base + NUMERIC_TOLERANCE) + 1));
  return { members: base, present, required, isQuorate: base > 0 && present >= required };
}

/** A member's standing in a motion, as it is fixed when the motion is opened: recusal counts before presence. */
export function electorateStatus(member: JuryMember): ElectorateStatus {
  if (member.isRecused) return 'recused';
  return member.attendance === 'present' ? 'eligible' : 'absent';
}

/** Recused members who are still in the room; deliberation and vote must wait until they have left (VwVfG § 20 (4)). */
export function recusedInRoom(members: readonly JuryMember[]): string[] {
  return members.filter((one) => one.isRecused && one.attendance === 'present').map(({ accountId }) => accountId);
}

/**
 * Checks whether a motion may be opened: quorate, and no recused member in the room.
 * Refusals: MOTION.RECUSED_IN_ROOM with the number of them, MOTION.NOT_QUORATE.
 */
export function checkMotionOpening(
  members: readonly JuryMember[],
  share: number,
): { readonly ok: true; readonly quorum: Quorum } | Refused {
  const inRoom = recusedInRoom(members);
  if (inRoom.length > 0) return refused('MOTION.RECUSED_IN_ROOM', { accountIds: inRoom, count: inRoom.length });
  const found = quorum(members, share);
  if (!found.isQuorate) {
    const { present, required, members: base } = found;
    return refused('MOTION.NOT_QUORATE', { present, required, members: base });
  }
  return { ok: true, quorum: found };
}

/**
 * Decides whether a member may cast a vote now: open session and motion, eligible since the opening, still present, and
 * without a conflict that was declared since. One vote a member and motion: a vote already cast is refused as well.
 * Refusals: SESSION.NOT_OPEN, MOTION.NOT_OPEN, VOTE.RECUSED, VOTE.NOT_PRESENT, VOTE.NOT_IN_ELECTORATE, VOTE.ALREADY_CAST.
 */
export function decideVote(request: {
  readonly sessionState: SessionState;
  readonly motionState: MotionState;
  readonly status: ElectorateStatus | null;
  readonly attendance: AttendanceState | null;
  readonly hasConflict: boolean;
  readonly hasVoted: boolean;
}): { readonly ok: true } | Refused {
  if (request.sessionState !== 'open') return refused('SESSION.NOT_OPEN', { state: request.sessionState });
  if (request.motionState !== 'open') return refused('MOTION.NOT_OPEN', { state: request.motionState });
  if (request.hasConflict || request.status === 'recused') return refused('VOTE.RECUSED');
  if (request.status !== 'eligible') return refused('VOTE.NOT_IN_ELECTORATE');
  if (request.attendance !== 'present') return refused('VOTE.NOT_PRESENT');
  return request.hasVoted ? refused('VOTE.ALREADY_CAST') : { ok: true };
}
