import {
  type ApplicationState,
  type BalancedItem,
  type Corridor,
  classesOf,
  type DecisionFacts,
  type ExplanationFacts,
  type FormalCheckFacts,
  type JuryCandidate,
  type JuryFacts,
  type Locale,
  type MotionOutcome,
  type Outcome,
  type PortfolioGroup,
  passedOver,
  type RequiredDocument,
  type ReviewFacts,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import type { CallEntity } from '../calls/call.entity.js';
import { type ReviewedApplication, ReviewResults } from '../calls/review-results.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';

interface ItemRow {
  itemKey: string;
  result: 'passed' | 'failed' | 'not_applicable';
}

interface DecisionRow {
  outcome: 'accepted' | 'rejected';
  reason: string | null;
  day: string;
  by: string;
  confirmedBy: string | null;
}

/** Collects what an explanation of one application needs, from the records of all stages, as far as the caller may read them. */
@Injectable()
export class DossierFacts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly results: ReviewResults,
  ) {}

  async of(
    application: { id: string; state: ApplicationState },
    call: CallEntity,
    locale: Locale,
  ): Promise<ExplanationFacts> {
    const [reviewed] = await this.results.compute(call.id, [application.id]);
    const decision = await this.decision(application.id);
    return {
      state: application.state,
      formalCheck: await this.formalCheck(application.id, call.settings.documents, locale),
      review: reviewed ? reviewFacts(reviewed, await this.ranked(call.id)) : null,
      jury: decision ? await this.jury(application.id, call, decision.bundleId) : null,
      decision: decision?.facts ?? null,
    };
  }

  private async formalCheck(
    applicationId: string,
    documents: readonly RequiredDocument[],
    locale: Locale,
  ): Promise<FormalCheckFacts | null> {
    const items = await this.uow.query<ItemRow>(
      `SELECT item_key AS "itemKey", result FROM kuer.formal_check_items WHERE application_id = $1 ORDER BY item_key`,
      [applicationId],
    );
    const labelOf = (key: string) => documents.find((one) => key.endsWith(one.key))?.label[locale] ?? key;
    const supplements = await this.uow.query<{ dueOn: string; documentKeys: string[] }>(
      `SELECT due_on::text AS "dueOn", document_keys AS "documentKeys" FROM kuer.supplement_requests
        WHERE application_id = $1 ORDER BY sent_at`,
      [applicationId],
    );
    const [decided] = await this.uow.query<DecisionRow>(
      `SELECT d.outcome, d.reason, (d.decided_at AT TIME ZONE 'Europe/Berlin')::date::text AS day,
              a.display_name AS by, b.display_name AS "confirmedBy"
         FROM kuer.formal_check_decisions d
         LEFT JOIN kuer.accounts a ON a.id = d.decided_by
         LEFT JOIN kuer.formal_check_decisions c ON c.confirms_id = d.id
         LEFT JOIN kuer.accounts b ON b.id = c.decided_by
        WHERE d.application_id = $1 AND d.confirms_id IS NULL AND (d.outcome = 'accepted' OR c.id IS NOT NULL)
        ORDER BY d.decided_at DESC LIMIT 1`,
      [applicationId],
    );
    if (items.length === 0 && !decided) return null;
    return {
      passed: items.filter(({ result }) => result === 'passed').length,
      notApplicable: items.filter(({ result }) => result === 'not_applicable').length,
      failedItems: items.filter(({ result }) => result === 'failed').map(({ itemKey }) => labelOf(itemKey)),
      outstandingDocuments: [],
      supplements: supplements.map(({ dueOn, documentKeys }) => ({ dueOn, documents: documentKeys.map(labelOf) })),
      decision: decided ? formalDecision(decided) : null,
    };
  }

  private async ranked(callId: string): Promise<number> {
    const [row] = await this.uow.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM kuer.ranking_entries WHERE rank IS NOT NULL AND ranking_id =
         (SELECT id FROM kuer.ranking_versions WHERE call_id = $1 ORDER BY number DESC LIMIT 1)`,
      [callId],
    );
    return row?.count ?? 0;
  }

  private async decision(applicationId: string): Promise<{ bundleId: string; facts: DecisionFacts } | null> {
    const [row] = await this.uow.query<{
      outcome: Outcome;
      reserveRank: number | null;
      portfolioGroup: PortfolioGroup;
      bundleId: string;
      day: string;
    }>(
      `SELECT i.outcome, i.reserve_rank AS "reserveRank", i.portfolio_group AS "portfolioGroup", d.bundle_id AS "bundleId",
              (d.decided_at AT TIME ZONE 'Europe/Berlin')::date::text AS day
         FROM kuer.decision_items i JOIN kuer.decisions d ON d.id = i.decision_id
        WHERE i.application_id = $1 ORDER BY d.number DESC LIMIT 1`,
      [applicationId],
    );
    if (!row) return null;
    const { bundleId, ...facts } = row;
    return { bundleId, facts };
  }

  private async jury(applicationId: string, call: CallEntity, bundleId: string): Promise<JuryFacts | null> {
    const candidates = await this.candidates(call.id);
    const own = candidates.find((one) => one.applicationId === applicationId);
    if (!own) return null;
    const selected = await this.uow.query<{ id: string }>(
      `SELECT application_id AS id FROM kuer.bundle_membership($1) WHERE is_item`,
      [bundleId],
    );
    const selectedIds = selected.map(({ id }) => id);
    const chosen = candidates.filter((one) => selectedIds.includes(one.applicationId));
    const numberOf = (id: string) => candidates.find((one) => one.applicationId === id)?.number ?? '';
    const passed = passedOver(candidates, selectedIds);
    const [reason] = await this.uow.query<{ reason: string }>(
      `SELECT reason FROM kuer.bundle_justifications WHERE bundle_id = $1 AND application_id = $2`,
      [bundleId, applicationId],
    );
    return {
      portfolioGroup: own.portfolioGroup,
      membersRecused: await this.recused(call.id, applicationId),
      motions: await this.motions(applicationId, bundleId),
      takenBefore: passed
        .filter(({ takenInstead }) => takenInstead.some((taken) => taken.applicationId === applicationId))
        .map((one) => numberOf(one.applicationId)),
      passedOverBy:
        passed
          .find((one) => one.applicationId === applicationId)
          ?.takenInstead.map((taken) => numberOf(taken.applicationId)) ?? [],
      reason: reason?.reason ?? null,
      selectedInGroup: chosen.filter((one) => one.portfolioGroup === own.portfolioGroup).length,
      corridors: call.settings.corridors
        .filter((corridor) => isAbout(own, corridor))
        .map((corridor) => ({
          dimension: corridor.dimension,
          value: corridor.value,
          count: chosen.filter((one) => isAbout(one, corridor)).length,
          min: corridor.min ?? null,
          max: corridor.max ?? null,
        })),
    };
  }

  private async candidates(callId: string): Promise<(JuryCandidate & BalancedItem & { number: string })[]> {
    const rows = await this.uow.query<JuryCandidate & BalancedItem & { number: string; state: ApplicationState }>(
      `SELECT f.application_id AS "applicationId", a.number, a.state, f.portfolio_group AS "portfolioGroup",
              f.size_class AS "sizeClass", f.federal_states AS "federalStates", f.phase, 0 AS "fundingRequested", e.rank
         FROM kuer.application_balance_facts($1) f
         JOIN kuer.applications a ON a.id = f.application_id
         LEFT JOIN kuer.ranking_entries e ON e.application_id = f.application_id AND e.ranking_id =
           (SELECT v.id FROM kuer.ranking_versions v WHERE v.call_id = $1 ORDER BY v.number DESC LIMIT 1)
        WHERE a.state IN ('selected', 'reserve', 'not_selected')`,
      [callId],
    );
    return rows.map((row) => ({
      ...row,
      recommendation: row.state === 'not_selected' ? 'not_recommended' : 'recommended',
    }));
  }

  private async recused(callId: string, applicationId: string): Promise<number> {
    const [row] = await this.uow.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM kuer.jury_recusals($1) WHERE application_id = $2`,
      [callId, applicationId],
    );
    return row?.count ?? 0;
  }

  private motions(applicationId: string, bundleId: string): Promise<JuryFacts['motions'][number][]> {
    return this.uow.query<JuryFacts['motions'][number] & { outcome: MotionOutcome }>(
      `SELECT number, text, outcome, yes_count AS yes, no_count AS no, abstain_count AS abstain
         FROM kuer.motions
        WHERE state = 'closed'
          AND (application_id = $1 OR other_application_id = $1 OR (kind = 'adopt_bundle' AND bundle_id = $2))
        ORDER BY closed_at`,
      [applicationId, bundleId],
    );
  }
}

const isAbout = (item: BalancedItem, { dimension, value }: Corridor): boolean =>
  classesOf(item, dimension).includes(value);

function formalDecision({ outcome, reason, day, by, confirmedBy }: DecisionRow): FormalCheckFacts['decision'] {
  return outcome === 'accepted'
    ? { outcome, day, examiner: by ?? '–' }
    : { outcome, day, proposedBy: by ?? '–', confirmedBy: confirmedBy ?? '–', reason: reason ?? '–' };
}

function reviewFacts(found: ReviewedApplication, ranked: number): ReviewFacts | null {
  if (found.isRecused || found.eligibility === null) return null;
  const settledByTalk = found.reconciliation !== null && found.reconciliation.closedAt !== null;
  const { derived, outcome, comment } = found.recommendation;
  return {
    required: found.reviewsExpected,
    reviews: found.reviews.map(({ label, total, verdict }) => ({ label, total, verdict })),
    total: found.total,
    rank: found.rank === null ? null : { rank: found.rank, of: Math.max(ranked, found.rank), tied: found.isTied },
    divergence: found.divergence,
    settledBy: found.thirdReview === 'submitted' ? 'third_review' : settledByTalk ? 'reconciliation' : null,
    eligibility: found.eligibility,
    recommendation: outcome === null ? null : { derived, outcome, comment },
  };
}
