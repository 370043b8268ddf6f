import type { Outcome, PortfolioGroup } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'decisions' })
export class DecisionEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('int')
  number: number;
  @Column('uuid', { name: 'supersedes_id', nullable: true })
  supersedesId: string | null;
  @Column('text', { nullable: true })
  reason: string | null;
  @Column('uuid', { name: 'bundle_id' })
  bundleId: string;
  @Column('uuid', { name: 'motion_id' })
  motionId: string;
  @Column('uuid', { name: 'decided_by' })
  decidedBy: string;
  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}

@Entity({ schema: 'kuer', name: 'decision_items' })
export class DecisionItemEntity {
  @PrimaryColumn('uuid', { name: 'decision_id' })
  decisionId: string;
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('text')
  outcome: Outcome;
  @Column('int', { name: 'reserve_rank', nullable: true })
  reserveRank: number | null;
  @Column('text', { name: 'portfolio_group' })
  portfolioGroup: PortfolioGroup;
}
