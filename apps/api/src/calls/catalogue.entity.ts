import type { CatalogueContent } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'catalogue_versions' })
export class CatalogueVersionEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('int')
  number: number;
  @Column('jsonb')
  content: CatalogueContent;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('uuid', { name: 'frozen_by', nullable: true })
  frozenBy: string | null;
  @Column('timestamptz', { name: 'frozen_at', nullable: true })
  frozenAt: Date | null;
  @Column('int')
  version: number;
}

/** A criterion of the catalogue as a row: what scores refer to. */
@Entity({ schema: 'kuer', name: 'catalogue_criteria' })
export class CatalogueCriterionEntity {
  @PrimaryColumn('uuid', { name: 'catalogue_id' })
  catalogueId: string;
  @PrimaryColumn('text')
  code: string;
  @Column('text', { name: 'group_code' })
  groupCode: string;
  @Column('numeric', { precision: 9, scale: 4 })
  weight: number;
  @Column('numeric', { name: 'scale_max', precision: 7, scale: 3 })
  scaleMax: number;
  @Column('numeric', { name: 'scale_step', precision: 7, scale: 3 })
  scaleStep: number;
  @Column('int')
  position: number;
}
