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

export interface ScoreEntry {
  readonly criterion: string;
  readonly body: PutScoreRequest;
}

interface Saving extends ScoreEntry {
  readonly draft: DraftRow;
}

interface DraftRow {
  criterion: string;
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
    const [saved] = await this.putScores(id, [{ criterion, body }]);
    if (!saved) throw new Error('One score makes one answer');
    return saved;
  }

  /** Several scores of a review, each criterion once: all of them are saved, or none. */
  async putScores(id: string, entries: readonly ScoreEntry[]): Promise<ScoreResponse[]> {
    const found = await this.access.openFor('review.write', id);
    requireAct(found, 'edit');
    const drafts = await this.drafts(
      id,
      entries.map(({ criterion }) => criterion),
    );
    const saving = entries.map((entry): Saving => {
      const draft = drafts.get(entry.criterion);
      if (!draft) throw Refusal.conflict('REVIEW.ALREADY_SUBMITTED');
      requireValidScore(entry.body.value, entry.criterion, draft.catalogue);
      return { ...entry, draft };
    });
    const saved = await this.save(saving);
    for (const { criterion, draft } of saving) {
      const score = saved.get(criterion);
      // Somebody was quicker: another tab, another device. What they saved stays.
      if (!score) throw Refusal.stale(toScoreResponse(await this.current(id, criterion)));
      await this.trail.append({
        callId: found.review.callId,
        applicationId: found.review.applicationId,
        type: 'SCORE_SAVED',
        payload: { reviewId: id, reviewVersion: draft.number, criterion, scoreVersion: score.version },
      });
    }
    return saving.flatMap(({ criterion }) => {
      const score = saved.get(criterion);
      return score ? [toScoreResponse(score)] : [];
    });
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

  /** The draft as it stands for each of these criteria; empty where there is none any more. */
  private async drafts(reviewId: string, criteria: readonly string[]): Promise<Map<string, DraftRow>> {
    const rows = await this.uow.query<DraftRow>(
      `SELECT x.criterion, v.id AS "versionId", v.number, v.catalogue_id AS "catalogueId", k.content AS catalogue,
              s.value::float8 AS value, s.justification, s.version, s.updated_at AS "updatedAt"
         FROM kuer.review_versions v
         JOIN kuer.catalogue_versions k ON k.id = v.catalogue_id
         CROSS JOIN unnest($2::text[]) AS x (criterion)
         LEFT JOIN kuer.scores s ON s.review_version_id = v.id AND s.criterion = x.criterion
        WHERE v.review_id = $1 AND v.state = 'draft'`,
      [reviewId, criteria],
    );
    return new Map(rows.map((row) => [row.criterion, row]));
  }

  /** By criterion what was saved; without those whose version is another one by now. */
  private async save(saving: readonly Saving[]): Promise<Map<string, SavedScore>> {
    const current = saving.filter(({ draft, body }) => body.version === (draft.version ?? 0));
    const saved = await this.insert(current.filter(({ draft }) => draft.version === null));
    for (const { criterion, draft, body } of current) {
      if (draft.version === null) continue;
      saved.push(
        ...(await this.uow.query<SavedScore>(
          `UPDATE kuer.scores SET value = $4, justification = $5, version = version + 1, updated_at = $6
            WHERE review_version_id = $1 AND criterion = $2 AND version = $3 RETURNING ${SCORE_COLUMNS}`,
          [
            ...[draft.versionId, criterion, draft.version, body.value],
            body.justification === undefined ? (draft.justification ?? '') : (body.justification ?? ''),
            this.uow.now,
          ],
        )),
      );
    }
    return new Map(saved.map((score) => [score.criterion, score]));
  }

  private async insert(saving: readonly Saving[]): Promise<SavedScore[]> {
    const draft = saving[0]?.draft;
    if (!draft) return [];
    const { scale } = draft.catalogue;
    return this.uow.query<SavedScore>(
      `INSERT INTO kuer.scores
         (review_version_id, catalogue_id, criterion, scale_max, scale_step, value, justification, version, updated_at)
       SELECT $1, $2, n.criterion, $3, $4, n.value, n.justification, 1, $5
         FROM unnest($6::text[], $7::numeric[], $8::text[]) AS n (criterion, value, justification)
       ON CONFLICT (review_version_id, criterion) DO NOTHING RETURNING ${SCORE_COLUMNS}`,
      [
        ...[draft.versionId, draft.catalogueId, scale.max, scale.step, this.uow.now],
        saving.map(({ criterion }) => criterion),
        saving.map(({ body }) => body.value),
        saving.map(({ body }) => body.justification ?? ''),
      ],
    );
  }

  private async current(reviewId: string, criterion: string): Promise<SavedScore> {
    const row = (await this.drafts(reviewId, [criterion])).get(criterion);
    if (!row) throw Refusal.conflict('REVIEW.ALREADY_SUBMITTED');
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
