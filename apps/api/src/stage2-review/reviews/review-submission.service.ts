import { createHash } from 'node:crypto';
import type { Locale, ReviewResponse, SubmitReviewRequest } from '@kuer/contract';
import { canonicalJson, reviewGaps } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { ApplicationAccess } from '../../applications/application-access.js';
import { ApplicationTransitions } from '../../applications/application-transitions.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { draftOf, totalsOf } from './review.mapper.js';
import { ReviewRepository, type ScoreRow, type VersionRow } from './review.repository.js';
import { ReviewAccess, type ReviewCase } from './review-access.js';
import { ReviewReadingService } from './review-reading.service.js';
import { requireAct } from './review-writing.js';

/** Submitting the own review: complete or not at all, and for good (I2). */
@Injectable()
export class ReviewSubmissionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly access: ReviewAccess,
    private readonly applications: ApplicationAccess,
    private readonly transitions: ApplicationTransitions,
    private readonly reviews: ReviewRepository,
    private readonly reading: ReviewReadingService,
  ) {}

  async submit(id: string, body: SubmitReviewRequest, locale: Locale): Promise<ReviewResponse> {
    const { review: asked } = await this.access.openFor('review.submit', id);
    // The application first: of two last submissions at the same moment, the second one sees the first and completes the stage.
    await this.applications.lock(asked.applicationId);
    await this.reviews.lockOwn(id);
    const found = await this.access.openFor('review.submit', id);
    requireAct(found, 'submit');
    if (body.version !== undefined && body.version !== found.review.version) {
      throw Refusal.stale(await this.reading.get(id, locale));
    }
    const version = await this.reviews.newestVersion(id);
    if (!version) throw new Error('A review in progress has a draft');
    const scores = await this.reviews.scores([version.id]);
    requireComplete(version, scores, found.review.settings.rules.minJustificationLength);
    await this.store(found, version, scores);
    await this.completeStage(found.review.applicationId);
    return this.reading.get(id, locale);
  }

  private async store({ review }: ReviewCase, version: VersionRow, scores: readonly ScoreRow[]): Promise<void> {
    const { total, groupTotals } = totalsOf(version, scores);
    if (total === null) throw new Error('A complete review has a total');
    await this.uow.execute(
      `UPDATE kuer.review_versions SET state = 'submitted', submitted_at = $2, total = $3, group_totals = $4 WHERE id = $1`,
      [version.id, this.uow.now, total, JSON.stringify(groupTotals)],
    );
    await this.trail.append({
      callId: review.callId,
      applicationId: review.applicationId,
      type: 'REVIEW_SUBMITTED',
      payload: {
        reviewId: review.id,
        reviewVersion: version.number,
        label: review.label,
        catalogueId: version.catalogueId,
        scores: valuesOf(scores),
        verdict: version.verdict,
        total,
        textDigest: digestOfTexts(version, scores),
      },
    });
  }

  /** With the last outstanding review the application is reviewed. Whether it was the last one, a function says: nobody sees the others. */
  private async completeStage(applicationId: string): Promise<void> {
    const [row] = await this.uow.query<{ isComplete: boolean; state: string }>(
      `SELECT kuer.review_complete(a.id) AS "isComplete", a.state FROM kuer.applications a WHERE a.id = $1`,
      [applicationId],
    );
    if (row?.isComplete && row.state === 'in_review') await this.transitions.apply(applicationId, 'complete_reviews');
  }
}

function requireComplete(version: VersionRow, scores: readonly ScoreRow[], minJustificationLength: number): void {
  const { catalogue } = version;
  const gaps = reviewGaps(draftOf(version, scores), catalogue, catalogue.scale, minJustificationLength);
  if (gaps.length === 0) return;
  throw Refusal.rule(
    'REVIEW.INCOMPLETE',
    { gaps: gaps.length },
    gaps.map(({ criterion, code, params }) => ({
      path: criterion === null ? 'verdict' : `scores.${criterion}`,
      code,
      params,
    })),
  );
}

function valuesOf(scores: readonly ScoreRow[]): Record<string, number> {
  return Object.fromEntries(
    scores.filter((score) => score.value !== null).map(({ criterion, value }) => [criterion, value as number]),
  );
}

/** Fingerprint of what was written: shows later that no word was changed, and says nothing of what the words are. */
export function digestOfTexts(version: VersionRow, scores: readonly ScoreRow[]): string {
  const texts = {
    summary: version.summary,
    justifications: Object.fromEntries(scores.map(({ criterion, justification }) => [criterion, justification])),
  };
  return createHash('sha256').update(canonicalJson(texts)).digest('hex');
}
