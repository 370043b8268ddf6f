import {
  type BalanceResponse,
  type BundleResponse,
  BundlesResponse,
  type CreateBundleRequest,
  type Locale,
  type PatchBundleRequest,
  type PutBundleItemRequest,
  type PutCorridorReasonRequest,
  type PutJustificationRequest,
} from '@kuer/contract';
import { type BundleAct, decideBundleTransition, type FieldChange, passedOver } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import { CallsService } from '../../calls/calls.service.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { MotionEntity } from '../motions/motion.entity.js';
import { BundleEntity, BundleItemEntity } from './bundle.entity.js';
import { type BundleCase, BundleReader, toBalanceResponse } from './bundle-reader.js';
import { type Candidate, Candidates } from './candidates.js';
import { CorridorReasons } from './corridor-reasons.js';

/** Scenarios of the bundle: every change names who and why, and lands on the trail. */
@Injectable()
export class BundlesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly calls: CallsService,
    private readonly reader: BundleReader,
    private readonly candidates: Candidates,
    private readonly corridorReasons: CorridorReasons,
  ) {}

  async list(callId: string, locale: Locale): Promise<BundlesResponse> {
    const { call, actor } = await this.calls.find(callId);
    this.access.require('bundle.read', actor, { callState: call.state, isOwn: true, isShared: true });
    const bundles = await this.uow.manager.find(BundleEntity, { where: { callId }, order: { createdAt: 'ASC' } });
    const items: BundleResponse[] = [];
    for (const bundle of bundles) items.push(await this.reader.toResponse({ bundle, call, actor }, locale));
    return Object.assign(new BundlesResponse(), { items });
  }

  async create(callId: string, body: CreateBundleRequest, locale: Locale): Promise<BundleResponse> {
    const { call, actor } = await this.calls.find(callId);
    this.access.require('bundle.write', actor, { callState: call.state, isOwn: true, hasConflict: false });
    if (call.state !== 'jury') throw Refusal.conflict('BUNDLE.CALL_NOT_IN_JURY_STAGE');
    const bundle = this.uow.manager.create(BundleEntity, {
      id: newId(),
      callId,
      name: body.name.trim(),
      state: 'draft',
      ownerId: this.uow.accountId,
      isShared: body.isShared ?? false,
      copiedFromId: body.copyOf ?? null,
      createdAt: this.uow.now,
      updatedAt: this.uow.now,
      adoptedAt: null,
      adoptedBy: null,
      version: 0,
    });
    if (body.copyOf) {
      const origin = await this.reader.find(body.copyOf);
      if (origin.bundle.callId !== callId) throw Refusal.notFound();
      this.access.require('bundle.read', origin.actor, this.reader.factsOf(origin));
      this.access.require('bundle.write', actor, { callState: call.state, isOwn: true, hasConflict: false });
    }
    await this.uow.manager.insert(BundleEntity, bundle);
    await this.trail.append({
      callId,
      type: 'BUNDLE_CREATED',
      payload: { bundleId: bundle.id, name: bundle.name, copyOf: bundle.copiedFromId },
    });
    if (body.copyOf) await this.copyItems(body.copyOf, bundle);
    return this.reader.toResponse({ bundle, call, actor }, locale);
  }

  async get(id: string, locale: Locale): Promise<BundleResponse> {
    const found = await this.reader.find(id);
    this.access.require('bundle.read', found.actor, this.reader.factsOf(found));
    return this.reader.toResponse(found, locale);
  }

  async balance(id: string): Promise<BalanceResponse> {
    const found = await this.reader.find(id);
    this.access.require('bundle.read', found.actor, this.reader.factsOf(found));
    return toBalanceResponse((await this.reader.standing(found)).balance);
  }

  async patch(id: string, body: PatchBundleRequest, locale: Locale): Promise<BundleResponse> {
    const found = await this.reader.find(id, 'lock');
    const { bundle, call, actor } = found;
    this.access.require('bundle.write', actor, this.reader.factsOf(found));
    if (body.version !== bundle.version) throw Refusal.stale(await this.reader.toResponse(found, locale));
    const changes: FieldChange[] = [];
    if (body.name !== undefined && body.name.trim() !== bundle.name) {
      await this.requireAct(bundle, 'edit');
      changes.push({ field: 'name', before: bundle.name, after: body.name.trim() });
      bundle.name = body.name.trim();
    }
    if (body.isShared !== undefined && body.isShared !== bundle.isShared) {
      changes.push({ field: 'isShared', before: bundle.isShared, after: body.isShared });
      bundle.isShared = body.isShared;
    }
    const isStateChanged = body.state !== undefined && body.state !== bundle.state;
    if (isStateChanged) {
      await this.requireAct(bundle, body.state === 'frozen' ? 'freeze' : 'reopen');
      bundle.state = body.state as 'draft' | 'frozen';
    }
    await this.touch(bundle);
    if (changes.length > 0) {
      await this.trail.append({
        callId: call.id,
        type: 'BUNDLE_CHANGED',
        payload: { bundleId: id, version: bundle.version, changes },
      });
    }
    if (isStateChanged && bundle.state === 'frozen') {
      const { selectedIds } = await this.reader.standing(found);
      await this.trail.append({
        callId: call.id,
        type: 'BUNDLE_FROZEN',
        payload: { bundleId: id, applicationIds: [...selectedIds] },
      });
    } else if (isStateChanged) {
      await this.trail.append({ callId: call.id, type: 'BUNDLE_REOPENED', payload: { bundleId: id } });
    }
    return this.reader.toResponse(found, locale);
  }

  async putItem(
    id: string,
    applicationId: string,
    body: PutBundleItemRequest,
    locale: Locale,
  ): Promise<BundleResponse> {
    const { found, candidate } = await this.itemCase(id, applicationId);
    if (candidate.recommendation !== 'recommended') {
      throw Refusal.rule('BUNDLE.NOT_RECOMMENDED', { number: candidate.number });
    }
    const isThere = await this.uow.manager.existsBy(BundleItemEntity, { bundleId: id, applicationId });
    if (!isThere) {
      const reason = body.reason?.trim() || null;
      await this.uow.manager.insert(BundleItemEntity, {
        bundleId: id,
        applicationId,
        callId: found.call.id,
        addedBy: this.uow.accountId,
        addedAt: this.uow.now,
        reason,
      });
      await this.touch(found.bundle);
      await this.trail.append({
        callId: found.call.id,
        applicationId,
        type: 'BUNDLE_ITEM_ADDED',
        payload: { bundleId: id, reason },
      });
    }
    return this.reader.toResponse(found, locale);
  }

  async deleteItem(id: string, applicationId: string, locale: Locale): Promise<BundleResponse> {
    const { found } = await this.itemCase(id, applicationId);
    const removed = await this.uow.manager.delete(BundleItemEntity, { bundleId: id, applicationId });
    if (removed.affected) {
      await this.touch(found.bundle);
      await this.trail.append({
        callId: found.call.id,
        applicationId,
        type: 'BUNDLE_ITEM_REMOVED',
        payload: { bundleId: id, reason: null },
      });
    }
    return this.reader.toResponse(found, locale);
  }

  async putJustification(
    id: string,
    applicationId: string,
    body: PutJustificationRequest,
    locale: Locale,
  ): Promise<BundleResponse> {
    const found = await this.reader.find(id, 'lock');
    const hasConflict = await this.access.hasConflict(applicationId);
    this.access.require('bundle.justify', found.actor, this.reader.factsOf(found, hasConflict));
    if (found.bundle.state === 'adopted') throw Refusal.conflict('BUNDLE.TRANSITION_NOT_ALLOWED');
    const { candidates, selectedIds } = await this.reader.standing(found);
    const candidate = candidates.find((one) => one.applicationId === applicationId);
    if (!candidate) throw Refusal.notFound();
    if (!passedOver(candidates, selectedIds).some((one) => one.applicationId === applicationId)) {
      throw Refusal.rule('BUNDLE.NOT_PASSED_OVER', { number: candidate.number });
    }
    const reason = body.reason.trim();
    await this.uow.execute(
      `INSERT INTO kuer.bundle_justifications (bundle_id, application_id, call_id, reason, written_by, written_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (bundle_id, application_id)
       DO UPDATE SET reason = $4, written_by = $5, written_at = $6, version = bundle_justifications.version + 1`,
      [id, applicationId, found.call.id, reason, this.uow.accountId, this.uow.now],
    );
    await this.trail.append({
      callId: found.call.id,
      applicationId,
      type: 'BUNDLE_JUSTIFIED',
      payload: { bundleId: id, reason },
    });
    return this.reader.toResponse(found, locale);
  }

  async putCorridorReason(id: string, body: PutCorridorReasonRequest, locale: Locale): Promise<BundleResponse> {
    const found = await this.reader.find(id, 'lock');
    this.access.require('bundle.justify', found.actor, this.reader.factsOf(found));
    if (found.bundle.state === 'adopted') throw Refusal.conflict('BUNDLE.TRANSITION_NOT_ALLOWED');
    const { dimension, value } = body;
    if (!found.call.settings.corridors.some((one) => one.dimension === dimension && one.value === value)) {
      throw Refusal.rule('CORRIDOR.UNKNOWN_VALUE', { dimension, value });
    }
    const reason = body.reason.trim();
    await this.corridorReasons.put(id, found.call.id, { dimension, value, reason });
    await this.trail.append({
      callId: found.call.id,
      type: 'BUNDLE_CORRIDOR_JUSTIFIED',
      payload: { bundleId: id, dimension, value, reason },
    });
    return this.reader.toResponse(found, locale);
  }

  private async itemCase(id: string, applicationId: string): Promise<{ found: BundleCase; candidate: Candidate }> {
    const found = await this.reader.find(id, 'lock');
    const hasConflict = await this.access.hasConflict(applicationId);
    this.access.require('bundle.write', found.actor, this.reader.factsOf(found, hasConflict));
    await this.requireAct(found.bundle, 'edit');
    const candidate = (await this.candidates.of(found.call.id)).find((one) => one.applicationId === applicationId);
    if (!candidate) throw Refusal.notFound();
    return { found, candidate };
  }

  /** The copy takes over what the person may read and write: an application they are recused from stays out of it. */
  private async copyItems(originId: string, bundle: BundleEntity): Promise<void> {
    const items = await this.uow.manager.findBy(BundleItemEntity, { bundleId: originId });
    for (const { applicationId, reason } of items) {
      await this.uow.manager.insert(BundleItemEntity, {
        bundleId: bundle.id,
        applicationId,
        callId: bundle.callId,
        addedBy: this.uow.accountId,
        addedAt: this.uow.now,
        reason,
      });
      await this.trail.append({
        callId: bundle.callId,
        applicationId,
        type: 'BUNDLE_ITEM_ADDED',
        payload: { bundleId: bundle.id, reason },
      });
    }
  }

  private async requireAct(bundle: BundleEntity, act: BundleAct): Promise<void> {
    const motionsOnIt = await this.uow.manager.countBy(MotionEntity, {
      bundleId: bundle.id,
      kind: 'adopt_bundle',
      state: In(['put', 'open']),
    });
    const decision = decideBundleTransition({
      from: bundle.state,
      act,
      motionsOnIt,
      anotherIsAdopted: await this.reader.anotherIsAdopted(bundle),
    });
    if (!decision.ok) throw Refusal.conflict(decision.code, decision.params);
  }

  private async touch(bundle: BundleEntity): Promise<void> {
    bundle.version += 1;
    bundle.updatedAt = this.uow.now;
    await this.uow.manager.save(BundleEntity, bundle, { reload: false });
  }
}
