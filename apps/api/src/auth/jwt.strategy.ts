import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { isUUID } from 'class-validator';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { SETTINGS } from '../persistence/tokens.js';
import type { Settings } from '../settings.js';
import type { SignedIn } from './signed-in.js';
import { TOKEN_RULES } from './tokens.js';

interface Claims {
  readonly sub?: unknown;
  readonly sid?: unknown;
}

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(@Inject(SETTINGS) settings: Settings) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: settings.jwtSecret,
      algorithms: [TOKEN_RULES.algorithm],
      issuer: TOKEN_RULES.issuer,
      audience: TOKEN_RULES.audience,
      ignoreExpiration: false,
    });
  }

  validate({ sub, sid }: Claims): SignedIn | false {
    if (typeof sub !== 'string' || typeof sid !== 'string' || !isUUID(sub, 'all') || !isUUID(sid, 'all')) return false;
    return { accountId: sub, sessionId: sid };
  }
}
