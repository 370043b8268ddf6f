import type { ConflictGround, ConflictSource, ConflictState } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'conflicts' })
export class ConflictEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') ground: ConflictGround;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') source: ConflictSource;
  @Column('text') state: ConflictState;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'lifted_by', nullable: true }) liftedBy: string | null;
  @Column('timestamptz', { name: 'lifted_at', nullable: true }) liftedAt: Date | null;
  @Column('text', { name: 'lift_reason', nullable: true }) liftReason: string | null;
}

/** The answer to the conflict question, once per person and application. */
@Entity({ schema: 'kuer', name: 'conflict_statements' })
export class ConflictStatementEntity {
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: string;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('boolean', { name: 'has_conflict' }) hasConflict: boolean;
  @Column('timestamptz', { name: 'stated_at' }) statedAt: Date;
}
