import { AttachmentResponse, AttachmentsResponse, UploadAttachmentRequest } from '@kuer/contract';
import { Body, Controller, Delete, Get, Header, Param, Post, type StreamableFile, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../auth/permission.js';
import { Answers, AnswersFile, AnswersNothing } from '../../http/answers.js';
import { AcceptsFile } from '../../http/upload.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import type { ReceivedFile } from '../received-file.js';
import { ATTACHMENT_MAX_BYTES, AttachmentsService } from './attachments.service.js';

@ApiTags('attachments')
@Controller()
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Get('applications/:id/attachments')
  @Permission('attachment.read')
  @Answers(AttachmentsResponse)
  list(@Param('id', UuidPipe) id: string): Promise<AttachmentsResponse> {
    return this.attachments.list(id);
  }

  @Post('applications/:id/attachments')
  @Permission('attachment.write')
  @AcceptsFile({ field: 'file', maxBytes: ATTACHMENT_MAX_BYTES, tooLarge: 'ATTACHMENT.TOO_LARGE' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'documentKey'],
      properties: { file: { type: 'string', format: 'binary' }, documentKey: { type: 'string' } },
    },
  })
  @ApiOperation({
    summary: 'Add a document (PDF, at most 25 MB)',
    description: '`documentKey`: which of the documents of the call it is.',
  })
  @Answers(AttachmentResponse, { status: 201 })
  upload(
    @Param('id', UuidPipe) id: string,
    @Body() body: UploadAttachmentRequest,
    @UploadedFile() file: ReceivedFile | undefined,
  ): Promise<AttachmentResponse> {
    return this.attachments.upload(id, body, file);
  }

  @Get('attachments/:id/content')
  @Permission('attachment.read')
  // The bytes are an applicant's: they are downloaded, never shown or run within our own pages.
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Cache-Control', 'private, no-store')
  @AnswersFile('application/pdf')
  content(@Param('id', UuidPipe) id: string): Promise<StreamableFile> {
    return this.attachments.content(id);
  }

  @Delete('attachments/:id')
  @Permission('attachment.write')
  @ApiOperation({ summary: 'Take a document out again, until the formal check is decided; it stays on file' })
  @AnswersNothing()
  remove(@Param('id', UuidPipe) id: string): Promise<void> {
    return this.attachments.remove(id);
  }
}
