import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'accounts' })
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('text')
  email: string;
  @Column('text', { name: 'display_name' })
  displayName: string;
  @Column('boolean', { name: 'is_administrator' })
  isAdministrator: boolean;
  @Column('text', { name: 'municipality_ags', nullable: true })
  municipalityAgs: string | null;
  @Column('text', { nullable: true })
  employer: string | null;
  @Column('text', { name: 'home_state', nullable: true })
  homeState: string | null;
  @Column('text', { array: true })
  expertise: string[];
  @Column('text')
  locale: 'de' | 'en';
  @Column('boolean', { name: 'is_demo' })
  isDemo: boolean;
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
  @Column('int')
  version: number;
}
