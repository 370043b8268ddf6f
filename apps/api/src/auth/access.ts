import { type Action, type Actor, can, type Facts, type Role } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../http/refusal.js';
import { currentRequest } from '../http/request-context.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';

/** Who asks, with roles read live in this transaction, and whether they may. Never from the token. */
@Injectable()
export class Access {
  constructor(private readonly uow: UnitOfWork) {}

  /** The caller with their roles in this call; without any, and not administrator, everything of the call is hidden from them. */
  actorFor(callId: string): Promise<Actor> {
    return this.uow.remember(`actor:${callId}`, () => this.loadActor(callId));
  }

  /** The caller with the roles they hold in any call: for what belongs to no call (accounts, the list of calls). */
  actorAnywhere(): Promise<Actor> {
    return this.uow.remember('actor:*', () => this.loadActor(null));
  }

  /** True when the caller has an active conflict on this application. */
  async hasConflict(applicationId: string): Promise<boolean> {
    const rows = await this.uow.query(
      `SELECT 1 FROM kuer.conflicts WHERE application_id = $1 AND account_id = $2 AND state = 'active' LIMIT 1`,
      [applicationId, this.uow.accountId],
    );
    return rows.length > 0;
  }

  /** Throws 404 where the actor may not know of the thing, 403 where they may not do this; marks the route's permission as decided. */
  require(action: Action, actor: Actor, facts: Facts = {}): void {
    currentRequest()?.decided.add(action);
    const decision = can(actor, action, facts);
    if (decision.allowed) return;
    throw decision.because === 'hidden' ? Refusal.notFound() : Refusal.forbidden(decision.code);
  }

  /** The same decision as a plain answer: for abilities in responses. Decides nothing for the route. */
  may(action: Action, actor: Actor, facts: Facts = {}): boolean {
    return can(actor, action, facts).allowed;
  }

  private async loadActor(callId: string | null): Promise<Actor> {
    const accountId = this.uow.accountId;
    const [account] = await this.uow.query<Standing>(
      `SELECT a.is_administrator AS "isAdministrator", a.disabled_at IS NOT NULL AS "isDisabled",
              EXISTS (SELECT 1 FROM kuer.refresh_tokens t WHERE t.family_id = $3::uuid AND t.revoked_at IS NOT NULL) AS "isSignedOut",
              COALESCE((SELECT array_agg(DISTINCT m.role::text) FROM kuer.members m
                         WHERE m.account_id = a.id AND ($2::uuid IS NULL OR m.call_id = $2::uuid)), '{}') AS roles
         FROM kuer.accounts a WHERE a.id = $1`,
      [accountId, callId, currentRequest()?.signedIn?.sessionId ?? null],
    );
    if (!account || account.isDisabled) throw new Refusal(401, 'AUTH.ACCOUNT_DISABLED');
    // The access token outlives its session by minutes; whoever signed out, or was signed out, does not.
    if (account.isSignedOut) throw new Refusal(401, 'AUTH.SESSION_REVOKED');
    const roles: Role[] = account.isAdministrator ? ['administrator', ...account.roles] : account.roles;
    return { accountId, roles };
  }
}

interface Standing {
  readonly isAdministrator: boolean;
  readonly isDisabled: boolean;
  readonly isSignedOut: boolean;
  readonly roles: Role[];
}
