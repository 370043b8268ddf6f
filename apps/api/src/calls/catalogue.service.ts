import { CatalogueResponse, type PutCatalogueRequest } from '@kuer/contract';
import { type Catalogue, criteriaOf, DEFAULT_SCALE, scaleValues } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../audit/audit-trail.js';
import { Access } from '../auth/access.js';
import { Refusal, type RefusalDetail } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { CallEntity } from './call.entity.js';
import { type CatalogueContent, CatalogueCriterionEntity, CatalogueVersionEntity } from './catalogue.entity.js';
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
    const call = await this.uow.manager.findOne(CallEntity, {
      where: { id: callId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!call) throw Refusal.notFound();
    this.access.require('call.write', await this.access.actorFor(callId), { callState: call.state });
    const catalogue = await this.current(callId);
    if (catalogue.frozenAt) throw Refusal.conflict('CALL.CATALOGUE_FROZEN');
    if (body.version !== catalogue.version) throw Refusal.stale(toResponse(catalogue));
    checkCatalogue(body);
    const before = catalogue.content;
    catalogue.content = { groups: body.groups, scale: body.scale };
    catalogue.version += 1;
    await this.uow.manager.save(CatalogueVersionEntity, catalogue, { reload: false });
    await this.uow.manager.delete(CatalogueCriterionEntity, { catalogueId: catalogue.id });
    await this.writeCriteria(catalogue);
    await this.trail.append({
      callId,
      type: 'CATALOGUE_EDITED',
      payload: { callId, catalogueId: catalogue.id, before, after: catalogue.content } as never,
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
      payload: { callId, catalogueId: catalogue.id, number: catalogue.number, content: catalogue.content } as never,
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

/** The domain's catalogue and scale of a stored version. */
export function catalogueOf(entity: CatalogueVersionEntity): Catalogue & { scale: CatalogueContent['scale'] } {
  return { groups: entity.content.groups, scale: entity.content.scale };
}

function checkCatalogue(body: PutCatalogueRequest): void {
  const errors: RefusalDetail[] = [];
  const codes = new Set<string>();
  const groupCodes = new Set<string>();
  body.groups.forEach((group, g) => {
    if (groupCodes.has(group.code))
      errors.push({ path: `groups.${g}.code`, code: 'CALL.CODE_TWICE', params: { code: group.code } });
    groupCodes.add(group.code);
    group.criteria.forEach((criterion, c) => {
      if (codes.has(criterion.code))
        errors.push({
          path: `groups.${g}.criteria.${c}.code`,
          code: 'CALL.CODE_TWICE',
          params: { code: criterion.code },
        });
      codes.add(criterion.code);
    });
  });
  const { scale } = body;
  const values = scale.step <= scale.max ? scaleValues(scale) : [];
  if (values.length < 2 || Math.abs((values.at(-1) ?? 0) - scale.max) > 1e-9) {
    errors.push({ path: 'scale', code: 'CALL.SCALE_STEP_MISFIT', params: { max: scale.max, step: scale.step } });
  }
  scale.levels.forEach((level, index) => {
    if (!values.includes(level.value))
      errors.push({
        path: `scale.levels.${index}.value`,
        code: 'CALL.LEVEL_OFF_SCALE',
        params: { value: level.value },
      });
  });
  if (new Set(scale.levels.map((level) => level.value)).size !== scale.levels.length)
    errors.push({ path: 'scale.levels', code: 'CALL.LEVEL_TWICE' });
  if (errors.length > 0) throw Refusal.rule('CALL.CATALOGUE_CONTRADICTS', {}, errors);
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
