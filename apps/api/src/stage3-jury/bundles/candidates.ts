import {
  type ApplicationState,
  type BalancedItem,
  type FederalState,
  isInCompetition,
  type JuryCandidate,
  type Phase,
  type PortfolioGroup,
  type RecommendationOutcome,
  type SizeClass,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../persistence/unit-of-work.js';

/** An application as the jury chooses from it. Recused callers get class and money, which the meters count, and no more. */
export interface Candidate extends JuryCandidate, BalancedItem {
  readonly number: string;
  readonly state: ApplicationState;
  readonly isRecused: boolean;
  readonly title: string | null;
  readonly leadName: string | null;
  /** Mean of the review totals as kept in the ranking (points of 100). */
  readonly total: number | null;
}

interface CandidateRow {
  applicationId: string;
  number: string;
  state: ApplicationState;
  portfolioGroup: PortfolioGroup;
  sizeClass: SizeClass;
  federalStates: FederalState[];
  phase: Phase;
  fundingRequested: string | null;
  isRecused: boolean;
  title: string | null;
  leadName: string | null;
  rank: number | null;
  total: number | null;
}

/** All applications of a call that reached the jury, with their places in the ranking that was kept for it. */
@Injectable()
export class Candidates {
  constructor(private readonly uow: UnitOfWork) {}

  async of(callId: string): Promise<Candidate[]> {
    return this.uow.remember(`candidates:${callId}`, () => this.load(callId));
  }

  private async load(callId: string): Promise<Candidate[]> {
    const rows = await this.uow.query<CandidateRow>(
      `SELECT f.application_id AS "applicationId", a.number, a.state, f.portfolio_group AS "portfolioGroup",
              f.size_class AS "sizeClass", f.federal_states AS "federalStates", f.phase,
              f.funding_requested AS "fundingRequested", f.is_conflicted AS "isRecused", c.title, c.lead_name AS "leadName",
              coalesce(e.rank, r.rank) AS rank, e.total
         FROM kuer.application_balance_facts($1) f
         JOIN kuer.applications a ON a.id = f.application_id
         LEFT JOIN kuer.application_contents c ON c.application_id = f.application_id
         LEFT JOIN kuer.ranking_entries e ON e.application_id = f.application_id AND e.ranking_id =
           (SELECT v.id FROM kuer.ranking_versions v WHERE v.call_id = $1 ORDER BY v.number DESC LIMIT 1)
         LEFT JOIN kuer.reserve_facts($1) r ON r.application_id = f.application_id
        ORDER BY coalesce(e.rank, r.rank) NULLS LAST, a.number`,
      [callId],
    );
    return rows
      .filter(({ state }) => isInCompetition(state))
      .map((row) => ({
        ...row,
        fundingRequested: Number(row.fundingRequested ?? 0),
        recommendation: recommendationOf(row.state),
      }));
  }
}

/** What was recommended, read off the state; `reserve` and `selected` are reached from a recommendation only. */
function recommendationOf(state: ApplicationState): RecommendationOutcome | null {
  if (state === 'recommended' || state === 'selected' || state === 'reserve') return 'recommended';
  return 'not_recommended';
}
