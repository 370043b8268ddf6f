import type { AdoptBundleRequest, BundleResponse, Locale } from '@kuer/contract';
import { deriveDecision, type Outcome } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ApplicationTransitions } from '../../applications/application-transitions.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { MotionEntity } from '../motions/motion.entity.js';
import { BundleEntity } from './bundle.entity.js';
import { type BundleCase, BundleReader, type BundleStanding, gapParams } from './bundle-reader.js';

const ACT_OF = { selected: 'select', reserve: 'put_on_reserve', not_selected: 'not_select' } as const satisfies Record<
  Outcome,
  string
>;

/** Adoption: by an adopted motion on exactly this bundle; the decision follows for every application, in the same transaction. */
@Injectable()
export class BundleAdoptionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly transitions: ApplicationTransitions,
    private readonly reader: BundleReader,
  ) {}

  async adopt(id: string, body: AdoptBundleRequest, locale: Locale): Promise<BundleResponse> {
    const found = await this.reader.find(id, 'lock');
    const { bundle, actor } = found;
    this.access.require('bundle.adopt', actor, this.reader.factsOf(found));
    const motion = await this.uow.manager.findOneBy(MotionEntity, { id: body.motionId, callId: bundle.callId });
    if (!motion) throw Refusal.rule('ADOPTION.OTHER_MOTION', {}, [{ path: 'motionId', code: 'ADOPTION.OTHER_MOTION' }]);
    if (bundle.state === 'adopted') throw Refusal.conflict('ADOPTION.ALREADY_ADOPTED');
    const standing = await this.reader.standing(found, motion);
    if (standing.gaps.length > 0) throw this.incomplete(standing);
    bundle.state = 'adopted';
    bundle.adoptedAt = this.uow.now;
    bundle.adoptedBy = this.uow.accountId;
    bundle.updatedAt = this.uow.now;
    bundle.version += 1;
    await this.uow.manager.save(BundleEntity, bundle, { reload: false });
    await this.trail.append({
      callId: bundle.callId,
      type: 'BUNDLE_ADOPTED',
      payload: { bundleId: id, motionId: motion.id, applicationIds: [...standing.selectedIds] },
    });
    await this.decide(found, standing, motion.id);
    return this.reader.toResponse(found, locale);
  }

  private async decide({ bundle, call }: BundleCase, standing: BundleStanding, motionId: string): Promise<void> {
    const items = deriveDecision({
      candidates: standing.candidates,
      selectedIds: standing.selectedIds,
      reservePerGroup: call.settings.rules.reservePerGroup,
    });
    const decisionId = newId();
    await this.uow.execute(
      `INSERT INTO kuer.decisions (id, call_id, number, bundle_id, motion_id, decided_by, decided_at)
       VALUES ($1, $2, 1, $3, $4, $5, $6)`,
      [decisionId, call.id, bundle.id, motionId, this.uow.accountId, this.uow.now],
    );
    for (const item of items) {
      await this.uow.execute(
        `INSERT INTO kuer.decision_items (decision_id, application_id, call_id, outcome, reserve_rank, portfolio_group)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [decisionId, item.applicationId, call.id, item.outcome, item.reserveRank, item.portfolioGroup],
      );
      await this.transitions.apply(item.applicationId, ACT_OF[item.outcome]);
    }
    await this.trail.append({
      callId: call.id,
      type: 'DECISION_DERIVED',
      payload: { decisionId, number: 1, bundleId: bundle.id, motionId, items },
    });
  }

  private incomplete({ gaps, candidates }: BundleStanding): Refusal {
    const byId = new Map(candidates.map((candidate) => [candidate.applicationId, candidate]));
    const errors = gaps.map((gap) => {
      const candidate = gap.applicationId ? byId.get(gap.applicationId) : undefined;
      return { path: candidate?.number ?? 'bundle', code: gap.code, params: gapParams(gap, candidate) };
    });
    return Refusal.conflict('BUNDLE.ADOPTION_INCOMPLETE', { count: gaps.length }, errors);
  }
}
