import type {
  AccountPage,
  AccountQuery,
  AccountResponse,
  CreateAccountRequest,
  UpdateAccountRequest,
} from '@kuer/contract';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AuditTrail } from '../audit/audit-trail.js';
import { Access } from '../auth/access.js';
import { Passwords } from '../auth/passwords.js';
import { RefreshSessions } from '../auth/refresh-sessions.js';
import { SignInRecords } from '../auth/sign-in-records.js';
import { Refusal } from '../http/refusal.js';
import { isUniqueViolation, isViolationOf } from '../persistence/database-errors.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import type { AccountEntity } from './account.entity.js';
import { AccountRepository } from './account.repository.js';
import { AccountChanges } from './account-changes.js';

export interface NewAccount {
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly isAdministrator?: boolean;
  readonly municipalityAgs?: string | null;
  readonly employer?: string | null;
  readonly homeState?: string | null;
  readonly expertise?: readonly string[];
  readonly locale?: 'de' | 'en';
  readonly isDemo?: boolean;
}

const EDITABLE = [
  'displayName',
  'isAdministrator',
  'municipalityAgs',
  'employer',
  'homeState',
  'expertise',
  'locale',
] as const;

/** What can put the person in conflict with an application. */
const BONDS: readonly string[] = ['municipalityAgs', 'employer', 'homeState'];

/** Accounts of the installation. They are disabled, never deleted: what somebody did keeps its author. */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Access) private readonly access: Access,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(RefreshSessions) private readonly sessions: RefreshSessions,
    @Inject(SignInRecords) private readonly records: SignInRecords,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(AccountChanges) private readonly changes: AccountChanges,
  ) {}

  async list(query: AccountQuery): Promise<AccountPage> {
    this.access.require('account.read', await this.access.actorAnywhere());
    return this.accounts.list(query, toResponse);
  }

  async create(body: CreateAccountRequest): Promise<AccountResponse> {
    this.access.require('account.write', await this.access.actorAnywhere());
    const { initialPassword, ...fields } = body;
    this.passwords.requireStrong(initialPassword, body.email, 'initialPassword');
    return toResponse(await this.register({ ...fields, passwordHash: await this.passwords.hash(initialPassword) }));
  }

  /** Creates the account, whoever asks: for `create`, for the demo loader and for the first administrator of an installation. */
  async register(account: NewAccount): Promise<AccountEntity> {
    const email = account.email.trim().toLowerCase();
    const { now } = this.uow;
    const entity: AccountEntity = {
      id: uuid(),
      email,
      displayName: account.displayName.trim(),
      isAdministrator: account.isAdministrator ?? false,
      municipalityAgs: account.municipalityAgs ?? null,
      employer: account.employer?.trim() || null,
      homeState: account.homeState ?? null,
      expertise: [...(account.expertise ?? [])],
      locale: account.locale ?? 'de',
      isDemo: account.isDemo ?? false,
      disabledAt: null,
      createdAt: now,
      updatedAt: now,
      version: 0,
    };
    try {
      await this.accounts.insert(entity, account.passwordHash);
    } catch (error) {
      if (isUniqueViolation(error, 'accounts_email_is_unique')) {
        throw Refusal.conflict('ACCOUNT.EMAIL_TAKEN', {}, [{ path: 'email', code: 'ACCOUNT.EMAIL_TAKEN' }]);
      }
      throw error;
    }
    await this.trail.append({
      callId: null,
      type: 'ACCOUNT_CREATED',
      payload: { accountId: entity.id, isAdministrator: entity.isAdministrator },
    });
    return entity;
  }

  async update(id: string, body: UpdateAccountRequest): Promise<AccountResponse> {
    this.access.require('account.write', await this.access.actorAnywhere());
    const account = await this.accounts.lock(id);
    if (!account) throw Refusal.notFound();
    if (account.version !== body.version) throw Refusal.stale(toResponse(account));
    const isOwn = id === this.uow.accountId;
    if (isOwn && (body.disabled === true || body.isAdministrator === false)) throw Refusal.rule('ACCOUNT.NOT_YOURSELF');
    const fields = EDITABLE.filter((field) => body[field] !== undefined && !isSame(body[field], account[field]));
    for (const field of fields) Object.assign(account, { [field]: body[field] });
    await this.setStanding(account, body.disabled);
    if (body.initialPassword !== undefined) await this.setPassword(account, body.initialPassword, isOwn);
    account.version += 1;
    account.updatedAt = this.uow.now;
    try {
      await this.accounts.save(account);
    } catch (error) {
      if (isViolationOf(error, 'members_roles_exclude_each_other'))
        throw Refusal.conflict('ACCOUNT.ADMINISTRATOR_IS_AUDITOR');
      throw error;
    }
    if (fields.length > 0)
      await this.trail.append({ callId: null, type: 'ACCOUNT_CHANGED', payload: { accountId: id, fields } });
    if (fields.some((field) => BONDS.includes(field))) await this.changes.notify(id);
    return toResponse(account);
  }

  private async setStanding(account: AccountEntity, disabled: boolean | undefined): Promise<void> {
    if (disabled === undefined || disabled === (account.disabledAt !== null)) return;
    account.disabledAt = disabled ? this.uow.now : null;
    if (disabled) await this.sessions.revokeAll(account.id, 'disabled');
    await this.trail.append({
      callId: null,
      type: disabled ? 'ACCOUNT_DISABLED' : 'ACCOUNT_ENABLED',
      payload: { accountId: account.id },
    });
  }

  private async setPassword(account: AccountEntity, password: string, isOwn: boolean): Promise<void> {
    this.passwords.requireStrong(password, account.email, 'initialPassword');
    await this.records.setPassword(account.id, await this.passwords.hash(password));
    await this.sessions.revokeAll(account.id, 'password_set');
    await this.trail.append({ callId: null, type: 'PASSWORD_CHANGED', payload: { accountId: account.id, isOwn } });
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function toResponse(account: AccountEntity): AccountResponse {
  return {
    id: account.id,
    email: account.email,
    displayName: account.displayName,
    isAdministrator: account.isAdministrator,
    municipalityAgs: account.municipalityAgs,
    employer: account.employer,
    homeState: account.homeState,
    expertise: account.expertise,
    locale: account.locale,
    disabledAt: account.disabledAt?.toISOString() ?? null,
    version: account.version,
  };
}
