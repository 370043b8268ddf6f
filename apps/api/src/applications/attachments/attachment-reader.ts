import { AttachmentResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { AttachmentEntity } from './attachment.entity.js';

/** The documents of an application, without their bytes. Who may see them is decided by whoever asks. */
@Injectable()
export class AttachmentReader {
  constructor(private readonly uow: UnitOfWork) {}

  async of(applicationId: string): Promise<AttachmentResponse[]> {
    const found = await this.uow.manager.find(AttachmentEntity, {
      where: { applicationId, removedAt: IsNull() },
      order: { uploadedAt: 'ASC', id: 'ASC' },
    });
    return found.map(toAttachmentResponse);
  }
}

export function toAttachmentResponse(attachment: AttachmentEntity): AttachmentResponse {
  return Object.assign(new AttachmentResponse(), {
    id: attachment.id,
    documentKey: attachment.documentKey,
    fileName: attachment.fileName,
    mediaType: attachment.mediaType,
    size: attachment.size,
    sha256: attachment.sha256,
    uploadedAt: attachment.uploadedAt.toISOString(),
  });
}
