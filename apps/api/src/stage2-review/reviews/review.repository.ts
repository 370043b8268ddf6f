import type { CallSettingsDto } from '@kuer/contract';
import type {
  ApplicationState,
  AssignmentState,
  CallState,
  CatalogueContent,
  ReviewLabel,
  ReviewState,
  ReviewVerdict,
  ReviewVersionState,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../persistence/unit-of-work.js';

/** A review with what every decision about it needs. Who wrote it is known to the author, coordinators and auditors only. */
export interface ReviewRow {
  readonly id: string;
  readonly callId: string;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly applicationState: ApplicationState;
  readonly callState: CallState;
  readonly settings: CallSettingsDto;
  readonly assignmentId: string;
  readonly label: ReviewLabel;
  readonly state: ReviewState;
  readonly version: number;
  readonly submittedNumber: number | null;
  readonly isCounted: boolean;
  readonly reviewerId: string | null;
  readonly reviewerName: string | null;
  readonly assignmentState: AssignmentState | null;
  readonly dueOn: string | null;
  readonly isAssigned: boolean;
  readonly hasConflict: boolean;
  readonly reconciliation: { readonly reason: string; readonly openedAt: string } | null;
}

export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly state: ReviewVersionState;
  readonly catalogueId: string;
  readonly catalogue: CatalogueContent;
  readonly summary: string;
  readonly verdict: ReviewVerdict | null;
  readonly reason: string | null;
  readonly submittedAt: Date | null;
  readonly isGenerated: boolean;
}

export interface ScoreRow {
  readonly versionId: string;
  readonly criterion: string;
  readonly value: number | null;
  readonly justification: string;
  readonly version: number;
  readonly updatedAt: Date | null;
}

const REVIEW = `
  SELECT r.id, r.call_id AS "callId", r.application_id AS "applicationId", a.number AS "applicationNumber",
         a.state AS "applicationState", c.state AS "callState", c.settings, r.assignment_id AS "assignmentId", r.label,
         r.state, r.version, r.submitted_number AS "submittedNumber", r.is_counted AS "isCounted",
         s.reviewer_id AS "reviewerId", p.display_name AS "reviewerName", s.state AS "assignmentState",
         s.due_on::text AS "dueOn",
         EXISTS (SELECT 1 FROM kuer.assignments o WHERE o.application_id = r.application_id AND o.reviewer_id = $2
                    AND o.state IN ('assigned', 'accepted')) AS "isAssigned",
         EXISTS (SELECT 1 FROM kuer.conflicts k WHERE k.application_id = r.application_id AND k.account_id = $2
                    AND k.state = 'active') AS "hasConflict",
         (SELECT jsonb_build_object('reason', o.reason, 'openedAt', o.opened_at) FROM kuer.reconciliations o
           WHERE o.application_id = r.application_id AND o.closed_at IS NULL) AS reconciliation
    FROM kuer.reviews r
    JOIN kuer.applications a ON a.id = r.application_id
    JOIN kuer.calls c ON c.id = r.call_id
    LEFT JOIN kuer.assignments s ON s.id = r.assignment_id
    LEFT JOIN kuer.accounts p ON p.id = s.reviewer_id`;

const VERSION = `
  SELECT v.id, v.number, v.state, v.catalogue_id AS "catalogueId", k.content AS catalogue, v.summary, v.verdict, v.reason,
         v.submitted_at AS "submittedAt", v.is_generated AS "isGenerated"
    FROM kuer.review_versions v JOIN kuer.catalogue_versions k ON k.id = v.catalogue_id`;

@Injectable()
export class ReviewRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<ReviewRow | null> {
    const [row] = await this.uow.query<ReviewRow>(`${REVIEW} WHERE r.id = $1`, [id, this.uow.accountId]);
    return row ?? null;
  }

  /** The reviews of an application that the caller may see at all, by their letters. */
  ofApplication(applicationId: string): Promise<ReviewRow[]> {
    return this.uow.query(`${REVIEW} WHERE r.application_id = $1 ORDER BY r.label, r.id`, [
      applicationId,
      this.uow.accountId,
    ]);
  }

  /**
   * Call, application and standing of a review that row-level security hides from coordinators and auditors while it is a draft: they
   * know of it from the assignments and are told that it is not theirs to read, instead of that it does not exist.
   */
  async knownToTheOffice(id: string): Promise<{ callId: string; applicationId: string } | null> {
    const [row] = await this.uow.query<{ callId: string; applicationId: string }>(
      `SELECT c.id AS "callId", g.application_id AS "applicationId"
         FROM kuer.calls c CROSS JOIN LATERAL kuer.review_progress(c.id) g
        WHERE c.id = ANY (kuer.calls_as('{coordinator,auditor}')) AND g.review_id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The newest version the caller may read. */
  async newestVersion(reviewId: string): Promise<VersionRow | null> {
    const [row] = await this.uow.query<VersionRow>(`${VERSION} WHERE v.review_id = $1 ORDER BY v.number DESC LIMIT 1`, [
      reviewId,
    ]);
    return row ?? null;
  }

  async version(reviewId: string, number: number): Promise<VersionRow | null> {
    const [row] = await this.uow.query<VersionRow>(`${VERSION} WHERE v.review_id = $1 AND v.number = $2`, [
      reviewId,
      number,
    ]);
    return row ?? null;
  }

  versions(reviewId: string): Promise<VersionRow[]> {
    return this.uow.query(`${VERSION} WHERE v.review_id = $1 ORDER BY v.number`, [reviewId]);
  }

  /** Of each version one row for each criterion of its catalogue, scored or not, in the catalogue's order. */
  scores(versionIds: readonly string[]): Promise<ScoreRow[]> {
    return this.uow.query(
      `SELECT v.id AS "versionId", c.code AS criterion, s.value::float8 AS value,
              coalesce(s.justification, '') AS justification, coalesce(s.version, 0) AS version, s.updated_at AS "updatedAt"
         FROM kuer.review_versions v
         JOIN kuer.catalogue_criteria c ON c.catalogue_id = v.catalogue_id
         LEFT JOIN kuer.scores s ON s.review_version_id = v.id AND s.criterion = c.code
        WHERE v.id = ANY($1::uuid[]) ORDER BY v.number, c.position`,
      [versionIds],
    );
  }

  /** The own review, locked against a second submission at the same moment. Only its author can lock it. */
  async lockOwn(id: string): Promise<void> {
    await this.uow.query(`SELECT 1 FROM kuer.reviews WHERE id = $1 FOR UPDATE`, [id]);
  }

  async frozenCatalogueId(callId: string): Promise<string | null> {
    const [row] = await this.uow.query<{ id: string }>(
      `SELECT id FROM kuer.catalogue_versions WHERE call_id = $1 AND frozen_at IS NOT NULL ORDER BY number DESC LIMIT 1`,
      [callId],
    );
    return row?.id ?? null;
  }

  /** Number of criteria of the call's newest catalogue. */
  async criteriaCount(callId: string): Promise<number> {
    const [row] = await this.uow.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM kuer.catalogue_criteria WHERE catalogue_id =
         (SELECT id FROM kuer.catalogue_versions WHERE call_id = $1 ORDER BY number DESC LIMIT 1)`,
      [callId],
    );
    return row?.count ?? 0;
  }

  async start(review: {
    readonly id: string;
    readonly versionId: string;
    readonly catalogueId: string;
    readonly label: ReviewLabel;
    readonly assignment: { readonly id: string; readonly applicationId: string; readonly callId: string };
  }): Promise<void> {
    const { id, versionId, catalogueId, label, assignment } = review;
    const belongs = [assignment.applicationId, assignment.callId, this.uow.now];
    await this.uow.execute(
      `INSERT INTO kuer.reviews (id, assignment_id, label, application_id, call_id, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6)`,
      [id, assignment.id, label, ...belongs],
    );
    await this.uow.execute(
      `INSERT INTO kuer.review_versions (id, review_id, catalogue_id, number, application_id, call_id, opened_at)
       VALUES ($1, $2, $3, 1, $4, $5, $6)`,
      [versionId, id, catalogueId, ...belongs],
    );
  }

  /** Says of the own draft that a program wrote it: demo data is marked as such wherever it shows. */
  async markGenerated(reviewId: string): Promise<void> {
    await this.uow.execute(
      `UPDATE kuer.review_versions SET is_generated = true WHERE review_id = $1 AND state = 'draft'`,
      [reviewId],
    );
  }
}
