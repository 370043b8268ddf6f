import {
  type CallPage,
  CallResponse,
  type CallSettingsDto,
  type CreateCallRequest,
  type ListQuery,
  type UpdateCallRequest,
} from '@kuer/contract';
import {
  type Actor,
  abilitiesOf,
  type CallState,
  checkCallSettings,
  DEFAULT_CALL_RULES,
  DEFAULT_THRESHOLDS,
  type JsonValue,
  type Role,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../audit/audit-trail.js';
import { Access } from '../auth/access.js';
import { readPage } from '../http/list.js';
import { Refusal } from '../http/refusal.js';
import { lockRow } from '../persistence/lock-row.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { CallEntity } from './call.entity.js';
import { CatalogueService } from './catalogue.service.js';

/** Marks of a call of the demo; a call that somebody announces has none. */
export interface DemoMarks {
  readonly isDemo: boolean;
  readonly hasGeneratedData: boolean;
}

const CALL_ACTIONS = [
  'call.write',
  'call.transition',
  'member.read',
  'member.write',
  'application.list',
  'application.write',
  'assignment.read',
  'assignment.propose',
  'assignment.readOwn',
  'results.read',
  'session.read',
  'session.create',
  'bundle.propose',
  'decision.read',
  'decision.publish',
  'audit.read',
  'conflict.set',
] as const;

@Injectable()
export class CallsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly catalogues: CatalogueService,
  ) {}

  async list(query: ListQuery): Promise<CallPage> {
    this.access.require('call.read', await this.readerOfAnyCall());
    const rolesByCall = await this.rolesByCall();
    const isAdministrator = (await this.access.actorAnywhere()).roles.includes('administrator');
    return readPage<CallEntity, CallResponse>(
      this.uow,
      query,
      {
        select: `c.id, c.title, c.round, c.state, c.settings, c.is_demo AS "isDemo", c.has_generated_data AS "hasGeneratedData", c.created_at AS "createdAt", c.version`,
        from: 'kuer.calls c',
        where: ['$1 OR c.id = ANY($2::uuid[])'],
        parameters: [isAdministrator, [...rolesByCall.keys()]],
        sortKeys: { title: { sql: 'c.title', type: 'text' }, createdAt: { sql: 'c.created_at', type: 'timestamptz' } },
        defaultSort: '-createdAt',
        id: { sql: 'c.id', type: 'uuid' },
      },
      (row) =>
        this.toResponse(row, {
          accountId: this.uow.accountId,
          roles: [...(isAdministrator ? (['administrator'] as const) : []), ...(rolesByCall.get(row.id) ?? [])],
        }),
    );
  }

  async create(
    body: CreateCallRequest,
    marks: DemoMarks = { isDemo: false, hasGeneratedData: false },
  ): Promise<CallResponse> {
    const actor = await this.access.actorAnywhere();
    this.access.require('call.create', actor, { noCallExists: await this.noCallExists() });
    const settings = body.settings ?? defaultSettings();
    this.check(settings);
    const call = this.uow.manager.create(CallEntity, {
      id: newId(),
      title: body.title.trim(),
      round: body.round ?? null,
      state: 'draft',
      settings,
      ...marks,
      createdBy: this.uow.accountId,
      createdAt: this.uow.now,
      updatedAt: this.uow.now,
      version: 0,
    });
    await this.uow.manager.insert(CallEntity, call);
    // Whoever announces a call runs it: without a coordinator nobody could go on.
    await this.uow.execute(
      `INSERT INTO kuer.members (call_id, account_id, role, created_by, created_at) VALUES ($1, $2, 'coordinator', $2, $3)`,
      [call.id, this.uow.accountId, this.uow.now],
    );
    await this.trail.append({
      callId: call.id,
      type: 'CALL_CREATED',
      payload: { title: call.title, round: call.round, isDemo: call.isDemo },
    });
    await this.catalogues.createDefault(call.id);
    return this.toResponse(call, await this.access.actorFor(call.id));
  }

  async get(callId: string): Promise<CallResponse> {
    const { call, actor } = await this.find(callId);
    this.access.require('call.read', actor, { callState: call.state });
    return this.toResponse(call, actor);
  }

  async update(callId: string, body: UpdateCallRequest): Promise<CallResponse> {
    const call = await this.lock(callId);
    const actor = await this.access.actorFor(callId);
    this.access.require('call.write', actor, { callState: call.state });
    if (body.version !== call.version) throw Refusal.stale(this.toResponse(call, actor));
    if (body.settings) this.check(body.settings);
    const changed: Partial<CallEntity> = {
      ...(body.title === undefined ? {} : { title: body.title.trim() }),
      ...(body.round === undefined ? {} : { round: body.round }),
      // The trail takes plain values only, and what came over HTTP is made of classes.
      ...(body.settings === undefined
        ? {}
        : { settings: JSON.parse(JSON.stringify(body.settings)) as CallSettingsDto }),
    };
    const changes = (Object.keys(changed) as (keyof typeof changed)[]).map((field) => ({
      field,
      before: call[field] as JsonValue,
      after: changed[field] as JsonValue,
    }));
    Object.assign(call, changed, { version: call.version + 1, updatedAt: this.uow.now });
    await this.uow.manager.save(CallEntity, call, { reload: false });
    await this.trail.append({ callId, type: 'CALL_CHANGED', payload: { version: call.version, changes } });
    return this.toResponse(call, actor);
  }

  /** The call and the caller in it; 404 for those who have no role in it. */
  async find(callId: string): Promise<{ call: CallEntity; actor: Actor }> {
    const call = await this.uow.manager.findOneBy(CallEntity, { id: callId });
    if (!call) throw Refusal.notFound();
    return { call, actor: await this.access.actorFor(callId) };
  }

  /** The call, locked against a change of its stage until the transaction ends. */
  lock(callId: string): Promise<CallEntity> {
    return lockRow(this.uow, CallEntity, callId);
  }

  toResponse(call: CallEntity, actor: Actor): CallResponse {
    return Object.assign(new CallResponse(), {
      id: call.id,
      title: call.title,
      round: call.round,
      state: call.state,
      isDemo: call.isDemo,
      hasGeneratedData: call.hasGeneratedData,
      settings: call.settings,
      version: call.version,
      myRoles: [...actor.roles],
      abilities: abilitiesOf(actor, CALL_ACTIONS, { callState: call.state as CallState, hasConflict: false }),
      createdAt: new Date(call.createdAt).toISOString(),
    });
  }

  private check(settings: CallSettingsDto): void {
    const findings = checkCallSettings(settings);
    if (findings.length > 0) {
      throw Refusal.rule(
        'CALL.SETTINGS_CONTRADICT',
        {},
        findings.map((finding) => ({ path: 'settings', ...finding })),
      );
    }
  }

  /** The list is open to everybody signed in; it shows the calls they have a role in, and none where they have none. */
  private async readerOfAnyCall(): Promise<Actor> {
    const actor = await this.access.actorAnywhere();
    return actor.roles.length > 0 ? actor : { accountId: actor.accountId, roles: ['reviewer'] };
  }

  private async rolesByCall(): Promise<Map<string, Role[]>> {
    const rows = await this.uow.query<{ callId: string; roles: Role[] }>(
      `SELECT call_id AS "callId", array_agg(role ORDER BY role) AS roles FROM kuer.members WHERE account_id = $1 GROUP BY call_id`,
      [this.uow.accountId],
    );
    return new Map(rows.map((row) => [row.callId, row.roles]));
  }

  private async noCallExists(): Promise<boolean> {
    const [row] = await this.uow.query<{ none: boolean }>(`SELECT NOT EXISTS (SELECT 1 FROM kuer.calls) AS none`);
    return row?.none ?? true;
  }
}

/** Settings a new call starts with; the 2020 brochure prints no scale, weights or thresholds: they are settings of each call. */
function defaultSettings() {
  return {
    thresholds: { ...DEFAULT_THRESHOLDS },
    documents: [
      { key: 'project_outline', label: { de: 'Projektskizze', en: 'Project outline' }, required: true },
      { key: 'council_resolution', label: { de: 'Ratsbeschluss', en: 'Council resolution' }, required: true },
      {
        key: 'cost_plan',
        label: { de: 'Kosten- und Finanzierungsplan', en: 'Cost and financing plan' },
        required: true,
      },
    ],
    corridors: [],
    budget: { total: 300_000_000, count: { min: 1, max: 40 } },
    dates: {},
    rules: { ...DEFAULT_CALL_RULES },
  };
}
