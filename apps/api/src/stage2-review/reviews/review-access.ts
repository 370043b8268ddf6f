import { type Action, type Actor, type Facts, isActiveAssignment } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { ReviewRepository, type ReviewRow } from './review.repository.js';

/** A review as the caller meets it. */
export interface ReviewCase {
  readonly review: ReviewRow;
  readonly actor: Actor;
  readonly isOwn: boolean;
  readonly facts: Facts & { readonly hasConflict: boolean };
}

/** Loads a review with the facts that decisions about it need, and asks the policy. */
@Injectable()
export class ReviewAccess {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly reviews: ReviewRepository,
  ) {}

  /**
   * The review, where the caller may do `action`. Everybody else's review is hidden from a reviewer: an id of it is answered like one
   * that nobody has (I1). A coordinator or auditor knows from the assignments that there is a draft, and is refused for what it is.
   */
  async openFor(action: Action, id: string): Promise<ReviewCase> {
    const review = await this.reviews.find(id);
    if (!review) return this.refuseUnseen(action, id);
    const found = await this.caseOf(review);
    this.access.require(action, found.actor, found.facts);
    return found;
  }

  /** The review for reading: the author's draft and submitted versions, or what was submitted. */
  async openForReading(id: string): Promise<ReviewCase> {
    const review = await this.reviews.find(id);
    if (!review) return this.refuseUnseen('review.read', id);
    const found = await this.caseOf(review);
    this.access.require(found.isOwn ? 'review.readDraft' : 'review.read', found.actor, found.facts);
    return found;
  }

  async caseOf(review: ReviewRow): Promise<ReviewCase> {
    const actor = await this.access.actorFor(review.callId);
    const isOwn =
      review.reviewerId === this.uow.accountId &&
      review.assignmentState !== null &&
      isActiveAssignment(review.assignmentState);
    return {
      review,
      actor,
      isOwn,
      facts: {
        callState: review.callState,
        applicationState: review.applicationState,
        hasConflict: review.hasConflict,
        isOwn,
        isAssigned: review.isAssigned,
        // What a reader is after is the submitted version, which stays readable while a newer one is in progress.
        reviewState: review.submittedNumber === null ? review.state : 'submitted',
        reconciliationOpen: review.reconciliation !== null,
      },
    };
  }

  may(action: Action, found: ReviewCase): boolean {
    return this.access.may(action, found.actor, found.facts);
  }

  private async refuseUnseen(action: Action, id: string): Promise<never> {
    const known = await this.reviews.knownToTheOffice(id);
    if (!known) throw Refusal.notFound();
    const hasConflict = await this.access.hasConflict(known.applicationId);
    this.access.require(action, await this.access.actorFor(known.callId), {
      hasConflict,
      // Hidden by a conflict, or because it is a draft: the refusal names the one that it is.
      reviewState: hasConflict ? 'submitted' : 'in_progress',
    });
    // Whoever may do it meets a review that has not been submitted yet.
    throw Refusal.conflict('REVIEW.NOT_SUBMITTED');
  }
}
