import { APPLICATION_STATES, RECOMMENDATION_OUTCOMES, RECONCILIATION_OUTCOMES, REVIEW_VERDICTS } from '@kuer/domain';
import { IsIn } from 'class-validator';
import { Day, Decimal, Flag, Id, Many, NumberMap, One, OneOf, Text, Texts, Time, Whole } from '../fields.js';
import { ListQuery, PersonRef, pageOf } from '../lists.js';

export class ReasonText {
  @Text({ max: 100 })
  code: string;
  @Text({ max: 2000 })
  message: string;
}

export class ResultReview {
  @Id()
  reviewId: string;
  @Text({ max: 1 })
  label: string;
  @Decimal()
  total: number;
  @NumberMap()
  groupTotals: Record<string, number>;
  @NumberMap({ description: 'Score by criterion.' })
  scores: Record<string, number>;
  @OneOf(REVIEW_VERDICTS, { name: 'Verdict', nullable: true })
  verdict: string | null;
  @One(() => PersonRef, { nullable: true, description: 'Coordinators and auditors only.' })
  reviewer: PersonRef | null;
}

export class DivergenceDto {
  @Decimal({ description: 'Largest difference of two totals (points).' })
  points: number;
  @Decimal({ description: 'Largest difference on one criterion (levels).' })
  levels: number;
  @Text({ max: 10, nullable: true, description: 'Criterion of the largest difference.' })
  criterion: string | null;
  @Flag()
  verdictsDiffer: boolean;
  @Flag()
  flagged: boolean;
  @Flag({ description: 'Flagged and neither reconciled nor settled by a third review.' })
  isOpen: boolean;
  @Many(() => ReasonText)
  reasons: ReasonText[];
}

export class EligibilityDto {
  @Flag({ nullable: true, description: 'Null while it can not be said: reviews are missing, or a divergence is open.' })
  eligible: boolean | null;
  @Many(() => ReasonText)
  reasons: ReasonText[];
}

export class RecommendationDto {
  @OneOf(RECOMMENDATION_OUTCOMES, {
    name: 'RecommendationOutcome',
    nullable: true,
    description: 'As it follows from the rules; null while it can not be derived.',
  })
  derived: string | null;
  @OneOf(RECOMMENDATION_OUTCOMES, {
    name: 'RecommendationOutcome',
    nullable: true,
    description: 'As confirmed; null: not yet.',
  })
  outcome: string | null;
  @Text({ max: 4000, nullable: true })
  comment: string | null;
  @Text({ max: 200, nullable: true })
  confirmedBy: string | null;
  @Time({ nullable: true })
  confirmedAt: string | null;
}

/** A reconciliation of an application: the last one, open or closed. */
export class ReconciliationDto {
  @Text({ max: 4000, description: 'Why it was opened.' })
  reason: string;
  @Time()
  openedAt: string;
  @Time({ nullable: true, description: 'Null: still open.' })
  closedAt: string | null;
  @OneOf(RECONCILIATION_OUTCOMES, { name: 'ReconciliationOutcome', nullable: true })
  outcome: string | null;
  @Text({ max: 4000, nullable: true, description: 'How the difference was settled, in words.' })
  statement: string | null;
}

export class RankInterval {
  @Decimal()
  low: number;
  @Decimal()
  high: number;
}

/** One application of the results. Recused callers get the row with `isRecused`, its number, and nothing else. */
export class ResultRow {
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  number: string;
  @OneOf(APPLICATION_STATES, { name: 'ApplicationState' })
  state: string;
  @Flag()
  isRecused: boolean;
  @Flag()
  isGenerated: boolean;
  @Text({ max: 300, nullable: true })
  title: string | null;
  @Text({ max: 300, nullable: true })
  leadName: string | null;
  @Text({ max: 80, nullable: true })
  portfolioGroup: string | null;
  @Text({ max: 80, nullable: true })
  sizeClass: string | null;
  @Texts({ max: 2 })
  federalStates: string[];
  @Text({ max: 1, nullable: true })
  phase: string | null;
  @Decimal({ nullable: true })
  fundingRequested: number | null;
  @Whole()
  reviewsExpected: number;
  @Many(() => ResultReview)
  reviews: ResultReview[];
  @Decimal({ nullable: true, description: 'Mean of the counted review totals (points of 100).' })
  total: number | null;
  @NumberMap()
  groupTotals: Record<string, number>;
  @One(() => DivergenceDto, { nullable: true })
  divergence: DivergenceDto | null;
  @One(() => EligibilityDto, { nullable: true })
  eligibility: EligibilityDto | null;
  @Whole({ nullable: true, description: 'Shared by equal totals (1, 2, 2, 4).' })
  rank: number | null;
  @Flag()
  rankTied: boolean;
  @One(() => RankInterval, { nullable: true, description: 'Null: the uncertainty of ranks is not computed yet.' })
  interval: RankInterval | null;
  @One(() => RecommendationDto)
  recommendation: RecommendationDto;
  @Flag()
  inReconciliation: boolean;
  @One(() => ReconciliationDto, { nullable: true })
  reconciliation: ReconciliationDto | null;
  @Texts({ max: 60, description: 'What the caller may do with the application’s results now, as policy actions.' })
  abilities: string[];
}
export class ResultPage extends pageOf(ResultRow, 'ResultPageBase') {}

export class ResultQuery extends ListQuery {
  @Text({ max: 80, optional: true })
  portfolioGroup?: string;
  @OneOf(['true', 'false'], { optional: true })
  divergent?: string;
  @OneOf(RECOMMENDATION_OUTCOMES, { name: 'RecommendationOutcome', optional: true })
  recommendation?: string;
}

export class ResultExportQuery extends ResultQuery {
  @OneOf(['csv', 'xlsx'], { optional: true, description: 'Default: xlsx.' })
  format?: 'csv' | 'xlsx';
}

export class AgreementRow {
  @Text({ max: 20, description: 'Criterion or group code, or "total".' })
  key: string;
  @Whole({ description: 'Pairs of reviews compared.' })
  pairs: number;
  @Decimal({ nullable: true, description: 'Share of pairs with the same score.' })
  exact: number | null;
  @Decimal({ nullable: true, description: 'Share of pairs at most one step apart.' })
  withinOneStep: number | null;
  @Decimal({ nullable: true, description: 'Mean absolute difference (levels; points for totals).' })
  meanDifference: number | null;
}
export class AgreementResponse {
  @Many(() => AgreementRow)
  items: AgreementRow[];
}

export class SeverityRow {
  @One(() => PersonRef, { nullable: true, description: 'Null for the jury, which sees no names.' })
  reviewer: PersonRef | null;
  @Whole()
  reviews: number;
  @Decimal({ nullable: true })
  meanTotal: number | null;
  @Decimal({ nullable: true, description: 'Mean difference to the other reviewers of the same applications (points).' })
  meanDifference: number | null;
}
export class SeverityResponse {
  @Many(() => SeverityRow)
  items: SeverityRow[];
}

export class RecommendationRequest {
  @OneOf(RECOMMENDATION_OUTCOMES, { name: 'RecommendationOutcome' })
  outcome: (typeof RECOMMENDATION_OUTCOMES)[number];
  @Text({
    max: 4000,
    min: 0,
    nullable: true,
    optional: true,
    description: 'Needed where the outcome deviates from the derived one.',
  })
  comment?: string | null;
}

export class ConfirmRecommendationsRequest {
  @Flag({
    description: 'Confirms the derived outcome of every complete application that has none yet and no open divergence.',
  })
  @IsIn([true])
  confirmDerived: true;
}

/** An application that stayed without a recommendation, and why. */
export class UnconfirmedRecommendation {
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  applicationNumber: string;
  @Text({ max: 100 })
  code: string;
  @Text({ max: 1000 })
  message: string;
}

export class ConfirmRecommendationsResponse {
  @Whole({ description: 'Recommendations confirmed by this request.' })
  confirmed: number;
  @Many(() => UnconfirmedRecommendation)
  unconfirmed: UnconfirmedRecommendation[];
}

export class ReconciliationRequest {
  @Text({ max: 4000, min: 5 })
  reason: string;
}

export class CloseReconciliationRequest {
  @Text({ max: 4000, min: 5, description: 'How the difference was settled.' })
  outcome: string;
}

export class ThirdReviewRequest {
  @Id()
  reviewerId: string;
  @Text({ max: 4000, min: 5 })
  reason: string;
  @Day({ optional: true, nullable: true })
  dueOn?: string | null;
}
