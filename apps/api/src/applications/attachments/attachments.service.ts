import { createHash } from 'node:crypto';
import { AttachmentResponse, AttachmentsResponse, UploadAttachmentRequest } from '@kuer/contract';
import { Injectable, StreamableFile } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { ApplicationAccess, type ApplicationCase } from '../application-access.js';
import { fileNameOf, type ReceivedFile } from '../received-file.js';
import { AttachmentEntity } from './attachment.entity.js';
import { AttachmentReader, toAttachmentResponse } from './attachment-reader.js';
import { type PdfRefusal, sniffPdf } from './sniff-pdf.js';

export const ATTACHMENT_MAX_BYTES = 25 * 1024 * 1024;
/** Of one application; more than that is a mistake of a script, not a document. */
const ATTACHMENTS_MAX = 100;
const PDF = 'application/pdf';

const REFUSALS: Readonly<Record<PdfRefusal, string>> = {
  empty: 'ATTACHMENT.EMPTY',
  not_a_pdf: 'ATTACHMENT.NOT_A_PDF',
  truncated: 'ATTACHMENT.TRUNCATED',
  ambiguous: 'ATTACHMENT.AMBIGUOUS',
  active_content: 'ATTACHMENT.ACTIVE_CONTENT',
  encrypted: 'ATTACHMENT.ENCRYPTED',
};

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationAccess,
    private readonly reader: AttachmentReader,
  ) {}

  async list(applicationId: string): Promise<AttachmentsResponse> {
    await this.applications.openFor('attachment.read', applicationId);
    return Object.assign(new AttachmentsResponse(), { items: await this.reader.of(applicationId) });
  }

  async upload(
    applicationId: string,
    body: UploadAttachmentRequest,
    file: ReceivedFile | undefined,
  ): Promise<AttachmentResponse> {
    const found = await this.applications.lockFor('attachment.write', applicationId);
    if (!file) throw Refusal.invalid([{ path: 'file', code: 'FIELD.REQUIRED' }]);
    requireDocumentOfCall(found, body.documentKey);
    const fileName = fileNameOf(file);
    requirePdf(file.buffer, fileName);
    const sha256 = createHash('sha256').update(file.buffer).digest('hex');
    await this.requireNew(applicationId, body.documentKey, sha256);
    const attachment = this.uow.manager.create(AttachmentEntity, {
      id: newId(),
      applicationId,
      callId: found.callId,
      documentKey: body.documentKey,
      fileName,
      mediaType: PDF,
      size: file.buffer.length,
      sha256,
      uploadedBy: this.uow.accountId,
      uploadedAt: this.uow.now,
    });
    await this.uow.manager.insert(AttachmentEntity, attachment);
    await this.uow.execute(`INSERT INTO kuer.attachment_contents (attachment_id, bytes) VALUES ($1, $2)`, [
      attachment.id,
      file.buffer,
    ]);
    await this.trail.append({
      callId: found.callId,
      applicationId,
      type: 'ATTACHMENT_ADDED',
      payload: {
        attachmentId: attachment.id,
        documentKey: attachment.documentKey,
        mediaType: attachment.mediaType,
        size: attachment.size,
        sha256,
      },
    });
    return toAttachmentResponse(attachment);
  }

  /** The bytes, to be kept as a file. Whether the caller may have them is decided anew at every download. */
  async content(id: string): Promise<StreamableFile> {
    const { attachment } = await this.find(id, 'attachment.read');
    const [row] = await this.uow.query<{ bytes: Buffer }>(
      `SELECT bytes FROM kuer.attachment_contents WHERE attachment_id = $1`,
      [id],
    );
    if (!row) throw Refusal.notFound();
    return new StreamableFile(row.bytes, {
      type: attachment.mediaType,
      disposition: attachmentDisposition(attachment.fileName),
      length: row.bytes.length,
    });
  }

  async remove(id: string): Promise<void> {
    const { attachment, found } = await this.find(id, 'attachment.write');
    await this.applications.lock(found.id);
    const removed = await this.uow.execute(
      `UPDATE kuer.attachments SET removed_at = $2, removed_by = $3 WHERE id = $1 AND removed_at IS NULL`,
      [id, this.uow.now, this.uow.accountId],
    );
    if (removed === 0) throw Refusal.notFound();
    await this.trail.append({
      callId: found.callId,
      applicationId: found.id,
      type: 'ATTACHMENT_REMOVED',
      payload: { attachmentId: id, documentKey: attachment.documentKey, sha256: attachment.sha256 },
    });
  }

  private async find(
    id: string,
    action: 'attachment.read' | 'attachment.write',
  ): Promise<{ attachment: AttachmentEntity; found: ApplicationCase }> {
    const attachment = await this.uow.manager.findOneBy(AttachmentEntity, { id, removedAt: IsNull() });
    if (!attachment) throw Refusal.notFound();
    return { attachment, found: await this.applications.openFor(action, attachment.applicationId) };
  }

  private async requireNew(applicationId: string, documentKey: string, sha256: string): Promise<void> {
    const present = await this.uow.manager.findBy(AttachmentEntity, { applicationId, removedAt: IsNull() });
    if (present.some((one) => one.sha256 === sha256 && one.documentKey === documentKey)) {
      throw Refusal.conflict('ATTACHMENT.ALREADY_THERE');
    }
    if (present.length >= ATTACHMENTS_MAX) throw Refusal.rule('ATTACHMENT.TOO_MANY', { limit: ATTACHMENTS_MAX });
  }
}

function requireDocumentOfCall(found: ApplicationCase, documentKey: string): void {
  const { documents } = found.settings;
  if (documents.some(({ key }) => key === documentKey)) return;
  const allowed = documents.map(({ key, label }) => ({ de: `${label.de} (${key})`, en: `${label.en} (${key})` }));
  throw Refusal.rule('ATTACHMENT.DOCUMENT_UNKNOWN', { documentKey, allowed }, [
    { path: 'documentKey', code: 'ATTACHMENT.DOCUMENT_UNKNOWN', params: { documentKey, allowed } },
  ]);
}

function requirePdf(bytes: Buffer, fileName: string): void {
  const sniffed = sniffPdf(bytes);
  if (sniffed.ok) return;
  const code = REFUSALS[sniffed.because];
  const status = sniffed.because === 'not_a_pdf' ? 415 : 422;
  const params = { fileName, found: sniffed.found ?? '' };
  throw new Refusal(status, code, params, [{ path: 'file', code, params }]);
}

/** RFC 6266: a name in ASCII for old programs, and the real one. */
function attachmentDisposition(fileName: string): string {
  const ascii =
    fileName
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '_') || 'dokument.pdf';
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
