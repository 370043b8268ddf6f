import type { CallSettingsDto } from '@kuer/contract';
import type { ApplicationState, AssignmentState, CallState, ReviewSlot, ReviewState } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../persistence/unit-of-work.js';

/** One assignment with what every decision about it needs. */
export interface AssignmentRow {
  readonly id: string;
  readonly callId: string;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly applicationState: ApplicationState;
  readonly callState: CallState;
  readonly settings: CallSettingsDto;
  readonly slot: ReviewSlot;
  readonly reviewerId: string;
  readonly state: AssignmentState;
  readonly dueOn: string | null;
  readonly version: number;
  readonly hasConflict: boolean;
}

export interface ActivePair {
  readonly assignmentId: string;
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly slot: ReviewSlot;
}

export interface ReviewableApplication {
  readonly id: string;
  readonly number: string;
  readonly state: ApplicationState;
  readonly thirdOrdered: boolean;
}

export interface Reviewer {
  readonly id: string;
  readonly name: string;
}

export interface NewAssignment {
  readonly id: string;
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly slot: ReviewSlot;
}

@Injectable()
export class AssignmentRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Locked: two answers to one assignment follow each other. */
  async lock(id: string): Promise<AssignmentRow | null> {
    const [row] = await this.uow.query<AssignmentRow>(
      `SELECT s.id, s.call_id AS "callId", s.application_id AS "applicationId", a.number AS "applicationNumber",
              a.state AS "applicationState", c.state AS "callState", c.settings, s.slot, s.reviewer_id AS "reviewerId",
              s.state, s.due_on::text AS "dueOn", s.version,
              EXISTS (SELECT 1 FROM kuer.conflicts k WHERE k.application_id = s.application_id
                         AND k.account_id = $2 AND k.state = 'active') AS "hasConflict"
         FROM kuer.assignments s
         JOIN kuer.applications a ON a.id = s.application_id
         JOIN kuer.calls c ON c.id = s.call_id
        WHERE s.id = $1 FOR UPDATE OF s`,
      [id, this.uow.accountId],
    );
    return row ?? null;
  }

  /** The review of an assignment of the caller's own, null where none was begun. */
  async reviewOf(assignmentId: string): Promise<{ id: string; state: ReviewState; wasSubmitted: boolean } | null> {
    const [row] = await this.uow.query<{ id: string; state: ReviewState; wasSubmitted: boolean }>(
      `SELECT id, state, submitted_number IS NOT NULL AS "wasSubmitted" FROM kuer.reviews WHERE assignment_id = $1`,
      [assignmentId],
    );
    return row ?? null;
  }

  /** Applications that can be reviewed or may be asked about, by id or all of the call, in the order of their numbers. */
  applications(callId: string, ids: readonly string[] | null): Promise<ReviewableApplication[]> {
    return this.uow.query(
      `SELECT a.id, a.number, a.state, (o.application_id IS NOT NULL) AS "thirdOrdered"
         FROM kuer.applications a LEFT JOIN kuer.third_review_orders o ON o.application_id = a.id
        WHERE a.call_id = $1 AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[])) ORDER BY a.number`,
      [callId, ids],
    );
  }

  /** The applications' rows, locked in the order of their numbers: whatever is decided on them stays true until the commit. */
  async lockApplications(callId: string, ids: readonly string[]): Promise<void> {
    await this.uow.query(
      `SELECT 1 FROM kuer.applications WHERE call_id = $1 AND id = ANY($2::uuid[]) ORDER BY number FOR UPDATE`,
      [callId, ids],
    );
  }

  reviewers(callId: string): Promise<Reviewer[]> {
    return this.uow.query(
      `SELECT p.id, p.display_name AS name FROM kuer.members m JOIN kuer.accounts p ON p.id = m.account_id
        WHERE m.call_id = $1 AND m.role = 'reviewer' AND p.disabled_at IS NULL ORDER BY p.display_name, p.id`,
      [callId],
    );
  }

  /** Pairs of application and person with an active conflict, members of the call only. */
  conflicts(callId: string): Promise<{ applicationId: string; reviewerId: string }[]> {
    return this.uow.query(
      `SELECT DISTINCT application_id AS "applicationId", account_id AS "reviewerId"
         FROM kuer.conflicts WHERE call_id = $1 AND state = 'active'`,
      [callId],
    );
  }

  activePairs(callId: string): Promise<ActivePair[]> {
    return this.uow.query(
      `SELECT id AS "assignmentId", application_id AS "applicationId", reviewer_id AS "reviewerId", slot
         FROM kuer.assignments WHERE call_id = $1 AND state IN ('assigned', 'accepted')`,
      [callId],
    );
  }

  /** Who declined what: nobody is proposed again for what they sent back. */
  declinedPairs(callId: string): Promise<{ applicationId: string; reviewerId: string }[]> {
    return this.uow.query(
      `SELECT DISTINCT application_id AS "applicationId", reviewer_id AS "reviewerId"
         FROM kuer.assignments WHERE call_id = $1 AND state = 'declined'`,
      [callId],
    );
  }

  async insert(callId: string, assignments: readonly NewAssignment[], dueOn: string | null): Promise<void> {
    await this.uow.execute(
      `INSERT INTO kuer.assignments (id, call_id, application_id, slot, reviewer_id, state, due_on, assigned_by, assigned_at)
       SELECT n.id, $1, n.application_id, n.slot, n.reviewer_id, 'assigned', $6::date, $7, $8
         FROM unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::uuid[]) AS n (id, application_id, slot, reviewer_id)`,
      [
        callId,
        assignments.map(({ id }) => id),
        assignments.map(({ applicationId }) => applicationId),
        assignments.map(({ slot }) => slot),
        assignments.map(({ reviewerId }) => reviewerId),
        dueOn,
        this.uow.accountId,
        this.uow.now,
      ],
    );
  }

  async accept(id: string): Promise<void> {
    await this.move(id, `state = 'accepted', responded_at = $2`, [this.uow.now]);
  }

  async decline(id: string, reason: string): Promise<void> {
    await this.move(id, `state = 'declined', responded_at = $2, decline_reason = $3`, [this.uow.now, reason]);
  }

  async revoke(id: string, reason: string): Promise<void> {
    await this.move(id, `state = 'revoked', revoked_at = $2, revoke_reason = $3, revoked_by = $4`, [
      this.uow.now,
      reason,
      this.uow.accountId,
    ]);
  }

  private async move(id: string, change: string, parameters: readonly unknown[]): Promise<void> {
    const moved = await this.uow.execute(`UPDATE kuer.assignments SET ${change}, version = version + 1 WHERE id = $1`, [
      id,
      ...parameters,
    ]);
    if (moved !== 1) throw new Error('The assignment was locked and could not be changed');
  }
}
