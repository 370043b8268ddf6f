import type { ApplicationProgress } from '@kuer/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { ReviewResults } from '../calls/review-results.js';
import { type StageFacts, StageGates } from '../calls/stage-gates.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { regularSlots } from './assignments/planning-facts.js';
import { RankingKeeper } from './results/ranking-keeper.js';
import { ResultRepository } from './results/result.repository.js';
import { ResultsService } from './results/results.service.js';

interface CountRow {
  applicationId: string;
  assigned: number;
  submitted: number;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What the review room says to the stages of a call: open duties of each application, and the ranking that the jury starts with. */
@Injectable()
export class ReviewStageGate implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly gates: StageGates,
    private readonly exported: ReviewResults,
    private readonly results: ResultsService,
    private readonly repository: ResultRepository,
    private readonly keeper: RankingKeeper,
  ) {}

  onModuleInit(): void {
    this.exported.provide({
      compute: (callId, applicationIds) => this.results.compute(callId, applicationIds),
      keepRanking: (callId) => this.keeper.keep(callId),
    });
    this.gates.register({
      name: 'stage2-review',
      facts: (callId) => this.facts(callId),
      onEnter: async (callId, to, from) => {
        if (to === 'jury' && from === 'review') await this.keeper.keep(callId);
      },
    });
  }

  /** Nothing for those who may not count what others have done (I1). */
  async facts(callId: string): Promise<StageFacts> {
    const { roles } = await this.access.actorFor(callId);
    if (!roles.includes('coordinator') && !roles.includes('auditor')) return {};
    const call = await this.repository.call(callId);
    if (!call) return {};
    const applications = new Map<string, Mutable<Partial<ApplicationProgress>>>();
    for (const application of await this.results.compute(callId)) {
      const { reconciliation } = application;
      applications.set(application.applicationId, {
        reviewsRequired: application.reviewsExpected,
        reviewersAssigned: 0,
        reviewsSubmitted: 0,
        divergenceOpen: application.isDivergenceOpen,
        reconciliationOpen: reconciliation !== null && reconciliation.closedAt === null,
        // Of an application in conflict the recommendation is not readable; that it stands is seen from the state.
        recommendationConfirmed: application.isRecused
          ? ['recommended', 'not_recommended'].includes(application.state)
          : application.recommendation.outcome !== null,
      });
    }
    for (const { applicationId, assigned, submitted } of await this.counts(callId)) {
      const progress = applications.get(applicationId) ?? { reviewsRequired: regularSlots(call.settings) };
      applications.set(applicationId, { ...progress, reviewersAssigned: assigned, reviewsSubmitted: submitted });
    }
    return { call: { rankingKept: await this.isRankingKept(callId) }, applications };
  }

  private counts(callId: string): Promise<CountRow[]> {
    return this.uow.query(
      `SELECT s.application_id AS "applicationId", count(*)::int AS assigned,
              (count(*) FILTER (WHERE g.review_state = 'submitted'))::int AS submitted
         FROM kuer.assignments s JOIN kuer.review_progress($1) g ON g.assignment_id = s.id
        WHERE s.call_id = $1 AND s.state IN ('assigned', 'accepted') GROUP BY s.application_id`,
      [callId],
    );
  }

  private async isRankingKept(callId: string): Promise<boolean> {
    const rows = await this.uow.query(`SELECT 1 FROM kuer.ranking_versions WHERE call_id = $1 LIMIT 1`, [callId]);
    return rows.length > 0;
  }
}
