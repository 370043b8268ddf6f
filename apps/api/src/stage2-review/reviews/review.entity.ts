import type { ReviewLabel, ReviewState, ReviewVerdict, ReviewVersionState } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'reviews' })
export class ReviewEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'assignment_id' })
  assignmentId: string;
  @Column('uuid', { name: 'application_id' })
  applicationId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('text')
  label: ReviewLabel;
  @Column('text')
  state: ReviewState;
  @Column('int')
  version: number;
  @Column('int', { name: 'submitted_number', nullable: true })
  submittedNumber: number | null;
  @Column('boolean', { name: 'is_counted' })
  isCounted: boolean;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** One version of a review. A submitted one never changes: an amendment is the next version (I2). */
@Entity({ schema: 'kuer', name: 'review_versions' })
export class ReviewVersionEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'review_id' })
  reviewId: string;
  @Column('uuid', { name: 'application_id' })
  applicationId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('uuid', { name: 'catalogue_id' })
  catalogueId: string;
  @Column('int')
  number: number;
  @Column('text')
  state: ReviewVersionState;
  @Column('text')
  summary: string;
  @Column('text', { nullable: true })
  verdict: ReviewVerdict | null;
  @Column('text', { nullable: true })
  reason: string | null;
  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;
  @Column('boolean', { name: 'is_current' })
  isCurrent: boolean;
  @Column('float8', { nullable: true })
  total: number | null;
  @Column('jsonb', { name: 'group_totals', nullable: true })
  groupTotals: Record<string, number> | null;
  @Column('boolean', { name: 'is_generated' })
  isGenerated: boolean;
}
