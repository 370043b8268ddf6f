import { CALL_STATES } from '@kuer/domain';
import { Day, Decimal, Flag, Id, Json, Many, NumberMap, One, OneOf, SomeOf, Text, Texts, Time, Whole } from '../fields.js';
import { pageOf } from '../lists.js';

export const BALANCE_DIMENSIONS = ['portfolioGroup', 'sizeClass', 'state', 'phase'] as const;
export const ROLE_NAMES = ['administrator', 'coordinator', 'examiner', 'reviewer', 'juror', 'chair', 'auditor'] as const;

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
  @Decimal({ min: 0, max: 100 })
  weight: number;
}

export class CriterionGroupDto {
  @Text({ max: 10, pattern: /^[A-Z][A-Z0-9]{0,9}$/ })
  code: string;
  @Text({ max: 500 })
  name: string;
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
  @Decimal({ min: 0, max: 100, description: 'Each criterion group at least this (points of 100), unless groupOverrides says otherwise.' })
  group: number;
  @NumberMap({ optional: true, description: 'Threshold by group code where it differs.' })
  groupOverrides?: Record<string, number>;
  @Decimal({ min: 0, max: 100, description: 'Divergence from this difference of the totals (points).' })
  divergencePoints: number;
  @Decimal({ min: 0, max: 100, description: 'Divergence from this difference on one criterion (levels).' })
  divergenceLevels: number;
}

export class RequiredDocumentDto {
  @Text({ max: 40, pattern: /^[a-z][a-z0-9-]*$/ })
  key: string;
  @Text({ max: 200 })
  label: string;
  @Flag()
  required: boolean;
  @Day({ nullable: true, optional: true, description: 'Own deadline where it differs from the one of the call (council resolutions, say).' })
  deadline?: string | null;
}

export class CorridorDto {
  @OneOf(BALANCE_DIMENSIONS, { name: 'BalanceDimension' })
  dimension: (typeof BALANCE_DIMENSIONS)[number];
  @Text({ max: 80 })
  value: string;
  @Whole({ min: 0, nullable: true, optional: true })
  min?: number | null;
  @Whole({ min: 0, nullable: true, optional: true })
  max?: number | null;
}

export class BudgetDto {
  @Decimal({ min: 0, nullable: true, description: 'EUR for the whole bundle.' })
  total: number | null;
  @Decimal({ min: 0, nullable: true, description: 'EUR per project.' })
  perProjectMax: number | null;
  @Whole({ min: 0, description: 'Least number of projects.' })
  countMin: number;
  @Whole({ min: 0, description: 'Greatest number of projects.' })
  countMax: number;
}

export class CallDatesDto {
  @Day({ nullable: true })
  announcedOn: string | null;
  @Day({ nullable: true })
  submissionDeadline: string | null;
  @Day({ nullable: true })
  supplementDeadline: string | null;
  @Day({ nullable: true })
  reviewDeadline: string | null;
  @Day({ nullable: true })
  jurySessionOn: string | null;
}

export class CallRulesDto {
  @Whole({ min: 1, max: 5 })
  reviewersPerApplication: number;
  @Whole({ min: 0, max: 2000 })
  justificationMinLength: number;
  @Flag({ description: 'Reviewers and jurors are in conflict with applications from their own state.' })
  ownStateIsConflict: boolean;
  @OneOf(['open', 'secret'], { name: 'Ballot' })
  ballot: 'open' | 'secret';
  @OneOf(['simple', 'two_thirds'], { name: 'Majority' })
  majority: 'simple' | 'two_thirds';
  @OneOf(['chair_decides', 'rejected'], { name: 'TieRule' })
  tieRule: 'chair_decides' | 'rejected';
  @Decimal({ min: 0.01, max: 1, description: 'Quorate when more than this share of the members who are not recused is present.' })
  quorumShare: number;
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
  @One(() => CallSettingsDto, { optional: true, description: 'Left out: the settings of the 2020 call as defaults, without dates.' })
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
  @SomeOf(ROLE_NAMES, { name: 'Role', description: 'The roles of the caller in this call.' })
  myRoles: (typeof ROLE_NAMES)[number][];
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
  @Flag({ optional: true, description: 'Go on although duties are open: the first coordinator asks, a second one confirms by the same request.' })
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
  @SomeOf(ROLE_NAMES, { name: 'Role', min: 1 })
  roles: (typeof ROLE_NAMES)[number][];
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
  @SomeOf(ROLE_NAMES, { name: 'Role' })
  roles: (typeof ROLE_NAMES)[number][];
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
