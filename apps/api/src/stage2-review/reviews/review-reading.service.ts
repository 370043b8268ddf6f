import { ApplicationReviewsResponse, type Locale, type ReviewResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { ApplicationAccess } from '../../applications/application-access.js';
import { toReviewResponse } from './review.mapper.js';
import { ReviewRepository, type VersionRow } from './review.repository.js';
import { ReviewAccess, type ReviewCase } from './review-access.js';

/** Reading reviews: the author the newest version, everybody else what was submitted and counts. */
@Injectable()
export class ReviewReadingService {
  constructor(
    private readonly access: ReviewAccess,
    private readonly applications: ApplicationAccess,
    private readonly reviews: ReviewRepository,
  ) {}

  async get(id: string, locale: Locale): Promise<ReviewResponse> {
    return this.show(await this.access.openForReading(id), locale);
  }

  async ofApplication(applicationId: string, locale: Locale): Promise<ApplicationReviewsResponse> {
    const application = await this.applications.open(applicationId);
    // Asked of the application as a whole: a reviewer of it may look for their own, even before it is begun.
    this.applications.require('review.read', application, {
      isOwn: application.facts.isAssigned ?? false,
      reviewState: 'submitted',
    });
    const items: ReviewResponse[] = [];
    for (const review of await this.reviews.ofApplication(applicationId)) {
      const found = await this.access.caseOf(review);
      const isReadable = this.access.may(found.isOwn ? 'review.readDraft' : 'review.read', found);
      if (review.isCounted && isReadable) items.push(await this.show(found, locale));
    }
    return Object.assign(new ApplicationReviewsResponse(), { items });
  }

  /** The review as this reader sees it. */
  async show(found: ReviewCase, locale: Locale): Promise<ReviewResponse> {
    const version = await this.shownVersion(found);
    if (!version) throw new Error('A review that may be read has a version to show');
    const scores = await this.reviews.scores([version.id]);
    const reader = { isOffice: isOffice(found), isOwn: found.isOwn, abilities: this.abilities(found) };
    return toReviewResponse(found, version, scores, reader, locale);
  }

  private shownVersion({ review, isOwn }: ReviewCase): Promise<VersionRow | null> {
    if (isOwn || review.submittedNumber === null) return this.reviews.newestVersion(review.id);
    return this.reviews.version(review.id, review.submittedNumber);
  }

  private abilities(found: ReviewCase): string[] {
    const { review, isOwn } = found;
    if (review.callState !== 'review') return [];
    const isWritable = review.state === 'in_progress' && review.assignmentState === 'accepted';
    return [
      ...(isWritable && this.access.may('review.write', found) ? ['review.write'] : []),
      ...(isWritable && this.access.may('review.submit', found) ? ['review.submit'] : []),
      ...(isOwn && review.state === 'submitted' && review.reconciliation !== null ? ['review.amend'] : []),
      ...(review.state === 'submitted' && review.isCounted && this.access.may('review.reopen', found)
        ? ['review.reopen']
        : []),
    ];
  }
}

/** Coordinators and auditors see who wrote a review. */
export function isOffice({ actor }: ReviewCase): boolean {
  return actor.roles.includes('coordinator') || actor.roles.includes('auditor');
}
