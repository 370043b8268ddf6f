import { BUNDLE_STATES, CORRIDOR_DIMENSIONS } from '@kuer/domain';
import { CorridorDto } from '../calls/call.dto.js';
import { Decimal, Flag, Id, Ids, Many, One, OneOf, Text, Texts, Time, Whole } from '../fields.js';

export const CORRIDOR_STATES = ['below', 'within', 'above', 'free'] as const;

export class CreateBundleRequest {
  @Text({ max: 200 })
  name: string;
  @Id({ optional: true, nullable: true, description: 'Copy of this scenario.' })
  copyOf?: string | null;
  @Flag({ optional: true })
  isShared?: boolean;
}

export class PatchBundleRequest {
  @Whole({ min: 0 })
  version: number;
  @Text({ max: 200, optional: true })
  name?: string;
  @Flag({ optional: true })
  isShared?: boolean;
  @OneOf(['draft', 'frozen'], { name: 'BundleEditState', optional: true })
  state?: 'draft' | 'frozen';
}

export class PutBundleItemRequest {
  @Text({ max: 4000, min: 0, nullable: true, optional: true })
  reason?: string | null;
}

export class PutJustificationRequest {
  @Text({
    max: 4000,
    min: 5,
    description: 'Why this higher-ranked application stays out although a lower-ranked one of its group is in.',
  })
  reason: string;
}

export class CorridorReasonDto {
  @OneOf(CORRIDOR_DIMENSIONS, { name: 'CorridorDimension' })
  dimension: (typeof CORRIDOR_DIMENSIONS)[number];
  @Text({ max: 80 })
  value: string;
  @Text({ max: 4000, min: 5, description: 'Why the bundle misses this corridor.' })
  reason: string;
}
export class PutCorridorReasonRequest extends CorridorReasonDto {}

export class BundleItemResponse {
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  number: string;
  @Flag()
  isRecused: boolean;
  @Text({ max: 300, nullable: true })
  title: string | null;
  @Text({ max: 300, nullable: true })
  leadName: string | null;
  @Text({ max: 80, nullable: true })
  portfolioGroup: string | null;
  @Decimal({ nullable: true })
  fundingRequested: number | null;
  @Whole({ nullable: true })
  rank: number | null;
  @Decimal({ nullable: true })
  total: number | null;
  @Text({ max: 200 })
  addedBy: string;
  @Time()
  addedAt: string;
  @Text({ max: 4000, nullable: true })
  reason: string | null;
}

export class BalanceEntry {
  @Text({ max: 80 })
  value: string;
  @Whole()
  count: number;
  @Decimal({ description: 'Share of the bundle, 0 to 1.' })
  share: number;
  @Whole({ nullable: true })
  min: number | null;
  @Whole({ nullable: true })
  max: number | null;
  @OneOf(CORRIDOR_STATES, { name: 'CorridorState' })
  state: (typeof CORRIDOR_STATES)[number];
  @Whole({ description: 'How many of the class could be selected at all.' })
  available: number;
  @Whole({ description: 'How many are missing (below) or too many (above).' })
  distance: number;
}

export class BalanceDimensionDto {
  @OneOf(CORRIDOR_DIMENSIONS, { name: 'CorridorDimension' })
  dimension: (typeof CORRIDOR_DIMENSIONS)[number];
  @Many(() => BalanceEntry)
  entries: BalanceEntry[];
}

export class CountMeter {
  @Whole()
  count: number;
  @Whole()
  min: number;
  @Whole()
  max: number;
  @OneOf(CORRIDOR_STATES, { name: 'CorridorState' })
  state: string;
}

export class BudgetMeter {
  @Decimal({ description: 'EUR asked by the bundle.' })
  used: number;
  @Decimal({ nullable: true })
  limit: number | null;
  @Decimal({ nullable: true })
  remaining: number | null;
  @OneOf(CORRIDOR_STATES, { name: 'CorridorState' })
  state: string;
}

export class BalanceResponse {
  @One(() => CountMeter)
  count: CountMeter;
  @One(() => BudgetMeter)
  budget: BudgetMeter;
  @Many(() => BalanceDimensionDto)
  dimensions: BalanceDimensionDto[];
}

export class PassedOverPair {
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  number: string;
  @Text({ max: 300, nullable: true })
  leadName: string | null;
  @Text({ max: 80 })
  portfolioGroup: string;
  @Whole()
  rank: number;
  @Ids({ description: 'Lower-ranked applications of the group that are in.' })
  takenInstead: string[];
  @Texts({ max: 20 })
  takenInsteadNumbers: string[];
  @Text({ max: 4000, nullable: true })
  reason: string | null;
}

export class BundleGap {
  @Text({ max: 100 })
  code: string;
  @Text({ max: 1000 })
  message: string;
  @Id({ nullable: true, optional: true })
  applicationId?: string | null;
}

export class BundleResponse {
  @Id()
  id: string;
  @Id()
  callId: string;
  @Text({ max: 200 })
  name: string;
  @OneOf(BUNDLE_STATES, { name: 'BundleState' })
  state: (typeof BUNDLE_STATES)[number];
  @Id()
  ownerId: string;
  @Text({ max: 200 })
  ownerName: string;
  @Flag()
  isOwn: boolean;
  @Flag()
  isShared: boolean;
  @Whole()
  version: number;
  @Many(() => BundleItemResponse)
  items: BundleItemResponse[];
  @One(() => BalanceResponse)
  balance: BalanceResponse;
  @Many(() => PassedOverPair)
  passedOver: PassedOverPair[];
  @Many(() => CorridorReasonDto)
  corridorReasons: CorridorReasonDto[];
  @Many(() => BundleGap, { description: 'What adoption still waits for.' })
  gaps: BundleGap[];
  @Time()
  createdAt: string;
  @Texts({ max: 60 })
  abilities: string[];
}
export class BundlesResponse {
  @Many(() => BundleResponse)
  items: BundleResponse[];
}

export class BundleProposalRequest {
  @Ids({ optional: true, max: 2000 })
  mustHave?: string[];
  @Ids({ optional: true, max: 2000 })
  mustNot?: string[];
  @Many(() => CorridorDto, { optional: true, max: 200, description: 'Left out: the corridors of the call.' })
  corridors?: CorridorDto[];
}

export class BundleProposalResponse {
  @OneOf(['complete', 'incomplete'], {
    name: 'ProposalStatus',
    description: 'complete: number, budget and every corridor are kept. A greedy proposal, not proven optimal.',
  })
  status: 'complete' | 'incomplete';
  @Ids()
  selected: string[];
  @Decimal({ description: 'Sum of the application totals.' })
  objective: number;
  @One(() => BalanceResponse)
  balance: BalanceResponse;
  @Many(() => BundleGap, { description: 'What could not be kept.' })
  gaps: BundleGap[];
}

export class AdoptBundleRequest {
  @Id({ description: 'The adopted motion to adopt exactly this bundle.' })
  motionId: string;
}
