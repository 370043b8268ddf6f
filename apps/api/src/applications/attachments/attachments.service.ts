import type { AttachmentResponse, AttachmentsResponse, UploadAttachmentRequest } from '@kuer/contract';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { ReceivedFile } from '../received-file.js';

export const ATTACHMENT_MAX_BYTES = 25 * 1024 * 1024;

@Injectable()
export class AttachmentsService {
  async list(_applicationId: string): Promise<AttachmentsResponse> {
    throw new Error('Follows with the next commit');
  }

  async upload(
    _applicationId: string,
    _body: UploadAttachmentRequest,
    _file: ReceivedFile | undefined,
  ): Promise<AttachmentResponse> {
    throw new Error('Follows with the next commit');
  }

  async content(_id: string): Promise<StreamableFile> {
    throw new Error('Follows with the next commit');
  }

  async remove(_id: string): Promise<void> {
    throw new Error('Follows with the next commit');
  }
}
