import type { MotionResult } from '@kuer/contract';
import type {
  Ballot,
  ElectorateStatus,
  Majority,
  MotionKind,
  MotionOutcome,
  MotionState,
  TieRule,
  VoteChoice,
} from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'motions' })
export class MotionEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'session_id' })
  sessionId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('int')
  number: number;
  @Column('text')
  kind: MotionKind;
  @Column('text')
  text: string;
  @Column('uuid', { name: 'bundle_id', nullable: true })
  bundleId: string | null;
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId: string | null;
  @Column('uuid', { name: 'other_application_id', nullable: true })
  otherApplicationId: string | null;
  @Column('text')
  ballot: Ballot;
  @Column('text')
  majority: Majority;
  @Column('text', { name: 'tie_rule' })
  tieRule: TieRule;
  @Column('text')
  state: MotionState;
  @Column('uuid', { name: 'put_by' })
  putBy: string;
  @Column('timestamptz', { name: 'put_at' })
  putAt: Date;
  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy: string | null;
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;
  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
  @Column('text', { nullable: true })
  outcome: MotionOutcome | null;
  @Column('int', { name: 'yes_count', nullable: true })
  yesCount: number | null;
  @Column('int', { name: 'no_count', nullable: true })
  noCount: number | null;
  @Column('int', { name: 'abstain_count', nullable: true })
  abstainCount: number | null;
  @Column('jsonb', { nullable: true })
  result: MotionResult | null;
  @Column('int')
  version: number;
}

@Entity({ schema: 'kuer', name: 'motion_electorate' })
export class ElectorateEntity {
  @PrimaryColumn('uuid', { name: 'motion_id' })
  motionId: string;
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('text')
  status: ElectorateStatus;
}

@Entity({ schema: 'kuer', name: 'votes' })
export class VoteEntity {
  @PrimaryColumn('uuid', { name: 'motion_id' })
  motionId: string;
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('text', { nullable: true })
  choice: VoteChoice | null;
  @Column('timestamptz', { name: 'cast_at' })
  castAt: Date;
}
