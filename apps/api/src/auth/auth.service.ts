import type { ChangePasswordRequest, LoginRequest, MeResponse, TokenResponse } from '@kuer/contract';
import type { CallState, Role } from '@kuer/domain';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import { Refusal } from '../http/refusal.js';
import { SYSTEM, UnitOfWork } from '../persistence/unit-of-work.js';
import { Access } from './access.js';
import { Passwords } from './passwords.js';
import { RefreshSessions } from './refresh-sessions.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { type SignInRecord, SignInRecords } from './sign-in-records.js';
import type { SignedIn } from './signed-in.js';
import { ACCESS_TOKEN_SECONDS, Tokens } from './tokens.js';

const AS_INSTALLATION = { accountId: SYSTEM, mode: 'write' } as const;

export interface Session {
  readonly answer: TokenResponse;
  /** Goes into the cookie, and nowhere else. */
  readonly refreshToken: string;
}

/** Sign-in and what keeps somebody signed in. Opens its own units of work: hashing a password must not hold a connection. */
@Injectable()
export class AuthService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Access) private readonly access: Access,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(RefreshSessions) private readonly sessions: RefreshSessions,
    @Inject(SignInLimiter) private readonly limiter: SignInLimiter,
    @Inject(SignInRecords) private readonly records: SignInRecords,
    @Inject(Tokens) private readonly tokens: Tokens,
  ) {}

  async signIn(body: LoginRequest, address: string): Promise<Session> {
    const email = body.email.trim().toLowerCase();
    const found = await this.reserve(email, address);
    const isRight = await this.passwords.matches(found?.passwordHash ?? null, body.password);
    if (!found || !isRight) throw wrongCredentials();
    if (found.isDisabled) throw new Refusal(401, 'AUTH.ACCOUNT_DISABLED');
    const opened = await this.uow.run(AS_INSTALLATION, async () => {
      await this.limiter.succeed(email, address, found.accountId);
      const session = await this.sessions.open(found.accountId);
      await this.append('SIGNED_IN', found.accountId);
      return session;
    });
    return this.sessionOf({ accountId: found.accountId, sessionId: opened.sessionId }, opened.token);
  }

  async refresh(refreshToken: string | undefined): Promise<Session> {
    if (!refreshToken) throw new Refusal(401, 'REQUEST.UNAUTHENTICATED');
    // The family is revoked by a transaction that commits; the refusal follows it.
    const rotation = await this.uow.run(AS_INSTALLATION, async () => {
      const result = await this.sessions.rotate(refreshToken);
      if (result.outcome === 'reused') await this.append('REFRESH_TOKEN_REUSED', result.accountId);
      return result;
    });
    if (rotation.outcome !== 'rotated') throw new Refusal(401, 'AUTH.SESSION_REVOKED');
    return this.sessionOf(rotation, rotation.token);
  }

  async signOut(refreshToken: string | undefined): Promise<void> {
    if (!refreshToken) return;
    await this.uow.run(AS_INSTALLATION, async () => {
      const accountId = await this.sessions.close(refreshToken);
      if (accountId) await this.append('SIGNED_OUT', accountId);
    });
  }

  async me(): Promise<MeResponse> {
    await this.access.actorAnywhere();
    const account = await this.records.account(this.uow.accountId);
    const calls = await this.uow.query<{ callId: string; title: string; state: CallState; roles: Role[] }>(
      `SELECT c.id AS "callId", c.title, c.state, array_agg(m.role ORDER BY m.role) AS roles
         FROM kuer.members m JOIN kuer.calls c ON c.id = m.call_id
        WHERE m.account_id = $1 GROUP BY c.id, c.title, c.state, c.created_at ORDER BY c.created_at DESC, c.id`,
      [this.uow.accountId],
    );
    return { ...account, calls };
  }

  /** Sets a new password and ends every other session of the account. */
  async changePassword(body: ChangePasswordRequest, signedIn: SignedIn, address: string): Promise<void> {
    const { accountId, sessionId } = signedIn;
    const email = await this.uow.run({ accountId, mode: 'read' }, async () => {
      await this.access.actorAnywhere();
      return (await this.records.account(accountId)).email;
    });
    // Whoever finds an unlocked screen must not get to try passwords without end either.
    const found = await this.reserve(email, address);
    const isRight = await this.passwords.matches(found?.passwordHash ?? null, body.currentPassword);
    if (!isRight) throw wrong('currentPassword', 'AUTH.WRONG_PASSWORD');
    await this.uow.run(AS_INSTALLATION, () => this.limiter.succeed(email, address, accountId));
    if (body.newPassword === body.currentPassword) throw wrong('newPassword', 'AUTH.PASSWORD_UNCHANGED');
    this.passwords.requireStrong(body.newPassword, email, 'newPassword');
    const hash = await this.passwords.hash(body.newPassword);
    await this.uow.run({ accountId, mode: 'write' }, async () => {
      await this.records.setPassword(accountId, hash);
      await this.sessions.revokeAll(accountId, 'password_changed', sessionId);
      await this.trail.append({ callId: null, type: 'PASSWORD_CHANGED', payload: { accountId, isOwn: true } });
    });
  }

  /** Counts the try, and returns whose password is to be looked at; 429 when there were too many before. */
  private async reserve(email: string, address: string): Promise<SignInRecord | null> {
    const { reservation, found } = await this.uow.run(AS_INSTALLATION, async () => {
      const result = await this.limiter.reserve(email, address);
      const account = await this.records.findForSignIn(email);
      if (result.isBlocked && result.isFirst) {
        const accountId = account?.accountId ?? null;
        await this.trail.append({
          callId: null,
          type: 'SIGN_IN_BLOCKED',
          payload: { accountId, attempts: result.attempts },
        });
      }
      return { reservation: result, found: account };
    });
    if (!reservation.isBlocked) return found;
    const seconds = reservation.retryAfterSeconds;
    throw new Refusal(429, 'REQUEST.TOO_MANY', { seconds }, [], { headers: { 'Retry-After': String(seconds) } });
  }

  /** Before anybody is signed in, the installation writes the trail, in the name of the person it is about. */
  private append(type: 'SIGNED_IN' | 'SIGNED_OUT' | 'REFRESH_TOKEN_REUSED', accountId: string): Promise<string> {
    return this.trail.append({ callId: null, type, actorId: accountId, payload: { accountId } });
  }

  private async sessionOf(signedIn: SignedIn, refreshToken: string): Promise<Session> {
    const accessToken = await this.tokens.accessToken(signedIn);
    return { answer: { accessToken, expiresIn: ACCESS_TOKEN_SECONDS }, refreshToken };
  }
}

const wrongCredentials = (): Refusal => new Refusal(401, 'AUTH.WRONG_CREDENTIALS');

const wrong = (path: string, code: string): Refusal => Refusal.rule(code, {}, [{ path, code }]);
