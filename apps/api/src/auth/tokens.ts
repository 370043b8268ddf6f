import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { v7 as uuid } from 'uuid';
import { SETTINGS } from '../persistence/tokens.js';
import type { Settings } from '../settings.js';
import type { SignedIn } from './signed-in.js';

export const ACCESS_TOKEN_SECONDS = 10 * 60;
/** Pinned on both sides: a token of another issuer, audience or algorithm is none. */
export const TOKEN_RULES = { issuer: 'kuer', audience: 'kuer-api', algorithm: 'HS256' } as const;

@Injectable()
export class Tokens {
  constructor(
    @Inject(JwtService) private readonly jwt: JwtService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A token for the Authorization header: who, in which session, for ten minutes. No roles: those are read live. */
  accessToken({ accountId, sessionId }: SignedIn): Promise<string> {
    return this.jwt.signAsync(
      { sid: sessionId },
      {
        ...TOKEN_RULES,
        secret: this.settings.jwtSecret,
        subject: accountId,
        jwtid: uuid(),
        expiresIn: ACCESS_TOKEN_SECONDS,
      },
    );
  }
}

/** A new refresh token: what the cookie carries, and the hash that the database keeps. */
export function newRefreshToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: refreshTokenHash(token) };
}

export const refreshTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
