import { REVIEW_STATES, REVIEW_VERDICTS } from '@kuer/domain';
import { Day, Decimal, Flag, Id, Many, NumberMap, One, OneOf, Text, Texts, Time, Whole } from '../fields.js';
import { PersonRef } from '../lists.js';
import { ReconciliationDto } from './results.dto.js';

export class PutScoreRequest {
  @Decimal({ nullable: true, description: 'Within the scale and step of the frozen catalogue; null: not scored yet.' })
  value: number | null;
  @Text({ max: 10_000, min: 0, nullable: true, optional: true })
  justification?: string | null;
  @Whole({ min: 0, description: 'Version of this score as read (0: none yet).' })
  version: number;
}

export class ScoreResponse {
  @Text({ max: 10 })
  criterion: string;
  @Decimal({ nullable: true })
  value: number | null;
  @Text({ max: 10_000 })
  justification: string;
  @Whole()
  version: number;
  @Time({ nullable: true })
  updatedAt: string | null;
}

export class PatchReviewRequest {
  @Whole({ min: 0 })
  version: number;
  @Text({ max: 20_000, min: 0, nullable: true, optional: true })
  summary?: string | null;
  @OneOf(REVIEW_VERDICTS, { name: 'Verdict', nullable: true, optional: true })
  verdict?: (typeof REVIEW_VERDICTS)[number] | null;
}

export class SubmitReviewRequest {
  @Whole({ min: 0, optional: true })
  version?: number;
}

export class ReviewGap {
  @Text({ max: 10, nullable: true, description: 'Criterion, or null for the review as a whole.' })
  criterion: string | null;
  @Text({ max: 100 })
  code: string;
  @Text({ max: 1000 })
  message: string;
}

export class ReviewResponse {
  @Id()
  id: string;
  @Id()
  callId: string;
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  applicationNumber: string;
  @Text({ max: 1, description: 'A, B, or C for a third review.' })
  label: string;
  @OneOf(REVIEW_STATES, { name: 'ReviewState' })
  state: (typeof REVIEW_STATES)[number];
  @Whole({ description: 'Number of the version shown (1: the first).' })
  versionNumber: number;
  @Whole({ description: 'Edit version of summary and verdict.' })
  version: number;
  @Text({ max: 20_000 })
  summary: string;
  @OneOf(REVIEW_VERDICTS, { name: 'Verdict', nullable: true })
  verdict: string | null;
  @Many(() => ScoreResponse, { description: 'One for each criterion of the catalogue, in its order.' })
  scores: ScoreResponse[];
  @Decimal({ nullable: true, description: 'Review total T (points of 100); null while scores are missing.' })
  total: number | null;
  @NumberMap({ description: 'Totals of the complete groups by group code (points of 100).' })
  groupTotals: Record<string, number>;
  @Many(() => ReviewGap, { description: 'What a submission still needs.' })
  gaps: ReviewGap[];
  @Time({ nullable: true })
  submittedAt: string | null;
  @Text({ max: 4000, nullable: true, description: 'Why this version was opened.' })
  reason: string | null;
  @Day({ nullable: true })
  dueOn: string | null;
  @Flag()
  isOwn: boolean;
  @Flag()
  isGenerated: boolean;
  @One(() => PersonRef, { nullable: true, description: 'Coordinators and auditors only.' })
  reviewer: PersonRef | null;
  @One(() => ReconciliationDto, { nullable: true, description: 'While one is open: the reason, for those concerned.' })
  reconciliation: ReconciliationDto | null;
  @Texts({ max: 60 })
  abilities: string[];
}

export class ReviewVersionResponse {
  @Whole()
  number: number;
  @OneOf(['draft', 'submitted'], { name: 'ReviewVersionState' })
  state: string;
  @Text({ max: 4000, nullable: true })
  reason: string | null;
  @Text({ max: 20_000 })
  summary: string;
  @OneOf(REVIEW_VERDICTS, { name: 'Verdict', nullable: true })
  verdict: string | null;
  @Many(() => ScoreResponse)
  scores: ScoreResponse[];
  @Decimal({ nullable: true })
  total: number | null;
  @Time({ nullable: true })
  submittedAt: string | null;
}
export class ReviewVersionsResponse {
  @Many(() => ReviewVersionResponse)
  items: ReviewVersionResponse[];
}

/** The reviews of one application that the caller may read (submitted ones, or the own). */
export class ApplicationReviewsResponse {
  @Many(() => ReviewResponse)
  items: ReviewResponse[];
}
