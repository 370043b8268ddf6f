import type { CallSettingsDto } from '@kuer/contract';
import type { CallState } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'calls' })
export class CallEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('text')
  title: string;
  @Column('text', { nullable: true })
  round: string | null;
  @Column('text')
  state: CallState;
  @Column('jsonb')
  settings: CallSettingsDto;
  @Column('boolean', { name: 'is_demo' })
  isDemo: boolean;
  @Column('boolean', { name: 'has_generated_data' })
  hasGeneratedData: boolean;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
  @Column('int')
  version: number;
}
