import { AgreementResponse, type AgreementRow, SeverityResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import type { CountedReview } from '../../calls/review-results.js';
import { Refusal } from '../../http/refusal.js';
import { agreementOf, type ComparableReview, severityOf } from './compare-reviewers.js';

import { type CallRow, type KeptFigures, ResultRepository } from './result.repository.js';
import { ResultsService } from './results.service.js';

/** How reviewers agree and how strict each one is: with names for the office, as it was kept with the ranking for the jury. */
@Injectable()
export class ReviewerFiguresService {
  constructor(
    private readonly access: Access,
    private readonly repository: ResultRepository,
    private readonly results: ResultsService,
  ) {}

  async agreement(callId: string): Promise<AgreementResponse> {
    const { call, isOffice } = await this.open(callId);
    const items: readonly AgreementRow[] = isOffice
      ? agreementOf((await this.complete(callId)).map(comparable), call.catalogue)
      : (await this.kept(callId)).agreement;
    return Object.assign(new AgreementResponse(), { items });
  }

  async severity(callId: string): Promise<SeverityResponse> {
    const { isOffice } = await this.open(callId);
    if (!isOffice) {
      const { severity } = await this.kept(callId);
      return Object.assign(new SeverityResponse(), { items: severity.map((row) => ({ ...row, reviewer: null })) });
    }
    const complete = await this.complete(callId);
    const names = new Map<string, string>();
    for (const { reviewer } of complete.flat()) if (reviewer) names.set(reviewer.id, reviewer.name);
    const items = severityOf(complete.map(comparable)).map(({ reviewerId, ...figures }) => ({
      ...figures,
      reviewer: reviewerId === null ? null : { id: reviewerId, name: names.get(reviewerId) ?? '' },
    }));
    return Object.assign(new SeverityResponse(), { items });
  }

  private async open(callId: string): Promise<{ call: CallRow; isOffice: boolean }> {
    const actor = await this.access.actorFor(callId);
    const call = await this.repository.call(callId);
    if (!call) throw Refusal.notFound();
    this.access.require('results.read', actor, { callState: call.state });
    return { call, isOffice: actor.roles.includes('coordinator') || actor.roles.includes('auditor') };
  }

  private async complete(callId: string): Promise<(readonly CountedReview[])[]> {
    const applications = await this.results.compute(callId);
    return applications.filter(({ isComplete }) => isComplete).map(({ reviews }) => reviews);
  }

  /** The jury knows no reviewer, so that figures about reviewers can only be shown to it as they were kept. */
  private async kept(callId: string): Promise<KeptFigures> {
    return (await this.repository.keptFigures(callId)) ?? { agreement: [], severity: [] };
  }
}

const comparable = (reviews: readonly CountedReview[]): ComparableReview[] =>
  reviews.map((review) => ({ ...review, reviewerId: review.reviewer?.id ?? null }));
