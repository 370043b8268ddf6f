/** States of a jury session. */
export const SESSION_STATES = ['planned', 'open', 'closed'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** Where a member is during a session; `left_room`: outside for the items the member is recused from (VwVfG § 20 (4)). */
export const ATTENDANCE_STATES = ['present', 'absent', 'left_room'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

/** States of a motion: put, open for votes, closed once and for all. */
export const MOTION_STATES = ['put', 'open', 'closed'] as const;
export type MotionState = (typeof MOTION_STATES)[number];

/** What a motion asks for. */
export const MOTION_KINDS = [
  'take_in',
  'leave_out',
  'prefer',
  'change_corridor',
  'adopt_bundle',
  'order_reserve',
  'other',
] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

/** What a member can vote; an abstention counts for the quorum only. */
export const VOTE_CHOICES = ['yes', 'no', 'abstain'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

/** What closing a motion yields; `not_quorate`: the vote does not count and the matter stays undecided. */
export const MOTION_OUTCOMES = ['adopted', 'rejected', 'not_quorate'] as const;
export type MotionOutcome = (typeof MOTION_OUTCOMES)[number];

/** A member's standing in one motion, fixed when it is opened. */
export const ELECTORATE_STATUSES = ['eligible', 'recused', 'absent'] as const;
export type ElectorateStatus = (typeof ELECTORATE_STATUSES)[number];

/** States of a bundle; one bundle of a call can be adopted. */
export const BUNDLE_STATES = ['draft', 'frozen', 'adopted'] as const;
export type BundleState = (typeof BUNDLE_STATES)[number];

/** Where a number stands against its corridor; `free`: there is no corridor. */
export const CORRIDOR_STATES = ['below', 'within', 'above', 'free'] as const;
export type CorridorState = (typeof CORRIDOR_STATES)[number];
