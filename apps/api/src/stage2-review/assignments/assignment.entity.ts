import type { AssignmentState, ReviewSlot } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who reviews what. The jury never sees this row: it is the only way from a review to a name (I5). */
@Entity({ schema: 'kuer', name: 'assignments' })
export class AssignmentEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('uuid', { name: 'application_id' })
  applicationId: string;
  @Column('smallint')
  slot: ReviewSlot;
  @Column('uuid', { name: 'reviewer_id' })
  reviewerId: string;
  @Column('text')
  state: AssignmentState;
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;
  @Column('uuid', { name: 'assigned_by' })
  assignedBy: string;
  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt: Date;
  @Column('timestamptz', { name: 'responded_at', nullable: true })
  respondedAt: Date | null;
  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason: string | null;
  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
  @Column('text', { name: 'revoke_reason', nullable: true })
  revokeReason: string | null;
  @Column('int')
  version: number;
}
