import type { AccountPage, AccountQuery, AccountResponse } from '@kuer/contract';
import { Inject, Injectable } from '@nestjs/common';
import { readPage } from '../http/list.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { AccountEntity } from './account.entity.js';

const COLUMNS = `a.id, a.email, a.display_name AS "displayName", a.is_administrator AS "isAdministrator",
  a.municipality_ags AS "municipalityAgs", a.employer, a.home_state AS "homeState", a.expertise, a.locale, a.disabled_at AS "disabledAt", a.version`;

@Injectable()
export class AccountRepository {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  list(query: AccountQuery, toItem: (account: AccountEntity) => AccountResponse): Promise<AccountPage> {
    const where: string[] = [];
    const parameters: unknown[] = [];
    if (query.search) {
      parameters.push(`%${query.search.replace(/[\\%_]/g, '\\$&')}%`);
      where.push(`a.display_name ILIKE $${parameters.length} OR a.email ILIKE $${parameters.length}`);
    }
    if (query.status) where.push(query.status === 'disabled' ? 'a.disabled_at IS NOT NULL' : 'a.disabled_at IS NULL');
    return readPage(
      this.uow,
      query,
      {
        select: COLUMNS,
        from: 'kuer.accounts a',
        where,
        parameters,
        sortKeys: {
          displayName: { sql: 'lower(a.display_name)', type: 'text' },
          email: { sql: 'a.email', type: 'text' },
          createdAt: { sql: 'a.created_at', type: 'timestamptz' },
        },
        defaultSort: 'displayName',
        id: { sql: 'a.id', type: 'uuid' },
      },
      toItem,
    );
  }

  lock(id: string): Promise<AccountEntity | null> {
    return this.uow.manager.findOne(AccountEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The hash is no part of the entity: nothing that reads accounts ever carries it along. */
  async insert(account: AccountEntity, passwordHash: string): Promise<void> {
    await this.uow.query(
      `INSERT INTO kuer.accounts (id, email, display_name, password_hash, is_administrator, municipality_ags, employer, home_state,
                                  expertise, locale, is_demo, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
      [
        ...[
          account.id,
          account.email,
          account.displayName,
          passwordHash,
          account.isAdministrator,
          account.municipalityAgs,
        ],
        ...[account.employer, account.homeState, account.expertise, account.locale, account.isDemo, account.createdAt],
      ],
    );
  }

  async save(account: AccountEntity): Promise<void> {
    const { id, email: _email, isDemo: _isDemo, createdAt: _createdAt, ...changing } = account;
    await this.uow.manager.update(AccountEntity, { id }, changing);
  }
}
