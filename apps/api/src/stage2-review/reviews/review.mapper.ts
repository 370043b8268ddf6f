import {
  type Locale,
  messageFor,
  type ReviewGap,
  ReviewResponse,
  ReviewVersionResponse,
  ScoreResponse,
} from '@kuer/contract';
import { groupTotals, type ReviewDraft, reviewGaps, reviewTotal } from '@kuer/domain';
import type { ScoreRow, VersionRow } from './review.repository.js';
import type { ReviewCase } from './review-access.js';

/** How much of who and when a reader gets to see with a review. */
export interface Reader {
  /** Coordinator or auditor: names, due day, whether a newer version is in progress. */
  readonly isOffice: boolean;
  readonly isOwn: boolean;
  readonly abilities: readonly string[];
}

export function toReviewResponse(
  { review }: ReviewCase,
  version: VersionRow,
  scores: readonly ScoreRow[],
  reader: Reader,
  locale: Locale,
): ReviewResponse {
  const knowsProgress = reader.isOwn || reader.isOffice;
  const draft = draftOf(version, scores);
  return Object.assign(new ReviewResponse(), {
    id: review.id,
    callId: review.callId,
    applicationId: review.applicationId,
    applicationNumber: review.applicationNumber,
    label: review.label,
    // That an amendment is under way is between the author and the office.
    state: knowsProgress ? review.state : 'submitted',
    versionNumber: version.number,
    version: knowsProgress ? review.version : 0,
    summary: version.summary,
    verdict: version.verdict,
    scores: scores.map(toScoreResponse),
    ...totalsOf(version, scores),
    gaps: reader.isOwn && version.state === 'draft' ? gapsOf(draft, version, review.settings, locale) : [],
    submittedAt: version.submittedAt?.toISOString() ?? null,
    reason: knowsProgress ? version.reason : null,
    dueOn: knowsProgress ? review.dueOn : null,
    isOwn: reader.isOwn,
    isGenerated: version.isGenerated,
    reviewer: reader.isOffice && review.reviewerId ? { id: review.reviewerId, name: review.reviewerName ?? '' } : null,
    reconciliation: review.reconciliation
      ? {
          reason: review.reconciliation.reason,
          openedAt: new Date(review.reconciliation.openedAt).toISOString(),
          closedAt: null,
          outcome: null,
          statement: null,
        }
      : null,
    abilities: [...reader.abilities],
  });
}

export function toVersionResponse(
  version: VersionRow,
  scores: readonly ScoreRow[],
  showsReason: boolean,
): ReviewVersionResponse {
  return Object.assign(new ReviewVersionResponse(), {
    number: version.number,
    state: version.state,
    reason: showsReason ? version.reason : null,
    summary: version.summary,
    verdict: version.verdict,
    scores: scores.map(toScoreResponse),
    total: totalsOf(version, scores).total,
    submittedAt: version.submittedAt?.toISOString() ?? null,
  });
}

export function toScoreResponse(score: Omit<ScoreRow, 'versionId'>): ScoreResponse {
  return Object.assign(new ScoreResponse(), {
    criterion: score.criterion,
    value: score.value,
    justification: score.justification,
    version: score.version,
    updatedAt: score.updatedAt?.toISOString() ?? null,
  });
}

/** The version as the rules look at it. */
export function draftOf(version: VersionRow, scores: readonly ScoreRow[]): ReviewDraft {
  return {
    scores: Object.fromEntries(scores.map(({ criterion, value }) => [criterion, value])),
    justifications: Object.fromEntries(scores.map(({ criterion, justification }) => [criterion, justification])),
    verdict: version.verdict,
  };
}

/** Totals of a version; of groups only those whose criteria are all scored. */
export function totalsOf(
  version: VersionRow,
  scores: readonly ScoreRow[],
): { total: number | null; groupTotals: Record<string, number> } {
  const { catalogue } = version;
  const sheet = draftOf(version, scores).scores;
  const groups = Object.entries(groupTotals(sheet, catalogue, catalogue.scale));
  return {
    total: reviewTotal(sheet, catalogue, catalogue.scale),
    groupTotals: Object.fromEntries(groups.filter((entry): entry is [string, number] => entry[1] !== null)),
  };
}

function gapsOf(
  draft: ReviewDraft,
  { catalogue }: VersionRow,
  settings: ReviewCase['review']['settings'],
  locale: Locale,
): ReviewGap[] {
  return reviewGaps(draft, catalogue, catalogue.scale, settings.rules.minJustificationLength).map(
    ({ criterion, code, params }) => ({ criterion, code, message: messageFor(code, locale, params) }),
  );
}
