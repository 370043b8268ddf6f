import type { SessionState } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AttendanceStatus = 'invited' | 'present' | 'absent' | 'left_room';

@Entity({ schema: 'kuer', name: 'sessions' })
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('text')
  title: string;
  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt: Date | null;
  @Column('text', { nullable: true })
  location: string | null;
  @Column('text', { array: true })
  agenda: string[];
  @Column('text')
  state: SessionState;
  @Column('uuid', { name: 'created_by' })
  createdBy: string;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy: string | null;
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;
  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
  @Column('int')
  version: number;
}

@Entity({ schema: 'kuer', name: 'session_attendance' })
export class AttendanceEntity {
  @PrimaryColumn('uuid', { name: 'session_id' })
  sessionId: string;
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('text')
  status: AttendanceStatus;
  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;
  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
