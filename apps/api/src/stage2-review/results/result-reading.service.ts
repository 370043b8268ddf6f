import type { Locale, ResultRow } from '@kuer/contract';
import { type Actor, type CallState, decideTransition } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import type { ReviewedApplication } from '../../calls/review-results.js';
import { Refusal } from '../../http/refusal.js';
import { type ResultReader, toResultRow } from './result.mapper.js';
import { ResultsService } from './results.service.js';

/** Results as one reader gets them: words in their language, names where they may see them, what they can do next. */
@Injectable()
export class ResultReadingService {
  constructor(
    private readonly access: Access,
    private readonly results: ResultsService,
  ) {}

  readerFor(actor: Actor, callState: CallState, locale: Locale): ResultReader {
    return {
      locale,
      showsReviewers: actor.roles.includes('coordinator') || actor.roles.includes('auditor'),
      abilitiesFor: (application) => this.abilities(actor, callState, application),
    };
  }

  /** One application's results; 404 where it has none yet. */
  async one(callId: string, applicationId: string): Promise<ReviewedApplication> {
    const [application] = await this.results.compute(callId, [applicationId]);
    if (!application) throw Refusal.conflict('RESULT.NOT_UNDER_REVIEW');
    return application;
  }

  async row(callId: string, applicationId: string, reader: ResultReader): Promise<ResultRow> {
    return toResultRow(await this.one(callId, applicationId), reader);
  }

  private abilities(actor: Actor, callState: CallState, application: ReviewedApplication): string[] {
    const facts = { callState, hasConflict: application.isRecused, applicationState: application.state };
    const isPossible = (act: Parameters<typeof decideTransition>[1]): boolean =>
      decideTransition(application.state, act, callState).ok;
    const isDivergent = application.isComplete && (application.divergence?.flagged ?? false);
    const isOpen = application.reconciliation !== null && application.reconciliation.closedAt === null;
    const isConfirmable =
      application.recommendation.derived !== null && (isPossible('recommend') || isPossible('not_recommend'));
    return [
      ...(isConfirmable && this.access.may('recommendation.confirm', actor, facts) ? ['recommendation.confirm'] : []),
      ...(isDivergent && isPossible('open_reconciliation') && this.access.may('reconciliation.open', actor, facts)
        ? ['reconciliation.open']
        : []),
      ...(isOpen && isPossible('close_reconciliation') && this.access.may('reconciliation.open', actor, facts)
        ? ['reconciliation.close']
        : []),
      ...(isDivergent &&
      application.thirdReview === 'none' &&
      isPossible('order_third_review') &&
      this.access.may('thirdReview.order', actor, facts)
        ? ['thirdReview.order']
        : []),
    ];
  }
}
