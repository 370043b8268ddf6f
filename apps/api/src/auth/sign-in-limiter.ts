import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { SETTINGS } from '../persistence/tokens.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import type { Settings } from '../settings.js';

export type Reservation =
  | { readonly isBlocked: false }
  | {
      readonly isBlocked: true;
      readonly retryAfterSeconds: number;
      readonly attempts: number;
      /** This try is the one that ran into the limit; those after it are not worth a line in the trail each. */
      readonly isFirst: boolean;
    };

interface Counted {
  readonly failures: number;
  readonly limit: number;
  /** Seconds until so many failures have left the window that another try is possible; null: it is now. */
  readonly wait: number | null;
}

/**
 * Slows guessing down. Failures count per address and e-mail, and per address: whoever guesses somebody's password from elsewhere locks
 * out themselves, not that person. Kept in the database, so that it holds across restarts and several processes.
 */
@Injectable()
export class SignInLimiter {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Counts this try as a failure before the password is looked at: a hundred tries at once are a hundred tries. */
  async reserve(email: string, address: string): Promise<Reservation> {
    const remote = this.remoteKey(address);
    const limits = this.settings.signIn;
    await this.uow.query(`SELECT pg_advisory_xact_lock(hashtextextended('kuer.sign-in ' || $1::text, 0))`, [remote]);
    const perPair = await this.count(
      `email = $1 AND remote_key = $2`,
      [email, remote],
      limits.failuresPerEmailAndAddress,
    );
    const perAddress = await this.count(
      `$1::text IS NOT NULL AND remote_key = $2`,
      [email, remote],
      limits.failuresPerAddress,
    );
    const blocking = [perPair, perAddress].filter(({ wait }) => wait !== null);
    if (blocking.length > 0) {
      const isFirst = blocking.some(({ failures, limit }) => failures === limit);
      if (isFirst) await this.record(email, remote, null);
      return {
        isBlocked: true,
        retryAfterSeconds: Math.max(1, Math.ceil(Math.max(...blocking.map(({ wait }) => wait ?? 0)))),
        attempts: Math.max(perPair.failures, perAddress.failures),
        isFirst,
      };
    }
    await this.record(email, remote, null);
    return { isBlocked: false };
  }

  /** The try was right: it and the earlier failures of the same person at the same address no longer count. */
  async succeed(email: string, address: string, accountId: string): Promise<void> {
    const remote = this.remoteKey(address);
    await this.uow.query(`DELETE FROM kuer.sign_in_attempts WHERE email = $1 AND remote_key = $2 AND NOT succeeded`, [
      email,
      remote,
    ]);
    await this.record(email, remote, accountId);
  }

  private async record(email: string, remote: string, accountId: string | null): Promise<void> {
    await this.uow.query(
      `INSERT INTO kuer.sign_in_attempts (id, email, remote_key, account_id, succeeded, at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [uuid(), email, remote, accountId, accountId !== null, this.uow.now],
    );
  }

  private async count(condition: string, parameters: readonly unknown[], limit: number): Promise<Counted> {
    const { windowSeconds } = this.settings.signIn;
    const since = new Date(this.uow.now.getTime() - windowSeconds * 1000);
    const failed = `FROM kuer.sign_in_attempts WHERE ${condition} AND NOT succeeded AND at > $3`;
    const [row] = await this.uow.query<{ failures: number; decisive: Date | null }>(
      `SELECT (SELECT count(*) ${failed}) AS failures, (SELECT at ${failed} ORDER BY at DESC OFFSET $4 LIMIT 1) AS decisive`,
      [...parameters, since, limit - 1],
    );
    const decisive = row?.decisive ?? null;
    const wait = decisive && windowSeconds - (this.uow.now.getTime() - decisive.getTime()) / 1000;
    return { failures: row?.failures ?? 0, limit, wait };
  }

  /** The address, not readable: enough to tell tries apart. Of an IPv6 address the network counts, of which everybody has one. */
  private remoteKey(address: string): string {
    const network = isIPv6(address) && !address.includes('.') ? expand(address).slice(0, 4).join(':') : address;
    return createHmac('sha256', this.settings.jwtSecret).update(`sign-in ${network}`).digest('hex').slice(0, 32);
  }
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: gap }, () => '0'), ...back].map((part) =>
    Number.parseInt(part, 16).toString(16),
  );
}
