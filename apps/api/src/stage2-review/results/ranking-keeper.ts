import { createHash } from 'node:crypto';
import {
  applicationGroupTotals,
  applicationTotal,
  canonicalJson,
  isInCompetition,
  type JsonValue,
  rankByMean,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { regularSlots } from '../assignments/planning-facts.js';
import { agreementOf, severityOf } from './compare-reviewers.js';
import { type CallRow, type RankingFactRow, ResultRepository } from './result.repository.js';
import { groupBy, totalsOf } from './results.service.js';

type Ranking = ReturnType<RankingKeeper['rank']>;

/**
 * Keeps the ranking as it is shown to the jury, with what it was computed from, as a version that never changes. It is kept whole, also
 * where its maker is in conflict with an application: what is shown is read back under row-level security.
 */
@Injectable()
export class RankingKeeper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly results: ResultRepository,
  ) {}

  async keep(callId: string): Promise<void> {
    const call = await this.results.call(callId);
    if (!call) throw Refusal.notFound();
    const facts = (await this.results.rankingFacts(callId)).filter((fact) => isInCompetition(fact.applicationState));
    const thirds = new Set(await this.results.thirdReviewOrders(callId));
    const reviewers = await this.results.reviewersOfReviews(callId);
    const ranking = this.rank(call, facts, thirds);
    const rankingId = newId();
    const inputs = inputsOf(call, ranking);
    const number = await this.insertVersion(rankingId, callId, inputs, {
      agreement: agreementOf(
        ranking.map(({ reviews }) => reviews.map((review) => ({ ...review, reviewerId: null }))),
        call.catalogue,
      ),
      severity: severityOf(
        ranking.map(({ reviews }) =>
          reviews.map((review) => ({ ...review, reviewerId: reviewers.get(review.id) ?? null })),
        ),
      ).map(({ reviewerId: _nameless, ...figures }) => figures),
    });
    await this.insertEntries(rankingId, callId, ranking);
    await this.trail.append({
      callId,
      type: 'RANKING_KEPT',
      payload: {
        rankingVersionId: rankingId,
        number,
        inputsDigest: digestOf({ ...inputs, entries: ranking.map(entryInputs) }),
        result: ranking.map(({ applicationId, rank, total }) => ({ applicationId, rank, total })),
      },
    });
  }

  private rank(call: CallRow, facts: readonly RankingFactRow[], thirds: ReadonlySet<string>) {
    const { catalogue, settings } = call;
    const unranked = [...groupBy(facts)].map(([applicationId, rows]) => {
      const reviews = rows.map((row) => ({ ...row, ...totalsOf(row, catalogue) }));
      const required = regularSlots(settings) + (thirds.has(applicationId) ? 1 : 0);
      return {
        applicationId,
        portfolioGroup: rows[0]?.portfolioGroup,
        reviews,
        total: applicationTotal(
          reviews.map(({ total }) => total),
          required,
        ),
        groupTotals: applicationGroupTotals(
          reviews.map(({ groupTotals }) => groupTotals),
          catalogue,
          required,
        ),
      };
    });
    return rankByMean(unranked);
  }

  private async insertVersion(id: string, callId: string, inputs: JsonValue, result: object): Promise<number> {
    const [row] = await this.uow.query<{ number: number }>(
      `INSERT INTO kuer.ranking_versions (id, call_id, number, inputs, result, created_by, created_at)
       SELECT $1, $2, 1 + coalesce(max(number), 0), $3, $4, $5, $6 FROM kuer.ranking_versions WHERE call_id = $2
       RETURNING number`,
      [id, callId, JSON.stringify(inputs), JSON.stringify(result), this.uow.accountId, this.uow.now],
    );
    if (!row) throw new Error('The ranking was not kept');
    return row.number;
  }

  private async insertEntries(rankingId: string, callId: string, ranking: Ranking): Promise<void> {
    const rows = ranking.map((entry) => ({
      application_id: entry.applicationId,
      portfolio_group: entry.portfolioGroup,
      rank: entry.rank,
      total: entry.total,
      inputs: entryInputs(entry),
      result: { groupTotals: entry.groupTotals, tied: entry.tied },
    }));
    await this.uow.execute(
      `INSERT INTO kuer.ranking_entries (ranking_id, application_id, call_id, portfolio_group, rank, total, inputs, result)
       SELECT $1, n.application_id, $2, n.portfolio_group, n.rank, n.total, n.inputs, n.result
         FROM jsonb_to_recordset($3::jsonb) AS n (application_id uuid, portfolio_group text, rank integer,
                                                  total double precision, inputs jsonb, result jsonb)`,
      [rankingId, callId, JSON.stringify(rows)],
    );
  }
}

/** What the ranking as a whole rests on. */
function inputsOf(call: CallRow, ranking: Ranking): { [key: string]: JsonValue } {
  return {
    method: 'mean',
    catalogueId: call.catalogueId,
    thresholds: { ...call.settings.thresholds },
    reviewsPerApplication: regularSlots(call.settings),
    applications: ranking.length,
    reviews: ranking.reduce((sum, { reviews }) => sum + reviews.length, 0),
  };
}

const entryInputs = ({ reviews }: Ranking[number]) => ({
  reviews: reviews.map(({ label, versionId, total }) => ({ label, versionId, total })),
});

const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(value as JsonValue))
    .digest('hex');
