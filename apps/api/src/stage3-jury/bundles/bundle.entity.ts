import type { BundleState } from '@kuer/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'bundles' })
export class BundleEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('text')
  name: string;
  @Column('text')
  state: BundleState;
  @Column('uuid', { name: 'owner_id' })
  ownerId: string;
  @Column('boolean', { name: 'is_shared' })
  isShared: boolean;
  @Column('uuid', { name: 'copied_from_id', nullable: true })
  copiedFromId: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
  @Column('timestamptz', { name: 'adopted_at', nullable: true })
  adoptedAt: Date | null;
  @Column('uuid', { name: 'adopted_by', nullable: true })
  adoptedBy: string | null;
  @Column('int')
  version: number;
}

@Entity({ schema: 'kuer', name: 'bundle_items' })
export class BundleItemEntity {
  @PrimaryColumn('uuid', { name: 'bundle_id' })
  bundleId: string;
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('uuid', { name: 'added_by' })
  addedBy: string;
  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
  @Column('text', { nullable: true })
  reason: string | null;
}

@Entity({ schema: 'kuer', name: 'bundle_justifications' })
export class BundleJustificationEntity {
  @PrimaryColumn('uuid', { name: 'bundle_id' })
  bundleId: string;
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('text')
  reason: string;
  @Column('uuid', { name: 'written_by' })
  writtenBy: string;
  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;
  @Column('int')
  version: number;
}
