import { CatalogueResponse, type PutCatalogueRequest } from '@kuer/contract';
import {
  type CatalogueContent,
  checkCatalogue,
  checkScale,
  criteriaOf,
  DEFAULT_SCALE,
  type JsonValue,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../audit/audit-trail.js';
import { Access } from '../auth/access.js';
import { Refusal } from '../http/refusal.js';
import { lockRow } from '../persistence/lock-row.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { CallEntity } from './call.entity.js';
import { CatalogueCriterionEntity, CatalogueVersionEntity } from './catalogue.entity.js';
import { CATALOGUE_2020 } from './catalogue-2020.js';

/** The criteria catalogue of a call: edited while the call is a draft, frozen for good when the review stage opens. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
  ) {}

  async createDefault(callId: string): Promise<void> {
    const entity = this.uow.manager.create(CatalogueVersionEntity, {
      id: newId(),
      callId,
      number: 1,
      content: { groups: CATALOGUE_2020.groups, scale: DEFAULT_SCALE },
      createdBy: this.uow.accountId,
      createdAt: this.uow.now,
      frozenBy: null,
      frozenAt: null,
      version: 0,
    });
    await this.uow.manager.insert(CatalogueVersionEntity, entity as never);
    await this.writeCriteria(entity);
  }

  async get(callId: string): Promise<CatalogueResponse> {
    const call = await this.uow.manager.findOneBy(CallEntity, { id: callId });
    if (!call) throw Refusal.notFound();
    this.access.require('call.read', await this.access.actorFor(callId), { callState: call.state });
    return toResponse(await this.current(callId));
  }

  async put(callId: string, body: PutCatalogueRequest): Promise<CatalogueResponse> {
    const call = await lockRow(this.uow, CallEntity, callId);
    this.access.require('call.write', await this.access.actorFor(callId), { callState: call.state });
    const catalogue = await this.current(callId);
    if (catalogue.frozenAt) throw Refusal.conflict('CALL.CATALOGUE_FROZEN');
    if (body.version !== catalogue.version) throw Refusal.stale(toResponse(catalogue));
    requireConsistent({ groups: body.groups, scale: body.scale });
    catalogue.content = { groups: body.groups, scale: body.scale };
    catalogue.version += 1;
    await this.uow.manager.save(CatalogueVersionEntity, catalogue, { reload: false });
    await this.uow.manager.delete(CatalogueCriterionEntity, { catalogueId: catalogue.id });
    await this.writeCriteria(catalogue);
    await this.trail.append({
      callId,
      type: 'CATALOGUE_CHANGED',
      payload: { catalogueId: catalogue.id, number: catalogue.number, content: json(catalogue.content) },
    });
    return toResponse(catalogue);
  }

  /** The newest version of the call's catalogue. */
  async current(callId: string): Promise<CatalogueVersionEntity> {
    const found = await this.uow.manager.findOne(CatalogueVersionEntity, {
      where: { callId },
      order: { number: 'DESC' },
    });
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** Freezes the catalogue as a version: from now on scores refer to it and nobody can change it. Frozen already: nothing to do. */
  async freeze(callId: string): Promise<CatalogueVersionEntity> {
    const catalogue = await this.current(callId);
    if (catalogue.frozenAt) return catalogue;
    catalogue.frozenAt = this.uow.now;
    catalogue.frozenBy = this.uow.accountId;
    await this.uow.manager.save(CatalogueVersionEntity, catalogue, { reload: false });
    await this.trail.append({
      callId,
      type: 'CATALOGUE_FROZEN',
      payload: { catalogueId: catalogue.id, number: catalogue.number, content: json(catalogue.content) },
    });
    return catalogue;
  }

  private async writeCriteria(catalogue: { id: string; content: CatalogueContent }): Promise<void> {
    const { groups, scale } = catalogue.content;
    const rows = criteriaOf({ groups }).map((criterion, position) => ({
      catalogueId: catalogue.id,
      code: criterion.code,
      groupCode: criterion.groupCode,
      weight: criterion.weight,
      scaleMax: scale.max,
      scaleStep: scale.step,
      position,
    }));
    await this.uow.manager.insert(CatalogueCriterionEntity, rows);
  }
}

function requireConsistent(content: CatalogueContent): void {
  const findings = [
    ...checkCatalogue(content).map((finding) => ({ path: 'groups', ...finding })),
    ...checkScale(content.scale).map((finding) => ({ path: 'scale', ...finding })),
  ];
  if (findings.length > 0) throw Refusal.rule('CALL.CATALOGUE_CONTRADICTS', {}, findings);
}

function toResponse(entity: CatalogueVersionEntity): CatalogueResponse {
  return Object.assign(new CatalogueResponse(), {
    callId: entity.callId,
    id: entity.id,
    number: entity.number,
    frozenAt: entity.frozenAt?.toISOString() ?? null,
    version: entity.version,
    scale: entity.content.scale,
    groups: entity.content.groups,
  }) as CatalogueResponse;
}

/** The content as plain JSON, as the trail hashes it: class instances and absent fields are gone. */
const json = (content: CatalogueContent): JsonValue => JSON.parse(JSON.stringify(content)) as JsonValue;
