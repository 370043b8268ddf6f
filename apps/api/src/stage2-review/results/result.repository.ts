import type { AgreementRow, CallSettingsDto } from '@kuer/contract';
import type {
  ApplicationState,
  CallState,
  CatalogueContent,
  PortfolioGroup,
  RecommendationOutcome,
  ReviewLabel,
  ReviewVerdict,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../persistence/unit-of-work.js';

export interface CallRow {
  readonly id: string;
  readonly state: CallState;
  readonly settings: CallSettingsDto;
  readonly catalogueId: string;
  readonly catalogue: CatalogueContent;
}

export interface ApplicationRow {
  readonly id: string;
  readonly number: string;
  readonly state: ApplicationState;
  readonly isRecused: boolean;
  readonly title: string | null;
  readonly leadName: string | null;
  readonly portfolioGroup: PortfolioGroup | null;
  readonly sizeClass: string | null;
  readonly federalStates: string[] | null;
  readonly phase: string | null;
  readonly fundingRequested: number | null;
  readonly isGenerated: boolean | null;
  readonly thirdOrdered: boolean;
}

export interface OutlineRow {
  readonly applicationId: string;
  readonly number: string;
  readonly state: ApplicationState;
  readonly isRecused: boolean;
  readonly leadName: string | null;
  readonly portfolioGroup: PortfolioGroup | null;
  readonly thirdOrdered: boolean;
  readonly totals: readonly (number | null)[];
}

export interface ReviewResultRow {
  readonly id: string;
  readonly applicationId: string;
  readonly versionId: string;
  readonly label: ReviewLabel;
  readonly isReopened: boolean;
  readonly verdict: ReviewVerdict | null;
  readonly submittedAt: Date;
  readonly reviewerId: string | null;
  readonly reviewerName: string | null;
  readonly scores: Readonly<Record<string, number>>;
}

export interface RecommendationRow {
  readonly applicationId: string;
  readonly outcome: RecommendationOutcome;
  readonly comment: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date;
}

export interface ReconciliationRow {
  readonly applicationId: string;
  readonly id: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: string | null;
  readonly statement: string | null;
}

/** Accepted and not withdrawn: what is reviewed, and what the jury chooses from. */
const REVIEWED = `a.state NOT IN ('received','in_formal_check','supplement_requested','formally_rejected','withdrawn')`;
/** $1 the call, $2 ids or null: one statement serves one application and ten thousand. */
const SCOPE = (column: string): string => `($2::uuid[] IS NULL OR ${column} = ANY($2::uuid[]))`;

/** What results are computed from, read in the caller's name: row-level security leaves out what they may not see. */
@Injectable()
export class ResultRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async call(callId: string): Promise<CallRow | null> {
    const [row] = await this.uow.query<CallRow>(
      `SELECT c.id, c.state, c.settings, k.id AS "catalogueId", k.content AS catalogue
         FROM kuer.calls c
         JOIN LATERAL (SELECT v.id, v.content FROM kuer.catalogue_versions v
                        WHERE v.call_id = c.id ORDER BY v.number DESC LIMIT 1) k ON true
        WHERE c.id = $1`,
      [callId],
    );
    return row ?? null;
  }

  applications(callId: string, ids: readonly string[] | null): Promise<ApplicationRow[]> {
    return this.uow.query(
      `SELECT a.id, a.number, a.state, a.id IN (SELECT kuer.conflicted_applications()) AS "isRecused", c.title,
              c.lead_name AS "leadName", c.portfolio_group AS "portfolioGroup", c.size_class AS "sizeClass",
              c.federal_states AS "federalStates", c.phase, c.funding_requested::float8 AS "fundingRequested",
              c.is_generated AS "isGenerated", o.application_id IS NOT NULL AS "thirdOrdered"
         FROM kuer.applications a
         LEFT JOIN kuer.application_contents c ON c.application_id = a.id
         LEFT JOIN kuer.third_review_orders o ON o.application_id = a.id
        WHERE a.call_id = $1 AND ${REVIEWED} AND ${SCOPE('a.id')} ORDER BY a.number`,
      [callId, ids],
    );
  }

  /** The submitted versions that count, with their scores. */
  reviews(callId: string, ids: readonly string[] | null): Promise<ReviewResultRow[]> {
    return this.uow.query(
      `SELECT r.id, r.application_id AS "applicationId", v.id AS "versionId", r.label, r.state <> 'submitted' AS "isReopened",
              v.verdict, v.submitted_at AS "submittedAt", s.reviewer_id AS "reviewerId", p.display_name AS "reviewerName",
              (SELECT json_object_agg(x.criterion, x.value) FROM kuer.scores x WHERE x.review_version_id = v.id) AS scores
         FROM kuer.reviews r
         JOIN kuer.review_versions v ON v.review_id = r.id AND v.is_current
         LEFT JOIN kuer.assignments s ON s.id = r.assignment_id
         LEFT JOIN kuer.accounts p ON p.id = s.reviewer_id
        WHERE r.call_id = $1 AND v.call_id = $1 AND r.is_counted AND ${SCOPE('r.application_id')}
        ORDER BY r.application_id, r.label`,
      [callId, ids],
    );
  }

  recommendations(callId: string, ids: readonly string[] | null): Promise<RecommendationRow[]> {
    return this.uow.query(
      `SELECT m.application_id AS "applicationId", m.outcome, m.comment, p.display_name AS "confirmedBy",
              m.confirmed_at AS "confirmedAt"
         FROM kuer.recommendations m LEFT JOIN kuer.accounts p ON p.id = m.confirmed_by
        WHERE m.call_id = $1 AND ${SCOPE('m.application_id')}`,
      [callId, ids],
    );
  }

  /** The latest reconciliation of each application. */
  reconciliations(callId: string, ids: readonly string[] | null): Promise<ReconciliationRow[]> {
    return this.uow.query(
      `SELECT DISTINCT ON (o.application_id) o.application_id AS "applicationId", o.id, o.reason, o.opened_at AS "openedAt",
              o.closed_at AS "closedAt", o.outcome, o.comment AS statement
         FROM kuer.reconciliations o
        WHERE o.call_id = $1 AND ${SCOPE('o.application_id')} ORDER BY o.application_id, o.opened_at DESC, o.id DESC`,
      [callId, ids],
    );
  }

  /** Places in the ranking that was kept last, of the applications the caller may read. */
  keptPlaces(callId: string): Promise<{ applicationId: string; rank: number | null; isTied: boolean }[]> {
    return this.uow.query(
      `SELECT e.application_id AS "applicationId", e.rank, coalesce((e.result ->> 'tied')::boolean, false) AS "isTied"
         FROM kuer.ranking_entries e
        WHERE e.ranking_id = (SELECT v.id FROM kuer.ranking_versions v WHERE v.call_id = $1 ORDER BY v.number DESC LIMIT 1)`,
      [callId],
    );
  }

  /** Figures about reviewers as the last ranking kept them, without names. */
  async keptFigures(callId: string): Promise<KeptFigures | null> {
    const [row] = await this.uow.query<{ result: KeptFigures }>(
      `SELECT result FROM kuer.ranking_versions WHERE call_id = $1 ORDER BY number DESC LIMIT 1`,
      [callId],
    );
    return row?.result ?? null;
  }

  /**
   * One line for each application, enough to order and page the list: totals of the reviews as they were stored at submission, null
   * for one that is being amended. Ten thousand lines cost what a page of details costs.
   */
  outline(callId: string): Promise<OutlineRow[]> {
    return this.uow.query(
      `SELECT a.id AS "applicationId", a.number, a.state, a.id IN (SELECT kuer.conflicted_applications()) AS "isRecused",
              c.lead_name AS "leadName", c.portfolio_group AS "portfolioGroup",
              o.application_id IS NOT NULL AS "thirdOrdered", coalesce(t.totals, '{}') AS totals
         FROM kuer.applications a
         LEFT JOIN kuer.application_contents c ON c.application_id = a.id
         LEFT JOIN kuer.third_review_orders o ON o.application_id = a.id
         LEFT JOIN (SELECT r.application_id, array_agg(CASE WHEN r.state = 'submitted' THEN v.total END) AS totals
                      FROM kuer.reviews r JOIN kuer.review_versions v ON v.review_id = r.id AND v.is_current
                     WHERE r.call_id = $1 AND v.call_id = $1 AND r.is_counted GROUP BY r.application_id) t
           ON t.application_id = a.id
        WHERE a.call_id = $1 AND ${REVIEWED} ORDER BY a.number`,
      [callId],
    );
  }

  async thirdReviewOrders(callId: string): Promise<string[]> {
    const rows = await this.uow.query<{ applicationId: string }>(
      `SELECT application_id AS "applicationId" FROM kuer.third_review_orders WHERE call_id = $1`,
      [callId],
    );
    return rows.map(({ applicationId }) => applicationId);
  }

  /** Who wrote which review, for those who may know. */
  async reviewersOfReviews(callId: string): Promise<Map<string, string>> {
    const rows = await this.uow.query<{ reviewId: string; reviewerId: string }>(
      `SELECT r.id AS "reviewId", s.reviewer_id AS "reviewerId"
         FROM kuer.reviews r JOIN kuer.assignments s ON s.id = r.assignment_id WHERE r.call_id = $1 AND r.is_counted`,
      [callId],
    );
    return new Map(rows.map(({ reviewId, reviewerId }) => [reviewId, reviewerId]));
  }

  /** Counted reviews of all applications, those in conflict with a coordinator included: for the ranking as a whole. */
  rankingFacts(callId: string): Promise<RankingFactRow[]> {
    return this.uow.query(
      `SELECT application_id AS "applicationId", application_state AS "applicationState", portfolio_group AS "portfolioGroup",
              review_id AS id, label, version_id AS "versionId", verdict, scores
         FROM kuer.ranking_facts($1) WHERE application_state <> 'withdrawn' ORDER BY application_id, label`,
      [callId],
    );
  }
}

export interface RankingFactRow {
  readonly applicationId: string;
  readonly applicationState: ApplicationState;
  readonly portfolioGroup: PortfolioGroup;
  readonly id: string;
  readonly label: ReviewLabel;
  readonly versionId: string;
  readonly verdict: ReviewVerdict | null;
  readonly scores: Readonly<Record<string, number>>;
}

/** Stored with a ranking: what concerns reviewers as a whole, and nobody by name. */
export interface KeptFigures {
  readonly agreement: readonly AgreementRow[];
  readonly severity: readonly {
    readonly reviews: number;
    readonly meanTotal: number | null;
    readonly meanDifference: number | null;
  }[];
}
