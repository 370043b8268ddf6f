import type { ApplicationState, FederalState, PartyRole, Phase, PortfolioGroup, SizeClass } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an application exists, and how far it is. Nothing of its content: that is another row, with other readers. */
@Entity({ schema: 'kuer', name: 'applications' })
export class ApplicationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text') number: string;
  @Column('text') state: ApplicationState;
  @Column('int') version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

@Entity({ schema: 'kuer', name: 'application_contents' })
export class ApplicationContentEntity {
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) motto: string | null;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('text', { name: 'cooperation_text', nullable: true }) cooperationText: string | null;
  @Column('text', { name: 'lead_name' }) leadName: string;
  @Column('text', { name: 'lead_ags' }) leadAgs: string;
  @Column('text', { name: 'federal_states', array: true }) federalStates: FederalState[];
  @Column('text', { name: 'size_class' }) sizeClass: SizeClass;
  @Column('text', { name: 'portfolio_group' }) portfolioGroup: PortfolioGroup;
  @Column('text', { nullable: true }) phase: Phase | null;
  /** EUR; Postgres hands a numeric over as a string, so that no cent is lost. */
  @Column('numeric', { name: 'funding_requested', precision: 14, scale: 2, nullable: true }) fundingRequested:
    | string
    | null;
  @Column('int', { nullable: true }) population: number | null;
  @Column('text', { array: true }) themes: string[];
  @Column('text', { name: 'contact_name', nullable: true }) contactName: string | null;
  @Column('text', { name: 'contact_email', nullable: true }) contactEmail: string | null;
  @Column('date', { name: 'received_on', nullable: true }) receivedOn: string | null;
  @Column('text', { name: 'overview_heading', nullable: true }) overviewHeading: string | null;
  @Column('text', { name: 'overview_partners', array: true, nullable: true }) overviewPartners: string[] | null;
  @Column('boolean', { name: 'is_generated' }) isGenerated: boolean;
  @Column('text', { name: 'generated_fields', array: true }) generatedFields: string[];
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { name: 'withdrawn_by', nullable: true }) withdrawnBy: string | null;
  @Column('text', { name: 'withdrawal_reason', nullable: true }) withdrawalReason: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

@Entity({ schema: 'kuer', name: 'application_parties' })
export class ApplicationPartyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text') role: PartyRole;
  @Column('int') position: number;
  @Column('text') name: string;
  @Column('text', { nullable: true }) ags: string | null;
  @Column('text', { nullable: true }) kind: string | null;
  @Column('text', { name: 'federal_state', nullable: true }) federalState: FederalState | null;
  @Column('boolean', { name: 'is_active' }) isActive: boolean;
}
