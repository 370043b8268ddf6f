import { AssignmentPage, type AssignmentQuery, AssignmentResponse } from '@kuer/contract';
import { type AssignmentState, isActiveAssignment, type ReviewState } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { calendarDay } from '../../calls/calendar-day.js';
import { readPage } from '../../http/list.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';

interface Row {
  id: string;
  applicationId: string;
  applicationNumber: string;
  isWithdrawn: boolean;
  slot: number;
  reviewerId: string;
  reviewerName: string;
  state: AssignmentState;
  dueOn: string | null;
  declineReason: string | null;
  revokeReason: string | null;
  hasConflict: boolean;
}

interface Progress {
  assignmentId: string;
  reviewId: string | null;
  reviewState: ReviewState | null;
  scored: number;
  criteria: number;
}

const SELECT = `s.id, s.application_id AS "applicationId", a.number AS "applicationNumber",
  a.state = 'withdrawn' AS "isWithdrawn", s.slot,
  s.reviewer_id AS "reviewerId", coalesce(p.display_name, '') AS "reviewerName", s.state, s.due_on::text AS "dueOn",
  s.decline_reason AS "declineReason", s.revoke_reason AS "revokeReason",
  EXISTS (SELECT 1 FROM kuer.conflicts k
           WHERE k.application_id = s.application_id AND k.account_id = s.reviewer_id AND k.state = 'active') AS "hasConflict"`;
// A person who is no member any more is not readable by name; the assignment stays on file all the same.
const FROM = `kuer.assignments s JOIN kuer.applications a ON a.id = s.application_id
  LEFT JOIN kuer.accounts p ON p.id = s.reviewer_id`;

/** Assignments as coordinators and auditors see them: with how far each review is, and none of its values. */
@Injectable()
export class AssignmentListService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
  ) {}

  async list(callId: string, query: AssignmentQuery): Promise<AssignmentPage> {
    this.access.require('assignment.read', await this.access.actorFor(callId));
    const page = await readPage<Row, Row>(
      this.uow,
      query,
      {
        select: SELECT,
        from: FROM,
        where: [
          's.call_id = $1',
          '$2::text IS NULL OR s.state = $2',
          '$3::uuid IS NULL OR s.reviewer_id = $3',
          '$4::uuid IS NULL OR s.application_id = $4',
        ],
        parameters: [callId, query.state ?? null, query.reviewerId ?? null, query.applicationId ?? null],
        sortKeys: {
          applicationNumber: { sql: `a.number || '/' || s.slot`, type: 'text' },
          reviewerName: { sql: `coalesce(p.display_name, '')`, type: 'text' },
          state: { sql: 's.state', type: 'text' },
          dueOn: { sql: `coalesce(s.due_on, 'infinity'::date)`, type: 'date' },
        },
        defaultSort: 'applicationNumber',
        id: { sql: 's.id', type: 'uuid' },
      },
      (row) => row,
    );
    const items = await this.withProgress(callId, page.items);
    return Object.assign(new AssignmentPage(), { ...page, items });
  }

  /** Single assignments of the call, as the list shows them; in the order of the ids. */
  async byIds(callId: string, ids: readonly string[]): Promise<AssignmentResponse[]> {
    const rows = await this.uow.query<Row>(
      `SELECT ${SELECT} FROM ${FROM} WHERE s.call_id = $1 AND s.id = ANY($2::uuid[]) ORDER BY a.number, s.slot`,
      [callId, ids],
    );
    return this.withProgress(callId, rows);
  }

  private async withProgress(callId: string, rows: readonly Row[]): Promise<AssignmentResponse[]> {
    if (rows.length === 0) return [];
    const progress = await this.uow.query<Progress>(
      `SELECT assignment_id AS "assignmentId", review_id AS "reviewId", review_state AS "reviewState", scored, criteria
         FROM kuer.review_progress($1) WHERE assignment_id = ANY($2::uuid[])`,
      [callId, rows.map(({ id }) => id)],
    );
    const byAssignment = new Map(progress.map((one) => [one.assignmentId, one]));
    const today = calendarDay(this.uow.now);
    return rows.map(({ isWithdrawn, ...row }) => {
      const known = byAssignment.get(row.id);
      const reviewState = known?.reviewState ?? null;
      return Object.assign(new AssignmentResponse(), {
        ...row,
        reviewState,
        reviewId: known?.reviewId ?? null,
        scored: known?.reviewId ? known.scored : null,
        criteria: known?.criteria ?? 0,
        isOverdue:
          isActiveAssignment(row.state) &&
          !isWithdrawn &&
          reviewState !== 'submitted' &&
          row.dueOn !== null &&
          row.dueOn < today,
      });
    });
  }
}
