import { type Locale, messageFor } from '@kuer/contract';
import type { Outcome } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import type { DecisionEntity } from './decision.entity.js';

interface ReasonRow {
  applicationId: string;
  outcome: Outcome;
  reserveRank: number | null;
  rank: number | null;
  total: number | null;
  isRecommended: boolean | null;
  comment: string | null;
  itemReason: string | null;
  passedOverReason: string | null;
}

/** Why an application is in the decision as it is, in words: recommendation, place in the ranking, and what the jury wrote down (I10). */
@Injectable()
export class DecisionReasons {
  constructor(private readonly uow: UnitOfWork) {}

  async of(decision: DecisionEntity, locale: Locale): Promise<Map<string, string[]>> {
    const rows = await this.uow.query<ReasonRow>(
      `SELECT i.application_id AS "applicationId", i.outcome, i.reserve_rank AS "reserveRank", e.rank, e.total,
              r.outcome = 'recommended' AS "isRecommended", r.comment, b.reason AS "itemReason", j.reason AS "passedOverReason"
         FROM kuer.decision_items i
         LEFT JOIN kuer.ranking_entries e ON e.application_id = i.application_id AND e.ranking_id =
           (SELECT v.id FROM kuer.ranking_versions v WHERE v.call_id = i.call_id ORDER BY v.number DESC LIMIT 1)
         LEFT JOIN kuer.recommendations r ON r.application_id = i.application_id
         LEFT JOIN kuer.bundle_items b ON b.application_id = i.application_id AND b.bundle_id = $2
         LEFT JOIN kuer.bundle_justifications j ON j.application_id = i.application_id AND j.bundle_id = $2
        WHERE i.decision_id = $1`,
      [decision.id, decision.bundleId],
    );
    return new Map(rows.map((row) => [row.applicationId, sentencesOf(row, locale)]));
  }
}

function sentencesOf(row: ReasonRow, locale: Locale): string[] {
  const number = new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 });
  const say = (code: string, params: Record<string, unknown> = {}) => messageFor(code, locale, params);
  const sentences: string[] = [];
  if (row.rank !== null && row.total !== null) {
    sentences.push(say('DECISION.BY_RANK', { rank: row.rank, total: number.format(row.total) }));
  }
  if (row.isRecommended !== null) {
    sentences.push(say(row.isRecommended ? 'DECISION.RECOMMENDED' : 'DECISION.NOT_RECOMMENDED'));
  }
  if (row.comment) sentences.push(row.comment);
  if (row.outcome === 'selected') sentences.push(say('DECISION.IN_THE_BUNDLE'));
  if (row.outcome === 'reserve') sentences.push(say('DECISION.ON_RESERVE', { place: row.reserveRank }));
  if (row.outcome === 'not_selected') sentences.push(say('DECISION.OUTSIDE'));
  if (row.itemReason) sentences.push(say('DECISION.JURY_SAID', { reason: row.itemReason }));
  if (row.passedOverReason) sentences.push(say('DECISION.PASSED_OVER', { reason: row.passedOverReason }));
  return sentences;
}
