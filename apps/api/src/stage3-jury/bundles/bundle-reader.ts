import {
  BalanceResponse,
  type BundleGap,
  type BundleItemResponse,
  BundleResponse,
  type Locale,
  messageFor,
} from '@kuer/contract';
import {
  type Actor,
  type AdoptingMotion,
  type AdoptionGap,
  abilitiesOf,
  adoptionGaps,
  type Balance,
  balance,
  PORTFOLIO_GROUP_LABELS,
  passedOver,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import type { CallEntity } from '../../calls/call.entity.js';
import { CallsService } from '../../calls/calls.service.js';
import { Refusal } from '../../http/refusal.js';
import { lockRow } from '../../persistence/lock-row.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { JuryNames } from '../jury-names.js';
import { BundleEntity, BundleItemEntity, BundleJustificationEntity } from './bundle.entity.js';
import { type Candidate, Candidates } from './candidates.js';
import { CORRIDOR_VALUE_LABELS } from './corridor-labels.js';
import { CorridorReasons } from './corridor-reasons.js';

export interface BundleCase {
  readonly bundle: BundleEntity;
  readonly call: CallEntity;
  readonly actor: Actor;
}

/** What a bundle holds and how it stands: balance, who is passed over, what adoption still waits for. */
export interface BundleStanding {
  readonly candidates: readonly Candidate[];
  readonly selectedIds: readonly string[];
  readonly balance: Balance;
  readonly gaps: readonly AdoptionGap[];
}

@Injectable()
export class BundleReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calls: CallsService,
    private readonly candidates: Candidates,
    private readonly corridorReasons: CorridorReasons,
    private readonly names: JuryNames,
  ) {}

  async find(id: string, mode?: 'lock'): Promise<BundleCase> {
    const bundle = mode
      ? await lockRow(this.uow, BundleEntity, id)
      : await this.uow.manager.findOneBy(BundleEntity, { id });
    if (!bundle) throw Refusal.notFound();
    return { bundle, ...(await this.calls.find(bundle.callId)) };
  }

  /** Facts of the policy about the bundle: own, shared; a frozen or adopted one counts as shared. */
  factsOf({ bundle, call }: BundleCase, hasConflict = false) {
    return {
      callState: call.state,
      isOwn: bundle.ownerId === this.uow.accountId,
      isShared: bundle.isShared || bundle.state !== 'draft',
      hasConflict,
    };
  }

  async standing({ bundle, call }: BundleCase, motion: AdoptingMotion | null = null): Promise<BundleStanding> {
    const candidates = await this.candidates.of(call.id);
    const membership = await this.uow.query<{ id: string; isItem: boolean; isJustified: boolean }>(
      `SELECT application_id AS id, is_item AS "isItem", is_justified AS "isJustified" FROM kuer.bundle_membership($1)`,
      [bundle.id],
    );
    const selectedIds = membership.filter(({ isItem }) => isItem).map(({ id }) => id);
    const found = balance({
      items: candidates,
      selectedIds,
      corridors: call.settings.corridors,
      budget: call.settings.budget,
    });
    const gaps = adoptionGaps({
      bundleId: bundle.id,
      bundleState: bundle.state,
      anotherIsAdopted: await this.anotherIsAdopted(bundle),
      candidates,
      selectedIds,
      balance: found,
      // Whether there is a reason is all that counts here; its words may be closed to a recused reader.
      justifications: Object.fromEntries(membership.flatMap(({ id, isJustified }) => (isJustified ? [[id, '✓']] : []))),
      corridorReasons: await this.corridorReasons.of(bundle.id),
      motion,
    });
    return { candidates, selectedIds, balance: found, gaps: bundle.state === 'adopted' ? [] : gaps };
  }

  async anotherIsAdopted(bundle: BundleEntity): Promise<boolean> {
    const adopted = await this.uow.manager.findOneBy(BundleEntity, { callId: bundle.callId, state: 'adopted' });
    return adopted !== null && adopted.id !== bundle.id;
  }

  async toResponse(found: BundleCase, locale: Locale): Promise<BundleResponse> {
    const { bundle, actor } = found;
    const standing = await this.standing(found);
    const byId = new Map(standing.candidates.map((candidate) => [candidate.applicationId, candidate]));
    const reasons = await this.uow.manager.findBy(BundleJustificationEntity, { bundleId: bundle.id });
    const reasonOf = new Map(reasons.map(({ applicationId, reason }) => [applicationId, reason]));
    const names = await this.names.of([bundle.ownerId]);
    return Object.assign(new BundleResponse(), {
      id: bundle.id,
      callId: bundle.callId,
      name: bundle.name,
      state: bundle.state,
      ownerId: bundle.ownerId,
      ownerName: names.get(bundle.ownerId) ?? '',
      isOwn: bundle.ownerId === this.uow.accountId,
      isShared: bundle.isShared,
      version: bundle.version,
      items: await this.items(bundle, standing, byId),
      balance: toBalanceResponse(standing.balance),
      passedOver: passedOver(standing.candidates, standing.selectedIds).map((one) => ({
        applicationId: one.applicationId,
        number: byId.get(one.applicationId)?.number ?? '',
        leadName: byId.get(one.applicationId)?.leadName ?? null,
        portfolioGroup: one.portfolioGroup,
        rank: one.rank,
        takenInstead: one.takenInstead.map(({ applicationId }) => applicationId),
        takenInsteadNumbers: one.takenInstead.map(({ applicationId }) => byId.get(applicationId)?.number ?? ''),
        reason: reasonOf.get(one.applicationId) ?? null,
      })),
      corridorReasons: await this.corridorReasons.of(bundle.id),
      gaps: gapsInWords(standing.gaps, byId, locale),
      createdAt: bundle.createdAt.toISOString(),
      abilities:
        bundle.state === 'adopted'
          ? []
          : abilitiesOf(actor, ['bundle.write', 'bundle.justify', 'bundle.adopt'], this.factsOf(found)),
    });
  }

  private async items(
    bundle: BundleEntity,
    standing: BundleStanding,
    byId: ReadonlyMap<string, Candidate>,
  ): Promise<BundleItemResponse[]> {
    const rows = new Map(
      (await this.uow.manager.findBy(BundleItemEntity, { bundleId: bundle.id })).map((row) => [row.applicationId, row]),
    );
    const names = await this.names.of([...rows.values()].map(({ addedBy }) => addedBy));
    return standing.candidates
      .filter(({ applicationId }) => standing.selectedIds.includes(applicationId))
      .map(({ applicationId }) => {
        const candidate = byId.get(applicationId);
        const row = rows.get(applicationId);
        const isRecused = candidate?.isRecused ?? true;
        return {
          applicationId,
          number: candidate?.number ?? '',
          isRecused,
          title: candidate?.title ?? null,
          leadName: candidate?.leadName ?? null,
          portfolioGroup: isRecused ? null : (candidate?.portfolioGroup ?? null),
          fundingRequested: isRecused ? null : (candidate?.fundingRequested ?? null),
          rank: isRecused ? null : (candidate?.rank ?? null),
          total: isRecused ? null : (candidate?.total ?? null),
          addedBy: row ? (names.get(row.addedBy) ?? '') : '',
          addedAt: (row?.addedAt ?? bundle.updatedAt).toISOString(),
          reason: row?.reason ?? null,
        };
      });
  }
}

export const toBalanceResponse = (found: Balance): BalanceResponse =>
  Object.assign(new BalanceResponse(), structuredClone(found)) as BalanceResponse;

/** The gaps as sentences; `number` and names of classes are filled in. */
export function gapsInWords(
  gaps: readonly AdoptionGap[],
  byId: ReadonlyMap<string, Candidate>,
  locale: Locale,
): BundleGap[] {
  return gaps.map((gap) => {
    const candidate = gap.applicationId ? byId.get(gap.applicationId) : undefined;
    return {
      code: gap.code,
      message: messageFor(gap.code, locale, gapParams(gap, candidate)),
      applicationId: gap.applicationId,
    };
  });
}

export function gapParams(gap: AdoptionGap, candidate: Candidate | undefined): Record<string, unknown> {
  const { value } = gap.params;
  return {
    ...gap.params,
    ...(typeof value === 'string' ? { value: CORRIDOR_VALUE_LABELS[value] ?? value } : {}),
    ...(candidate ? { number: candidate.number } : {}),
    ...(typeof gap.params.portfolioGroup === 'string'
      ? { portfolioGroup: PORTFOLIO_GROUP_LABELS[gap.params.portfolioGroup as keyof typeof PORTFOLIO_GROUP_LABELS] }
      : {}),
  };
}
