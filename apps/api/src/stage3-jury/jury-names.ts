import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../persistence/unit-of-work.js';

/** Names of the people who acted, as far as the caller may know them. */
@Injectable()
export class JuryNames {
  constructor(private readonly uow: UnitOfWork) {}

  async of(accountIds: readonly (string | null)[]): Promise<Map<string, string>> {
    const ids = [...new Set(accountIds.filter((id): id is string => id !== null))];
    if (ids.length === 0) return new Map();
    const rows = await this.uow.query<{ id: string; name: string }>(
      `SELECT id, display_name AS name FROM kuer.accounts WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
