import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { newRefreshToken, refreshTokenHash } from './tokens.js';

export const REFRESH_TOKEN_SECONDS = 12 * 60 * 60;
/** Two tabs that wake up together send the same token twice within moments; a thief comes later. */
const GRACE_SECONDS = 10;

const LOCK_SESSIONS = `pg_advisory_xact_lock(hashtextextended('kuer.sessions ' || t.account_id::text, 0))`;

interface StoredToken {
  readonly id: string;
  readonly familyId: string;
  readonly accountId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly isDisabled: boolean;
}

export type Rotation =
  | { readonly outcome: 'rotated'; readonly token: string; readonly accountId: string; readonly sessionId: string }
  | { readonly outcome: 'reused'; readonly accountId: string; readonly sessionId: string }
  | { readonly outcome: 'refused' };

/**
 * Sessions as families of refresh tokens. Each token is good for one new one; a used token that comes again means that somebody copied
 * it, and ends the whole family, the thief's part and the owner's.
 */
@Injectable()
export class RefreshSessions {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  async open(accountId: string): Promise<{ readonly token: string; readonly sessionId: string }> {
    const sessionId = uuid();
    return { token: await this.issue(accountId, sessionId), sessionId };
  }

  async rotate(token: string): Promise<Rotation> {
    const stored = await this.lock(token);
    if (!stored || stored.revokedAt || stored.isDisabled || stored.expiresAt <= this.uow.now)
      return { outcome: 'refused' };
    const { accountId, familyId: sessionId } = stored;
    const sinceUse = stored.usedAt ? (this.uow.now.getTime() - stored.usedAt.getTime()) / 1000 : null;
    if (sinceUse !== null && sinceUse > GRACE_SECONDS) {
      await this.revokeFamily(sessionId, 'reused');
      return { outcome: 'reused', accountId, sessionId };
    }
    if (sinceUse === null)
      await this.uow.query(`UPDATE kuer.refresh_tokens SET used_at = $2 WHERE id = $1`, [stored.id, this.uow.now]);
    return { outcome: 'rotated', token: await this.issue(accountId, sessionId), accountId, sessionId };
  }

  /** Ends the session that the token belongs to; returns whose it was, or null where there was none to end. */
  async close(token: string): Promise<string | null> {
    const stored = await this.lock(token);
    if (!stored || stored.revokedAt) return null;
    await this.revokeFamily(stored.familyId, 'signed_out');
    return stored.accountId;
  }

  async revokeFamily(sessionId: string, why: string): Promise<void> {
    await this.uow.query(
      `UPDATE kuer.refresh_tokens SET revoked_at = $2, revoked_why = $3 WHERE family_id = $1 AND revoked_at IS NULL`,
      [sessionId, this.uow.now, why],
    );
  }

  /** Ends all sessions of the account, but for the one given. */
  async revokeAll(accountId: string, why: string, exceptSessionId: string | null = null): Promise<void> {
    await this.uow.query(`SELECT ${LOCK_SESSIONS} FROM (SELECT $1::uuid AS account_id) t`, [accountId]);
    await this.uow.query(
      `UPDATE kuer.refresh_tokens SET revoked_at = $2, revoked_why = $3
        WHERE account_id = $1 AND revoked_at IS NULL AND ($4::uuid IS NULL OR family_id <> $4::uuid)`,
      [accountId, this.uow.now, why, exceptSessionId],
    );
  }

  /** Reads the token once nobody else changes the account's sessions: a family must not grow while it is being revoked. */
  private async lock(token: string): Promise<StoredToken | undefined> {
    await this.uow.query(`SELECT ${LOCK_SESSIONS} FROM kuer.refresh_tokens t WHERE t.token_hash = $1`, [
      refreshTokenHash(token),
    ]);
    const [stored] = await this.uow.query<StoredToken>(
      `SELECT t.id, t.family_id AS "familyId", t.account_id AS "accountId", t.expires_at AS "expiresAt", t.used_at AS "usedAt",
              t.revoked_at AS "revokedAt", a.disabled_at IS NOT NULL AS "isDisabled"
         FROM kuer.refresh_tokens t JOIN kuer.accounts a ON a.id = t.account_id WHERE t.token_hash = $1`,
      [refreshTokenHash(token)],
    );
    return stored;
  }

  private async issue(accountId: string, familyId: string): Promise<string> {
    const { token, hash } = newRefreshToken();
    await this.uow.query(
      `INSERT INTO kuer.refresh_tokens (id, family_id, account_id, token_hash, issued_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        uuid(),
        familyId,
        accountId,
        hash,
        this.uow.now,
        new Date(this.uow.now.getTime() + REFRESH_TOKEN_SECONDS * 1000),
      ],
    );
    return token;
  }
}
