import { MyAssignmentResponse, MyAssignmentsResponse } from '@kuer/contract';
import { type AssignmentState, isActiveAssignment, type ReviewState } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { calendarDay } from '../../calls/calendar-day.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';

interface Row {
  id: string;
  applicationId: string;
  applicationNumber: string;
  title: string | null;
  leadName: string | null;
  partnerNames: string[];
  state: AssignmentState;
  answer: boolean | null;
  isInConflict: boolean;
  reviewState: ReviewState | null;
  reviewId: string | null;
  scored: number;
  criteria: number;
  dueOn: string | null;
  inReconciliation: boolean;
  assignedAt: Date;
}

// Of an assignment that was declined, revoked or is in conflict the number is all that is left: everything else is hidden
// by row-level security and comes back as null.
const OWN = `
  SELECT s.id, s.application_id AS "applicationId", n.application_number AS "applicationNumber", c.title,
         c.lead_name AS "leadName",
         ARRAY(SELECT p.name FROM kuer.application_parties p
                WHERE p.application_id = s.application_id AND p.role = 'partner' ORDER BY p.position, p.name) AS "partnerNames",
         s.state, (SELECT t.has_conflict FROM kuer.conflict_statements t
                    WHERE t.application_id = s.application_id AND t.account_id = s.reviewer_id) AS answer,
         EXISTS (SELECT 1 FROM kuer.conflicts k WHERE k.application_id = s.application_id
                    AND k.account_id = s.reviewer_id AND k.state = 'active') AS "isInConflict",
         r.state AS "reviewState", r.id AS "reviewId", coalesce(v.scored, 0)::int AS scored,
         (SELECT count(*)::int FROM kuer.catalogue_criteria k WHERE k.catalogue_id =
           (SELECT x.id FROM kuer.catalogue_versions x WHERE x.call_id = s.call_id ORDER BY x.number DESC LIMIT 1)) AS criteria,
         s.due_on::text AS "dueOn", s.assigned_at AS "assignedAt",
         r.state IS NOT NULL AND EXISTS (SELECT 1 FROM kuer.reconciliations o
            WHERE o.application_id = s.application_id AND o.closed_at IS NULL) AS "inReconciliation"
    FROM kuer.assignments s
    JOIN kuer.own_assignment_numbers() n ON n.assignment_id = s.id
    LEFT JOIN kuer.applications a ON a.id = s.application_id
    LEFT JOIN kuer.application_contents c ON c.application_id = s.application_id
    LEFT JOIN kuer.reviews r ON r.assignment_id = s.id
    LEFT JOIN LATERAL (
      SELECT (SELECT count(*) FROM kuer.scores x WHERE x.review_version_id = y.id AND x.value IS NOT NULL) AS scored
        FROM kuer.review_versions y WHERE y.review_id = r.id ORDER BY y.number DESC LIMIT 1) v ON true
   WHERE s.reviewer_id = $1 AND s.state <> 'revoked' AND a.state IS DISTINCT FROM 'withdrawn'`;

/** A reviewer's desk: what they are asked to review, and how far they are. Nothing of anybody else's review (I1). */
@Injectable()
export class MyAssignmentsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
  ) {}

  async list(callId: string): Promise<MyAssignmentsResponse> {
    this.access.require('assignment.readOwn', await this.access.actorFor(callId));
    const rows = await this.uow.query<Row>(`${OWN} AND s.call_id = $2 ORDER BY n.application_number, s.id`, [
      this.uow.accountId,
      callId,
    ]);
    return Object.assign(new MyAssignmentsResponse(), { items: rows.map((row) => this.toResponse(row)) });
  }

  /** One assignment of the caller's own, as the desk shows it. */
  async byId(id: string): Promise<MyAssignmentResponse> {
    const [row] = await this.uow.query<Row>(`${OWN} AND s.id = $2`, [this.uow.accountId, id]);
    if (!row) throw new Error('The assignment was decided on and is not to be found');
    return this.toResponse(row);
  }

  private toResponse({ answer, ...row }: Row): MyAssignmentResponse {
    const isActive = isActiveAssignment(row.state);
    return Object.assign(new MyAssignmentResponse(), {
      ...row,
      needsConflictAnswer: isActive && !row.isInConflict && answer === null,
      isOverdue:
        isActive && row.reviewState !== 'submitted' && row.dueOn !== null && row.dueOn < calendarDay(this.uow.now),
      assignedAt: row.assignedAt.toISOString(),
    });
  }
}
