import { BALLOTS, MAJORITIES, MOTION_OUTCOMES, MOTION_STATES, SESSION_STATES, VOTE_CHOICES } from '@kuer/domain';
import { Flag, Id, Many, One, OneOf, Text, Texts, Time, Whole } from '../fields.js';
import { PersonRef } from '../lists.js';

/** As the domain has them, and `invited` before the session has recorded anything. */
export const ATTENDANCE_STATUSES = ['invited', 'present', 'absent', 'left_room'] as const;
export const MOTION_KINDS = [
  'take_in',
  'leave_out',
  'prefer',
  'change_corridor',
  'adopt_bundle',
  'order_reserve',
  'other',
] as const;

export class CreateSessionRequest {
  @Text({ max: 300 })
  title: string;
  @Time({ optional: true, nullable: true })
  startsAt?: string | null;
  @Text({ max: 300, min: 0, optional: true, nullable: true })
  location?: string | null;
  @Texts({ max: 500, maxItems: 200, optional: true })
  agenda?: string[];
}

export class QuorumDto {
  @Whole({ description: 'Members of the jury who are not recused.' })
  members: number;
  @Whole()
  present: number;
  @Whole({ description: 'So many must be present.' })
  required: number;
  @Flag()
  isQuorate: boolean;
}

export class AttendanceEntry {
  @Id()
  accountId: string;
  @Text({ max: 200 })
  name: string;
  @Flag()
  isChair: boolean;
  @OneOf(ATTENDANCE_STATUSES, { name: 'AttendanceState' })
  status: string;
}

export class SessionResponse {
  @Id()
  id: string;
  @Id()
  callId: string;
  @Text({ max: 300 })
  title: string;
  @OneOf(SESSION_STATES, { name: 'SessionState' })
  state: (typeof SESSION_STATES)[number];
  @Time({ nullable: true })
  startsAt: string | null;
  @Text({ max: 300, nullable: true })
  location: string | null;
  @Texts({ max: 500 })
  agenda: string[];
  @Many(() => AttendanceEntry)
  attendance: AttendanceEntry[];
  @One(() => QuorumDto)
  quorum: QuorumDto;
  @Time({ nullable: true })
  openedAt: string | null;
  @Time({ nullable: true })
  closedAt: string | null;
  @Whole()
  version: number;
  @Texts({ max: 60 })
  abilities: string[];
}
export class SessionsResponse {
  @Many(() => SessionResponse)
  items: SessionResponse[];
}

export class AttendanceInput {
  @Id()
  accountId: string;
  @OneOf(['present', 'absent', 'left_room'], { name: 'AttendanceInputState' })
  status: 'present' | 'absent' | 'left_room';
}
export class PutAttendanceRequest {
  @Many(() => AttendanceInput, { min: 1, max: 200 })
  attendance: AttendanceInput[];
}

export class PutMotionRequest {
  @OneOf(MOTION_KINDS, { name: 'MotionKind' })
  kind: (typeof MOTION_KINDS)[number];
  @Text({ max: 2000, min: 3, description: 'The motion in words, as it is put to the vote.' })
  text: string;
  @Id({ optional: true, nullable: true })
  applicationId?: string | null;
  @Id({ optional: true, nullable: true, description: 'With prefer: the application that is to stand back.' })
  otherApplicationId?: string | null;
  @Id({
    optional: true,
    nullable: true,
    description: 'With adopt_bundle, take_in and leave_out: the bundle it is about.',
  })
  bundleId?: string | null;
  @OneOf(MAJORITIES, { name: 'Majority', optional: true, description: 'Left out: as the call says.' })
  majority?: 'simple' | 'two_thirds';
  @OneOf(BALLOTS, { name: 'Ballot', optional: true, description: 'Left out: as the call says.' })
  ballot?: 'open' | 'secret';
}

export class CloseMotionRequest {
  @OneOf(['adopted', 'rejected'], {
    name: 'ChairDecision',
    optional: true,
    description: 'Only where the votes are equal and the call lets the chair decide.',
  })
  chairDecision?: 'adopted' | 'rejected';
}

export class PutVoteRequest {
  @OneOf(VOTE_CHOICES, { name: 'VoteChoice' })
  choice: (typeof VOTE_CHOICES)[number];
}

export class MotionResult {
  @Whole()
  yes: number;
  @Whole()
  no: number;
  @Whole()
  abstain: number;
  @Whole({ description: 'Present and not recused when the vote was opened.' })
  eligible: number;
  @One(() => QuorumDto)
  quorum: QuorumDto;
  @OneOf(MOTION_OUTCOMES, { name: 'MotionOutcome' })
  outcome: 'adopted' | 'rejected' | 'not_quorate';
  @Flag({ description: 'The votes were equal; the rule of the call decided.' })
  wasTied: boolean;
}

export class NamedVote {
  @One(() => PersonRef)
  member: PersonRef;
  @OneOf(VOTE_CHOICES, { name: 'VoteChoice' })
  choice: string;
}

export class MotionResponse {
  @Id()
  id: string;
  @Id()
  sessionId: string;
  @Whole()
  number: number;
  @OneOf(MOTION_KINDS, { name: 'MotionKind' })
  kind: string;
  @Text({ max: 2000, nullable: true, description: 'Null for a member who is recused from it.' })
  text: string | null;
  @Id({ nullable: true })
  applicationId: string | null;
  @Text({ max: 20, nullable: true })
  applicationNumber: string | null;
  @Id({ nullable: true })
  otherApplicationId: string | null;
  @Id({ nullable: true })
  bundleId: string | null;
  @OneOf(MAJORITIES, { name: 'Majority' })
  majority: string;
  @OneOf(BALLOTS, { name: 'Ballot' })
  ballot: string;
  @OneOf(MOTION_STATES, { name: 'MotionState' })
  state: (typeof MOTION_STATES)[number];
  @Text({ max: 200 })
  putBy: string;
  @Time({ nullable: true })
  openedAt: string | null;
  @Time({ nullable: true })
  closedAt: string | null;
  @Many(() => PersonRef, { description: 'Members who have left the room for this motion.' })
  recused: PersonRef[];
  @Whole()
  eligible: number;
  @Whole({ description: 'Votes cast so far.' })
  votesCast: number;
  @Flag({ description: 'The caller may vote on it now.' })
  canVote: boolean;
  @Flag()
  hasVoted: boolean;
  @OneOf(VOTE_CHOICES, { name: 'VoteChoice', nullable: true, description: 'Own vote of an open ballot.' })
  myChoice: string | null;
  @One(() => MotionResult, { nullable: true })
  result: MotionResult | null;
  @Many(() => NamedVote, { nullable: true, description: 'Open ballot, after closing.' })
  votes: NamedVote[] | null;
  @Texts({ max: 60 })
  abilities: string[];
}
export class MotionsResponse {
  @Many(() => MotionResponse)
  items: MotionResponse[];
}
