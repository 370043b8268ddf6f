import { BALLOTS, CALL_STATES, CORRIDOR_DIMENSIONS, MAJORITIES, RANKING_BASES, ROLES, TIE_RULES } from '@kuer/domain';
import {
  Day,
  Decimal,
  Flag,
  Id,
  Json,
  Many,
  NumberMap,
  One,
  OneOf,
  SomeOf,
  Text,
  Texts,
  Time,
  Whole,
} from '../fields.js';
import { pageOf } from '../lists.js';

export class ScaleLevelDto {
  @Decimal({ min: 0, max: 100 })
  value: number;
  @Text({ max: 100 })
  label: string;
  @Text({ max: 1000, min: 0 })
  descriptor: string;
}

/** Scale [0, max] in steps of `step`, with a descriptor for each level. */
export class ScaleDto {
  @Decimal({ min: 1, max: 100 })
  max: number;
  @Decimal({ min: 0.1, max: 100 })
  step: number;
  @Many(() => ScaleLevelDto, { max: 101 })
  levels: ScaleLevelDto[];
}

export class CriterionDto {
  @Text({ max: 10, pattern: /^[A-Z][A-Z0-9]{0,9}$/ })
  code: string;
  @Text({ max: 1000 })
  text: string;
  @Decimal({ min: 0.001, max: 100 })
  weight: number;
}

export class CriterionGroupDto {
  @Text({ max: 10, pattern: /^[A-Z][A-Z0-9]{0,9}$/ })
  code: string;
  @Text({ max: 500 })
  name: string;
  @Decimal({ min: 0.001, max: 100, optional: true, description: 'Multiplies the weights of the group; default 1.' })
  weight?: number;
  @Decimal({
    min: 0,
    max: 100,
    optional: true,
    description: 'Threshold of this group (points of 100) where it differs from the default of the call.',
  })
  threshold?: number;
  @Many(() => CriterionDto, { min: 1, max: 60 })
  criteria: CriterionDto[];
}

export class PutCatalogueRequest {
  @Whole({ min: 0 })
  version: number;
  @One(() => ScaleDto)
  scale: ScaleDto;
  @Many(() => CriterionGroupDto, { min: 1, max: 20 })
  groups: CriterionGroupDto[];
}

export class CatalogueResponse {
  @Id()
  callId: string;
  @Id()
  id: string;
  @Whole({ description: 'Number of the catalogue version; a new one only while the call is a draft.' })
  number: number;
  @Time({ nullable: true })
  frozenAt: string | null;
  @Whole({ description: 'Edit version, to be sent back with PUT.' })
  version: number;
  @One(() => ScaleDto)
  scale: ScaleDto;
  @Many(() => CriterionGroupDto)
  groups: CriterionGroupDto[];
}

export class ThresholdsDto {
  @Decimal({ min: 0, max: 100, description: 'Eligible from this application total (points of 100).' })
  total: number;
  @Decimal({
    min: 0,
    max: 100,
    description: 'Each criterion group at least this (points of 100), unless the group has a threshold of its own.',
  })
  group: number;
  @Decimal({ min: 0, max: 100, description: 'Divergence from this difference of the totals (points).' })
  divergencePoints: number;
  @Decimal({ min: 0, max: 100, description: 'Divergence from this difference on one criterion (levels).' })
  divergenceLevels: number;
}

export class LocalizedTextDto {
  @Text({ max: 300 })
  de: string;
  @Text({ max: 300 })
  en: string;
}

export class RequiredDocumentDto {
  @Text({ max: 40, pattern: /^[a-z][a-z0-9_]*$/ })
  key: string;
  @One(() => LocalizedTextDto)
  label: LocalizedTextDto;
  @Flag()
  required: boolean;
  @Day({
    optional: true,
    description: 'Own deadline where it differs from the one of the call (council resolutions, say).',
  })
  deadline?: string;
}

export class CorridorDto {
  @OneOf(CORRIDOR_DIMENSIONS, { name: 'CorridorDimension' })
  dimension: (typeof CORRIDOR_DIMENSIONS)[number];
  @Text({ max: 80 })
  value: string;
  @Whole({ min: 0, max: 100_000, optional: true })
  min?: number;
  @Whole({ min: 0, max: 100_000, optional: true })
  max?: number;
}

export class CountRangeDto {
  @Whole({ min: 0, max: 100_000 })
  min: number;
  @Whole({ min: 0, max: 100_000 })
  max: number;
}

export class BudgetDto {
  @Decimal({ min: 0, max: 1e12, description: 'EUR for the whole bundle.' })
  total: number;
  @Decimal({ min: 0, max: 1e12, optional: true, description: 'EUR per project.' })
  perProjectMax?: number;
  @One(() => CountRangeDto, { description: 'Number of projects in the bundle.' })
  count: CountRangeDto;
}

export class CallDatesDto {
  @Day({ optional: true })
  submissionEndsOn?: string;
  @Day({ optional: true })
  formalCheckEndsOn?: string;
  @Day({ optional: true })
  reviewEndsOn?: string;
  @Day({ optional: true })
  juryOn?: string;
}

export class CallRulesDto {
  @Whole({ min: 1, max: 3 })
  reviewsPerApplication: number;
  @Whole({ min: 0, max: 2000, description: 'Characters, surrounding blanks not counted.' })
  minJustificationLength: number;
  @Whole({ min: 1, max: 10_000, nullable: true })
  maxReviewsPerReviewer: number | null;
  @Flag({ description: 'A person working for a state is in conflict on every application of that state.' })
  ownStateConflict: boolean;
  @Decimal({ min: 0.01, max: 1, description: 'Quorate with more than this share of the members who are not recused.' })
  quorumShare: number;
  @OneOf(MAJORITIES, { name: 'Majority' })
  majority: (typeof MAJORITIES)[number];
  @OneOf(TIE_RULES, { name: 'TieRule' })
  tieRule: (typeof TIE_RULES)[number];
  @OneOf(BALLOTS, { name: 'Ballot' })
  ballot: (typeof BALLOTS)[number];
  @OneOf(RANKING_BASES, { name: 'RankingBasis' })
  rankBy: (typeof RANKING_BASES)[number];
  @Whole({
    min: 0,
    max: 10_000,
    nullable: true,
    description: 'Longest reserve list per portfolio group; null: all recommended ones.',
  })
  reservePerGroup: number | null;
}

export class CallSettingsDto {
  @One(() => ThresholdsDto)
  thresholds: ThresholdsDto;
  @Many(() => RequiredDocumentDto, { max: 50 })
  documents: RequiredDocumentDto[];
  @Many(() => CorridorDto, { max: 200 })
  corridors: CorridorDto[];
  @One(() => BudgetDto)
  budget: BudgetDto;
  @One(() => CallDatesDto)
  dates: CallDatesDto;
  @One(() => CallRulesDto)
  rules: CallRulesDto;
}

export class CreateCallRequest {
  @Text({ max: 300 })
  title: string;
  @Text({ max: 100, nullable: true, optional: true, description: 'Round (Staffel).' })
  round?: string | null;
  @One(() => CallSettingsDto, {
    optional: true,
    description: 'Left out: the settings of the 2020 call as defaults, without dates.',
  })
  settings?: CallSettingsDto;
}

export class UpdateCallRequest {
  @Whole({ min: 0 })
  version: number;
  @Text({ max: 300, optional: true })
  title?: string;
  @Text({ max: 100, nullable: true, optional: true })
  round?: string | null;
  @One(() => CallSettingsDto, { optional: true })
  settings?: CallSettingsDto;
}

export class CallResponse {
  @Id()
  id: string;
  @Text({ max: 300 })
  title: string;
  @Text({ max: 100, nullable: true })
  round: string | null;
  @OneOf(CALL_STATES, { name: 'CallState' })
  state: (typeof CALL_STATES)[number];
  @Flag()
  isDemo: boolean;
  @Flag({ description: 'Scores and reasons of this call are generated demo data.' })
  hasGeneratedData: boolean;
  @One(() => CallSettingsDto)
  settings: CallSettingsDto;
  @Whole()
  version: number;
  @SomeOf(ROLES, { name: 'Role', description: 'The roles of the caller in this call.' })
  myRoles: (typeof ROLES)[number][];
  @Texts({ max: 60, description: 'What the caller may do with the call now, as policy actions.' })
  abilities: string[];
  @Time()
  createdAt: string;
}
export class CallPage extends pageOf(CallResponse, 'CallPageBase') {}

export class MissingItem {
  @Text({ max: 100 })
  code: string;
  @Text({ max: 1000 })
  message: string;
  @Id({ optional: true, nullable: true })
  applicationId?: string | null;
  @Text({ max: 40, optional: true, nullable: true })
  applicationNumber?: string | null;
}

export class OverrideResponse {
  @Id()
  id: string;
  @OneOf(CALL_STATES, { name: 'CallState' })
  to: string;
  @Text({ max: 4000 })
  reason: string;
  @Text({ max: 200 })
  requestedBy: string;
  @Time()
  requestedAt: string;
  @Flag({ description: 'The caller asked for it and so can not confirm it.' })
  isOwnRequest: boolean;
}

/** Numbers of the stage for the coordinator's overview. */
export class StageProgress {
  @Whole()
  applications: number;
  @NumberMap({ description: 'Number of applications by state.' })
  byState: Record<string, number>;
  @Whole()
  reviewsExpected: number;
  @Whole()
  reviewsSubmitted: number;
  @Whole()
  reviewsOverdue: number;
  @Whole()
  divergencesOpen: number;
}

export class ReadinessResponse {
  @OneOf(CALL_STATES, { name: 'CallState' })
  state: string;
  @OneOf(CALL_STATES, { name: 'CallState', nullable: true })
  next: string | null;
  @Flag()
  ready: boolean;
  @Many(() => MissingItem)
  missing: MissingItem[];
  @One(() => OverrideResponse, { nullable: true })
  pendingOverride: OverrideResponse | null;
  @One(() => StageProgress)
  progress: StageProgress;
}

export class TransitionRequest {
  @OneOf(CALL_STATES, { name: 'CallState' })
  to: (typeof CALL_STATES)[number];
  @Text({ max: 4000, min: 10, optional: true, description: 'Needed for a step back and for an override.' })
  reason?: string;
  @Flag({
    optional: true,
    description:
      'Go on although duties are open: the first coordinator asks, a second one confirms by the same request.',
  })
  override?: boolean;
}

export class TransitionResponse {
  @OneOf(CALL_STATES, { name: 'CallState' })
  state: string;
  @Flag({ description: 'False: an override was asked for and waits for a second coordinator.' })
  done: boolean;
  @One(() => OverrideResponse, { nullable: true })
  pendingOverride: OverrideResponse | null;
}

export class MemberInput {
  @Id()
  accountId: string;
  @SomeOf(ROLES, { name: 'Role', min: 1 })
  roles: (typeof ROLES)[number][];
}

export class PutMembersRequest {
  @Many(() => MemberInput, { max: 2000 })
  members: MemberInput[];
}

export class MemberResponse {
  @Id()
  accountId: string;
  @Text({ max: 200 })
  name: string;
  @Text({ max: 254 })
  email: string;
  @SomeOf(ROLES, { name: 'Role' })
  roles: (typeof ROLES)[number][];
  @Texts({ max: 80 })
  expertise: string[];
  @Text({ max: 200, nullable: true })
  employer: string | null;
}

export class MembersResponse {
  @Many(() => MemberResponse)
  items: MemberResponse[];
}

/** Result of a command that has nothing else to say. */
export class DoneResponse {
  @Flag()
  done: boolean;
  @Json({ optional: true })
  info?: Record<string, unknown>;
}
