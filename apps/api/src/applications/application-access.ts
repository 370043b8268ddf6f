import type { CallSettingsDto } from '@kuer/contract';
import type { Action, Actor, ApplicationState, CallState, Facts } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';

/** An application as the caller meets it: where it stands, and what decides whether they may touch it. */
export interface ApplicationCase {
  readonly id: string;
  readonly callId: string;
  readonly number: string;
  readonly state: ApplicationState;
  readonly version: number;
  readonly receivedAt: Date;
  readonly callState: CallState;
  readonly settings: CallSettingsDto;
  readonly actor: Actor;
  readonly facts: Facts & { readonly hasConflict: boolean; readonly applicationState: ApplicationState };
}

interface CaseRow {
  id: string;
  callId: string;
  number: string;
  state: ApplicationState;
  version: number;
  receivedAt: Date;
  callState: CallState;
  settings: CallSettingsDto;
  hasConflict: boolean;
  isAssigned: boolean;
}

/** Loads an application with the facts that every decision about it needs, and asks the policy. */
@Injectable()
export class ApplicationAccess {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** The application with the caller's roles and facts; 404 where it does not exist for them. Nothing is decided yet. */
  async open(applicationId: string): Promise<ApplicationCase> {
    const [row] = await this.uow.query<CaseRow>(
      `SELECT a.id, a.call_id AS "callId", a.number, a.state, a.version, a.created_at AS "receivedAt",
              c.state AS "callState", c.settings,
              EXISTS (SELECT 1 FROM kuer.conflicts k
                       WHERE k.application_id = a.id AND k.account_id = $2 AND k.state = 'active') AS "hasConflict",
              EXISTS (SELECT 1 FROM kuer.assignments s
                       WHERE s.application_id = a.id AND s.reviewer_id = $2 AND s.state IN ('assigned', 'accepted')) AS "isAssigned"
         FROM kuer.applications a JOIN kuer.calls c ON c.id = a.call_id
        WHERE a.id = $1`,
      [applicationId, this.uow.accountId],
    );
    if (!row) throw Refusal.notFound();
    const { hasConflict, isAssigned, ...known } = row;
    return {
      ...known,
      actor: await this.access.actorFor(row.callId),
      facts: { callState: row.callState, applicationState: row.state, hasConflict, isAssigned },
    };
  }

  /** Like `open`, and refuses unless the caller may do `action`. */
  async openFor(action: Action, applicationId: string, more: Facts = {}): Promise<ApplicationCase> {
    const found = await this.open(applicationId);
    this.require(action, found, more);
    return found;
  }

  /**
   * Like `openFor`, with the application's row locked: what is read from here on stays true until the commit. Decided before the lock,
   * so that whoever may not do it holds nobody up, and again after it, since the one before may have changed the state.
   */
  async lockFor(action: Action, applicationId: string, more: Facts = {}): Promise<ApplicationCase> {
    await this.openFor(action, applicationId, more);
    await this.lock(applicationId);
    return this.openFor(action, applicationId, more);
  }

  require(action: Action, found: ApplicationCase, more: Facts = {}): void {
    this.access.require(action, found.actor, { ...found.facts, ...more });
  }

  may(action: Action, found: ApplicationCase, more: Facts = {}): boolean {
    return this.access.may(action, found.actor, { ...found.facts, ...more });
  }

  /** Waits until nobody else works on the application. Only for those whose acts may move it. */
  async lock(applicationId: string): Promise<void> {
    const rows = await this.uow.query(`SELECT id FROM kuer.applications WHERE id = $1 FOR UPDATE`, [applicationId]);
    if (rows.length === 0) throw Refusal.forbidden();
  }
}
