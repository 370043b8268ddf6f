import { type Locale, type ReasonRequest, type ReviewResponse, ReviewVersionsResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ApplicationTransitions } from '../../applications/application-transitions.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { toVersionResponse } from './review.mapper.js';
import { ReviewRepository } from './review.repository.js';
import { ReviewAccess, type ReviewCase } from './review-access.js';
import { isOffice, ReviewReadingService } from './review-reading.service.js';
import { requireAct } from './review-writing.js';

/** Versions of a review. What was submitted stays as it is; whoever wants it changed opens the next version and says why (I2). */
@Injectable()
export class ReviewVersionsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly access: ReviewAccess,
    private readonly transitions: ApplicationTransitions,
    private readonly reviews: ReviewRepository,
    private readonly reading: ReviewReadingService,
  ) {}

  async list(id: string): Promise<ReviewVersionsResponse> {
    const found = await this.access.openForReading(id);
    const versions = await this.reviews.versions(id);
    const scores = await this.reviews.scores(versions.map((version) => version.id));
    const showsReason = found.isOwn || isOffice(found);
    return Object.assign(new ReviewVersionsResponse(), {
      items: versions.map((version) =>
        toVersionResponse(
          version,
          scores.filter(({ versionId }) => versionId === version.id),
          showsReason,
        ),
      ),
    });
  }

  /** The coordinator asks for an amendment: the application lacks a review again until it comes. */
  async reopen(id: string, body: ReasonRequest, locale: Locale): Promise<ReviewResponse> {
    const found = await this.access.openFor('review.reopen', id);
    await this.openNextVersion(found, body.reason);
    await this.transitions.applyToThese([found.review.applicationId], 'reopen_review');
    return this.reading.get(id, locale);
  }

  /** The reviewer amends in a reconciliation. The application stays in it until the coordinator closes it. */
  async amend(id: string, body: ReasonRequest, locale: Locale): Promise<ReviewResponse> {
    const found = await this.access.openFor('review.write', id);
    if (found.review.reconciliation === null) throw Refusal.conflict('REVIEW.NO_RECONCILIATION');
    await this.openNextVersion(found, body.reason);
    return this.reading.get(id, locale);
  }

  private async openNextVersion(found: ReviewCase, reason: string): Promise<void> {
    const { review } = found;
    requireAct(found, 'reopen', reason);
    // The draft belongs to its author alone, so that a coordinator opens it by a function and never sees it.
    const [row] = await this.uow.query<{ isOpened: boolean }>(
      `SELECT kuer.reopen_review($1, $2, $3, $4) AS "isOpened"`,
      [review.id, newId(), reason.trim(), this.uow.now],
    );
    if (!row?.isOpened) throw Refusal.conflict('REVIEW.NOT_SUBMITTED');
    await this.trail.append({
      callId: review.callId,
      applicationId: review.applicationId,
      type: 'REVIEW_REOPENED',
      payload: { reviewId: review.id, reviewVersion: (review.submittedNumber ?? 0) + 1, reason: reason.trim() },
    });
  }
}
