import type { ApplicationProgress, ApplicationState } from '@kuer/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { ReviewResults } from '../calls/review-results.js';
import { type StageFacts, StageGates } from '../calls/stage-gates.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { RankingKeeper } from './results/ranking-keeper.js';
import { isConfirmed, type OutlinedApplication, ResultsService } from './results/results.service.js';

interface CountRow {
  applicationId: string;
  assigned: number;
  submitted: number;
}

/** States in which divergence and reconciliation are still open questions. A confirmed recommendation has answered them. */
const UNDECIDED: readonly ApplicationState[] = ['in_review', 'reviewed', 'in_reconciliation'];

/** What the review room says to the stages of a call: open duties of each application, and the ranking that the jury starts with. */
@Injectable()
export class ReviewStageGate implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly gates: StageGates,
    private readonly exported: ReviewResults,
    private readonly results: ResultsService,
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
    let outline: readonly OutlinedApplication[] = [];
    const undecided = await this.results.computeChosen(callId, (rows) => {
      outline = rows;
      return rows.filter(({ state }) => UNDECIDED.includes(state)).map(({ applicationId }) => applicationId);
    });
    const details = new Map(undecided.map((application) => [application.applicationId, application]));
    const counts = await this.counts(
      callId,
      outline.some(({ isRecused }) => isRecused),
    );
    const applications = new Map<string, Partial<ApplicationProgress>>();
    for (const { applicationId, state, reviewsExpected } of outline) {
      const detail = details.get(applicationId);
      const { reconciliation = null } = detail ?? {};
      applications.set(applicationId, {
        reviewsRequired: reviewsExpected,
        reviewersAssigned: counts.get(applicationId)?.assigned ?? 0,
        reviewsSubmitted: counts.get(applicationId)?.submitted ?? 0,
        divergenceOpen: detail?.isDivergenceOpen ?? false,
        reconciliationOpen: reconciliation !== null && reconciliation.closedAt === null,
        // Seen from the state: of an application in conflict the recommendation itself is not readable.
        recommendationConfirmed: isConfirmed(state),
      });
    }
    return { call: { rankingKept: await this.isRankingKept(callId) }, applications };
  }

  /** Active assignments and submitted reviews. What a conflict hides is counted by a function that tells nothing else. */
  private async counts(callId: string, isAnyHidden: boolean): Promise<Map<string, CountRow>> {
    const state = isAnyHidden
      ? { join: 'JOIN kuer.review_progress($1) g ON g.assignment_id = s.id', column: 'g.review_state' }
      : { join: 'LEFT JOIN kuer.reviews r ON r.assignment_id = s.id', column: 'r.state' };
    const rows = await this.uow.query<CountRow>(
      `SELECT s.application_id AS "applicationId", count(*)::int AS assigned,
              (count(*) FILTER (WHERE ${state.column} = 'submitted'))::int AS submitted
         FROM kuer.assignments s ${state.join}
        WHERE s.call_id = $1 AND s.state IN ('assigned', 'accepted') GROUP BY s.application_id`,
      [callId],
    );
    return new Map(rows.map((row) => [row.applicationId, row]));
  }

  private async isRankingKept(callId: string): Promise<boolean> {
    const rows = await this.uow.query(`SELECT 1 FROM kuer.ranking_versions WHERE call_id = $1 LIMIT 1`, [callId]);
    return rows.length > 0;
  }
}
