import type { CheckResult, FormalCheckOutcome } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { SupplementRequestEntity } from './formal-check.entity.js';

export interface RecordedItem {
  readonly itemKey: string;
  readonly result: CheckResult;
  readonly comment: string | null;
  readonly examinedBy: string | null;
  readonly examinedAt: Date;
  readonly version: number;
}

/** The last word of the examiners: an acceptance, a rejection that waits, or one that was confirmed. */
export interface LastDecision {
  readonly id: string;
  readonly outcome: FormalCheckOutcome;
  readonly reason: string | null;
  readonly decidedById: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
  /** The first examiner, where this row confirms a rejection. */
  readonly confirms: { readonly id: string; readonly decidedBy: string | null; readonly decidedAt: Date } | null;
  /** Something was asked of the applicant after it: what was proposed before is off the table. */
  readonly isOvertaken: boolean;
}

@Injectable()
export class FormalCheckRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async items(applicationId: string): Promise<Map<string, RecordedItem>> {
    const rows = await this.uow.query<RecordedItem>(
      `SELECT i.item_key AS "itemKey", i.result, i.comment, a.display_name AS "examinedBy", i.examined_at AS "examinedAt", i.version
         FROM kuer.formal_check_items i LEFT JOIN kuer.accounts a ON a.id = i.examined_by WHERE i.application_id = $1`,
      [applicationId],
    );
    return new Map(rows.map((row) => [row.itemKey, row]));
  }

  async lastDecision(applicationId: string): Promise<LastDecision | null> {
    const [row] = await this.uow.query<
      Omit<LastDecision, 'confirms'> & { confirmsId: string | null; firstBy: string | null; firstAt: Date | null }
    >(
      `SELECT d.id, d.outcome, d.reason, d.decided_by AS "decidedById", a.display_name AS "decidedBy", d.decided_at AS "decidedAt",
              d.confirms_id AS "confirmsId", f.display_name AS "firstBy", first.decided_at AS "firstAt",
              EXISTS (SELECT 1 FROM kuer.supplement_requests s
                       WHERE s.application_id = d.application_id AND s.sent_at > d.decided_at) AS "isOvertaken"
         FROM kuer.formal_check_decisions d
         LEFT JOIN kuer.accounts a ON a.id = d.decided_by
         LEFT JOIN kuer.formal_check_decisions first ON first.id = d.confirms_id
         LEFT JOIN kuer.accounts f ON f.id = first.decided_by
        WHERE d.application_id = $1 ORDER BY d.decided_at DESC, d.id DESC LIMIT 1`,
      [applicationId],
    );
    if (!row) return null;
    const { confirmsId, firstBy, firstAt, ...decision } = row;
    const confirms = confirmsId && firstAt ? { id: confirmsId, decidedBy: firstBy, decidedAt: firstAt } : null;
    return { ...decision, confirms };
  }

  async supplements(applicationId: string): Promise<(SupplementRequestEntity & { sentByName: string | null })[]> {
    return this.uow.query(
      `SELECT s.id, s.application_id AS "applicationId", s.call_id AS "callId", to_char(s.due_on, 'YYYY-MM-DD') AS "dueOn",
              s.document_keys AS "documentKeys", s.message, s.sent_by AS "sentBy", a.display_name AS "sentByName",
              s.sent_at AS "sentAt", s.answer, s.answered_at AS "answeredAt", s.answered_by AS "answeredBy"
         FROM kuer.supplement_requests s LEFT JOIN kuer.accounts a ON a.id = s.sent_by
        WHERE s.application_id = $1 ORDER BY s.sent_at, s.id`,
      [applicationId],
    );
  }
}

/** A rejection that one examiner proposed and that waits for a second one. */
export function isPendingRejection(decision: LastDecision | null): decision is LastDecision {
  return decision?.outcome === 'rejected' && decision.confirms === null && !decision.isOvertaken;
}
