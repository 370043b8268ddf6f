import type { CheckResult, FormalCheckOutcome } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an examiner found on one item. An item that nobody examined has no row. */
@Entity({ schema: 'kuer', name: 'formal_check_items' })
export class FormalCheckItemEntity {
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: string;
  @PrimaryColumn('text', { name: 'item_key' }) itemKey: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text') result: CheckResult;
  @Column('text', { nullable: true }) comment: string | null;
  @Column('uuid', { name: 'examined_by' }) examinedBy: string;
  @Column('timestamptz', { name: 'examined_at' }) examinedAt: Date;
  @Column('int') version: number;
}

/** What one examiner decided. A rejection counts once a second examiner's row confirms it (I4). */
@Entity({ schema: 'kuer', name: 'formal_check_decisions' })
export class FormalCheckDecisionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text') outcome: FormalCheckOutcome;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
  @Column('uuid', { name: 'confirms_id', nullable: true }) confirmsId: string | null;
}

@Entity({ schema: 'kuer', name: 'supplement_requests' })
export class SupplementRequestEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('text', { name: 'document_keys', array: true }) documentKeys: string[];
  @Column('text') message: string;
  @Column('uuid', { name: 'sent_by' }) sentBy: string;
  @Column('timestamptz', { name: 'sent_at' }) sentAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
}
