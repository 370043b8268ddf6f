import type { Locale, PatchReviewRequest, PutScoreRequest, ReviewResponse, ScoreResponse } from '@kuer/contract';
import { type CatalogueContent, checkScore, findCriterion, refused } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { toScoreResponse } from './review.mapper.js';
import type { ScoreRow } from './review.repository.js';
import { ReviewAccess } from './review-access.js';
import { ReviewReadingService } from './review-reading.service.js';
import { requireAct } from './review-writing.js';

type SavedScore = Omit<ScoreRow, 'versionId'>;

interface DraftRow {
  versionId: string;
  number: number;
  catalogueId: string;
  catalogue: CatalogueContent;
  value: number | null;
  justification: string | null;
  version: number | null;
  updatedAt: Date | null;
}

const SCORE_COLUMNS = `criterion, value::float8 AS value, justification, version, updated_at AS "updatedAt"`;

/** Writing the own draft, one criterion at a time: each save is one short transaction, answered after its commit (I2). */
@Injectable()
export class ReviewDraftService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly access: ReviewAccess,
    private readonly reading: ReviewReadingService,
  ) {}

  async putScore(id: string, criterion: string, body: PutScoreRequest): Promise<ScoreResponse> {
    const found = await this.access.openFor('review.write', id);
    requireAct(found, 'edit');
    const draft = await this.draft(id, criterion);
    requireValidScore(body.value, criterion, draft.catalogue);
    const saved = await this.save(draft, criterion, body);
    if (!saved) throw Refusal.stale(toScoreResponse(await this.current(id, criterion)));
    await this.trail.append({
      callId: found.review.callId,
      applicationId: found.review.applicationId,
      type: 'SCORE_SAVED',
      payload: { reviewId: id, reviewVersion: draft.number, criterion, scoreVersion: saved.version },
    });
    return toScoreResponse(saved);
  }

  async patch(id: string, body: PatchReviewRequest, locale: Locale): Promise<ReviewResponse> {
    const found = await this.access.openFor('review.write', id);
    requireAct(found, 'edit');
    const fields = (['summary', 'verdict'] as const).filter((field) => body[field] !== undefined);
    const bumped = await this.uow.execute(
      `UPDATE kuer.reviews SET version = version + 1, updated_at = $3 WHERE id = $1 AND version = $2`,
      [id, body.version, this.uow.now],
    );
    if (bumped === 0) throw Refusal.stale(await this.reading.get(id, locale));
    const [draft] = await this.uow.query<{ number: number }>(
      `UPDATE kuer.review_versions
          SET summary = CASE WHEN $2 THEN $3 ELSE summary END, verdict = CASE WHEN $4 THEN $5 ELSE verdict END
        WHERE review_id = $1 AND state = 'draft' RETURNING number`,
      [id, body.summary !== undefined, body.summary ?? '', body.verdict !== undefined, body.verdict ?? null],
    );
    if (!draft) throw Refusal.conflict('REVIEW.ALREADY_SUBMITTED');
    await this.trail.append({
      callId: found.review.callId,
      applicationId: found.review.applicationId,
      type: 'REVIEW_EDITED',
      payload: { reviewId: id, reviewVersion: draft.number, fields, version: body.version + 1 },
    });
    return this.reading.get(id, locale);
  }

  private async draft(reviewId: string, criterion: string): Promise<DraftRow> {
    const [row] = await this.uow.query<DraftRow>(
      `SELECT v.id AS "versionId", v.number, v.catalogue_id AS "catalogueId", k.content AS catalogue,
              s.value::float8 AS value, s.justification, s.version, s.updated_at AS "updatedAt"
         FROM kuer.review_versions v
         JOIN kuer.catalogue_versions k ON k.id = v.catalogue_id
         LEFT JOIN kuer.scores s ON s.review_version_id = v.id AND s.criterion = $2
        WHERE v.review_id = $1 AND v.state = 'draft'`,
      [reviewId, criterion],
    );
    if (!row) throw Refusal.conflict('REVIEW.ALREADY_SUBMITTED');
    return row;
  }

  /** Null where somebody was quicker: another tab, another device. What they saved stays. */
  private async save(draft: DraftRow, criterion: string, body: PutScoreRequest): Promise<SavedScore | null> {
    if (body.version !== (draft.version ?? 0)) return null;
    const { scale } = draft.catalogue;
    const [saved] =
      draft.version === null
        ? await this.uow.query<SavedScore>(
            `INSERT INTO kuer.scores
               (review_version_id, catalogue_id, criterion, scale_max, scale_step, value, justification, version, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)
             ON CONFLICT (review_version_id, criterion) DO NOTHING RETURNING ${SCORE_COLUMNS}`,
            [
              draft.versionId,
              draft.catalogueId,
              criterion,
              scale.max,
              scale.step,
              body.value,
              body.justification ?? '',
              this.uow.now,
            ],
          )
        : await this.uow.query<SavedScore>(
            `UPDATE kuer.scores SET value = $4, justification = $5, version = version + 1, updated_at = $6
              WHERE review_version_id = $1 AND criterion = $2 AND version = $3 RETURNING ${SCORE_COLUMNS}`,
            [
              draft.versionId,
              criterion,
              draft.version,
              body.value,
              body.justification === undefined ? (draft.justification ?? '') : (body.justification ?? ''),
              this.uow.now,
            ],
          );
    return saved ?? null;
  }

  private async current(reviewId: string, criterion: string): Promise<SavedScore> {
    const row = await this.draft(reviewId, criterion);
    return {
      criterion,
      value: row.value,
      justification: row.justification ?? '',
      version: row.version ?? 0,
      updatedAt: row.updatedAt,
    };
  }
}

/** 422 with what is wrong, where, and how to mend it. `null` takes a score back, of a criterion that there is. */
function requireValidScore(value: number | null, criterion: string, catalogue: CatalogueContent): void {
  const decision =
    value !== null
      ? checkScore(value, criterion, catalogue, catalogue.scale)
      : findCriterion(catalogue, criterion)
        ? { ok: true as const }
        : refused('REVIEW.UNKNOWN_CRITERION', { criterion });
  if (decision.ok) return;
  const path = decision.code === 'REVIEW.UNKNOWN_CRITERION' ? 'criterion' : 'value';
  throw Refusal.rule(decision.code, decision.params, [{ path, code: decision.code, params: decision.params }]);
}
