import { CheckItemResponse, FormalCheckResponse, type Locale, PutCheckItemRequest, statusFor } from '@kuer/contract';
import { type Action, APPLICATION_STATE_LABELS, type CheckItem, checkItemRecord } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { ApplicationAccess, type ApplicationCase } from '../applications/application-access.js';
import { ApplicationTransitions } from '../applications/application-transitions.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { toCheckItem, toFormalCheckResponse } from './formal-check.mapper.js';
import { FormalCheckReader, type FormalCheckState } from './formal-check-reader.js';

const ABILITIES = {
  'formalCheck.examine': 'accept',
  'formalCheck.decide': 'accept',
  'supplement.send': 'request_supplement',
  'supplement.answer': 'answer_supplement',
} as const satisfies Partial<Record<Action, string>>;

@Injectable()
export class FormalCheckService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationAccess,
    private readonly transitions: ApplicationTransitions,
    private readonly reader: FormalCheckReader,
  ) {}

  async get(applicationId: string, locale: Locale): Promise<FormalCheckResponse> {
    return this.respond(await this.applications.openFor('formalCheck.read', applicationId), locale);
  }

  async putItem(
    applicationId: string,
    key: string,
    body: PutCheckItemRequest,
    locale: Locale,
  ): Promise<CheckItemResponse> {
    const [item] = await this.putItems(applicationId, [{ key, body }], locale);
    if (!item) throw new Error('One item makes one answer');
    return item;
  }

  /** Results of several items of an application, each key once: all of them are recorded, or none. */
  async putItems(
    applicationId: string,
    entries: readonly { readonly key: string; readonly body: PutCheckItemRequest }[],
    locale: Locale,
  ): Promise<CheckItemResponse[]> {
    const before = await this.reader.read(await this.applications.lockFor('formalCheck.examine', applicationId));
    const items: CheckItem[] = [];
    let isChanged = false;
    for (const { key, body } of entries) {
      const item = this.requireRecordable(before, key, body);
      items.push(item);
      if (await this.record(before, item, body, locale)) isChanged = true;
    }
    const { found, recorded } = isChanged ? await this.reader.read(before.found) : before;
    return items.map((item) => toCheckItem(item, recorded.get(item.key), found.settings.documents, locale));
  }

  /** The check as it stands, with what the caller may do next. Who may read it was decided before. */
  async respond(found: ApplicationCase, locale: Locale): Promise<FormalCheckResponse> {
    const abilities = Object.entries(ABILITIES).filter(
      ([action, act]) =>
        this.applications.may(action as Action, found) &&
        this.transitions.isPossible(found.state, act, found.callState),
    );
    const names = abilities.map(([action]) => action);
    return toFormalCheckResponse(await this.reader.read(found), names, this.uow.accountId, locale);
  }

  private requireRecordable(state: FormalCheckState, key: string, body: PutCheckItemRequest): CheckItem {
    const { found, items } = state;
    const item = items.find((one) => one.key === key);
    const comment = body.comment?.trim() || null;
    const checked = checkItemRecord({ state: found.state, items, key, result: body.result, comment });
    if (!checked.ok || !item)
      throw this.refusalOfItem(checked.ok ? 'FORMAL_CHECK.UNKNOWN_ITEM' : checked.code, state, key);
    return item;
  }

  /** False where the same result is there already: a second click changes nothing, not even who examined. */
  private async record(
    { found, recorded }: FormalCheckState,
    item: CheckItem,
    body: PutCheckItemRequest,
    locale: Locale,
  ): Promise<boolean> {
    const before = recorded.get(item.key);
    if (body.version !== undefined && body.version !== (before?.version ?? 0)) {
      throw Refusal.stale(toCheckItem(item, before, found.settings.documents, locale));
    }
    const comment = body.comment?.trim() || null;
    if (before?.result === body.result && before.comment === comment) return false;
    const version = (before?.version ?? 0) + 1;
    await this.uow.execute(
      `INSERT INTO kuer.formal_check_items (application_id, call_id, item_key, result, comment, examined_by, examined_at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (application_id, item_key) DO UPDATE SET result = excluded.result, comment = excluded.comment,
         examined_by = excluded.examined_by, examined_at = excluded.examined_at, version = excluded.version`,
      [found.id, found.callId, item.key, body.result, comment, this.uow.accountId, this.uow.now, version],
    );
    await this.trail.append({
      callId: found.callId,
      applicationId: found.id,
      type: 'CHECK_ITEM_RECORDED',
      payload: { itemKey: item.key, result: body.result, previousResult: before?.result ?? null, version, comment },
    });
    return true;
  }

  private refusalOfItem(code: string, { found, items }: FormalCheckState, key: string): Refusal {
    const params = {
      key,
      state: APPLICATION_STATE_LABELS[found.state],
      allowed: items.map((item) => item.key),
    };
    const path = code === 'FORMAL_CHECK.COMMENT_NEEDED' ? 'comment' : 'key';
    return new Refusal(statusFor(code) ?? 422, code, params, [{ path, code, params }]);
  }
}
