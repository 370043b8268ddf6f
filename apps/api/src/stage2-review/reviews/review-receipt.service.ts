import type { Locale } from '@kuer/contract';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { totalsOf } from './review.mapper.js';
import { ReviewRepository } from './review.repository.js';
import { ReviewAccess } from './review-access.js';
import { receiptPdf } from './review-receipt-pdf.js';
import { digestOfTexts } from './review-submission.service.js';

/** What a reviewer takes away as proof: their own submitted review, word by word, with time and fingerprint. */
@Injectable()
export class ReviewReceiptService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ReviewAccess,
    private readonly reviews: ReviewRepository,
  ) {}

  async receipt(id: string, locale: Locale): Promise<StreamableFile> {
    const { review } = await this.access.openFor('review.readDraft', id);
    const version = review.submittedNumber === null ? null : await this.reviews.version(id, review.submittedNumber);
    if (!version?.submittedAt) throw Refusal.conflict('REVIEW.NO_RECEIPT_YET');
    const scores = await this.reviews.scores([version.id]);
    const [context] = await this.uow.query<{ callTitle: string; title: string | null; leadName: string | null }>(
      `SELECT c.title AS "callTitle", t.title, t.lead_name AS "leadName"
         FROM kuer.calls c LEFT JOIN kuer.application_contents t ON t.application_id = $2 WHERE c.id = $1`,
      [review.callId, review.applicationId],
    );
    const bytes = await receiptPdf(
      {
        callTitle: context?.callTitle ?? '',
        applicationNumber: review.applicationNumber,
        applicationTitle: context?.title ?? '',
        leadName: context?.leadName ?? '',
        reviewerName: review.reviewerName ?? '',
        label: review.label,
        version,
        submittedAt: version.submittedAt,
        scores,
        ...totalsOf(version, scores),
        textDigest: digestOfTexts(version, scores),
      },
      locale,
    );
    const name = locale === 'de' ? 'gutachten' : 'review';
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `inline; filename="${name}-${review.applicationNumber}-${review.label}.pdf"`,
      length: bytes.length,
    });
  }
}
