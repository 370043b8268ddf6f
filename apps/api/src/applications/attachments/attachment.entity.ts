import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'kuer', name: 'attachments' })
export class AttachmentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'document_key' }) documentKey: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text', { name: 'media_type' }) mediaType: string;
  /** Bytes. */
  @Column('int') size: number;
  @Column('text') sha256: string;
  @Column('uuid', { name: 'uploaded_by' }) uploadedBy: string;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt: Date;
  @Column('uuid', { name: 'removed_by', nullable: true }) removedBy: string | null;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
