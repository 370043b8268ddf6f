import type { MeResponse } from '@kuer/contract';
import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';

export interface SignInRecord {
  readonly accountId: string;
  readonly passwordHash: string | null;
  readonly isDisabled: boolean;
}

/** What sign-in reads and writes of accounts, before and after anybody is known. */
@Injectable()
export class SignInRecords {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  async findForSignIn(email: string): Promise<SignInRecord | null> {
    const [row] = await this.uow.query<SignInRecord>(
      `SELECT account_id AS "accountId", password_hash AS "passwordHash", is_disabled AS "isDisabled"
         FROM kuer.sign_in_lookup($1)`,
      [email],
    );
    return row ?? null;
  }

  async account(accountId: string): Promise<Omit<MeResponse, 'calls'>> {
    const [row] = await this.uow.query<Omit<MeResponse, 'calls'>>(
      `SELECT id, email, display_name AS "displayName", locale, is_administrator AS "isAdministrator" FROM kuer.accounts WHERE id = $1`,
      [accountId],
    );
    if (!row) throw new Refusal(401, 'AUTH.ACCOUNT_DISABLED');
    return row;
  }

  async setPassword(accountId: string, hash: string): Promise<void> {
    await this.uow.query(`UPDATE kuer.accounts SET password_hash = $2, updated_at = $3 WHERE id = $1`, [
      accountId,
      hash,
      this.uow.now,
    ]);
  }
}
