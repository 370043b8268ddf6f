import type { CallState } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'override_requests' })
export class OverrideRequestEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('text', { name: 'from_state' })
  fromState: CallState;
  @Column('text', { name: 'to_state' })
  toState: CallState;
  @Column('text')
  reason: string;
  @Column('jsonb')
  missing: unknown;
  @Column('uuid', { name: 'requested_by' })
  requestedBy: string;
  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;
  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
