import 'reflect-metadata';
import type { CallResponse } from '@kuer/contract';
import type { Role } from '@kuer/domain';
import { type TestDatabase, testDatabase } from '@kuer/testing';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import supertest, { type Test } from 'supertest';
import { AccountsModule } from '../../src/accounts/accounts.module.js';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { AuditModule } from '../../src/audit/audit.module.js';
import { AuthModule } from '../../src/auth/auth.module.js';
import { Passwords } from '../../src/auth/passwords.js';
import { prepareApp } from '../../src/http/configure-app.js';
import { HttpModule } from '../../src/http/http.module.js';
import { persistenceWith } from '../../src/persistence/persistence.module.js';
import { SYSTEM, UnitOfWork } from '../../src/persistence/unit-of-work.js';
import { readSettings, type Settings } from '../../src/settings.js';
import { Client } from './client.js';
import { PASSWORD, PERSONAS, type Persona } from './personas.js';

export interface StartOptions {
  /** Default: a database of its own, dropped by `close()`. */
  readonly database?: TestDatabase;
  /** Only the core (sign-in, accounts, trail) and these modules, instead of all rooms. */
  readonly only?: readonly Type<unknown>[];
  readonly settings?: Partial<Settings>;
}

export interface CallMembers {
  readonly title?: string;
  readonly members: Readonly<Partial<Record<Persona, readonly Exclude<Role, 'administrator'>[]>>>;
}

class TestRoot {}

/**
 * The API as it runs, on a real Postgres, without a port of its own:
 *
 *     const api = await startApi();                       // in beforeAll; await api.close() in afterAll
 *     const call = await api.createCall({ members: { 'koordination@demo.example': ['coordinator'] } });
 *     const coordinator = await api.signIn('koordination@demo.example');
 *     await coordinator.get(`/calls/${call.id}/applications`).expect(200);
 */
export async function startApi(options: StartOptions = {}): Promise<TestApi> {
  const database = options.database ?? (await testDatabase());
  const settings: Settings = {
    ...readSettings({
      KUER_DATABASE_URL: database.appUrl,
      KUER_JWT_SECRET: 'c1E8xQz7mB2tRw5YsLkVdNp3FhJ4gTe6',
      KUER_DATABASE_POOL: '6',
    }),
    ...options.settings,
  };
  const app = await NestFactory.create<NestExpressApplication>(await rootModule(settings, options.only), {
    bodyParser: false,
    logger: ['error'],
    abortOnError: false,
  });
  await prepareApp(app, settings);
  return new TestApi(app, database, options.database === undefined);
}

async function rootModule(settings: Settings, only: StartOptions['only']): Promise<DynamicModule> {
  if (!only) {
    // Loaded only when wanted: the core is tested without the rooms.
    const { appWith } = await import('../../src/app.module.js');
    return appWith(settings);
  }
  return {
    module: TestRoot,
    imports: [
      persistenceWith(settings, { connects: true }),
      HttpModule,
      AuthModule,
      AuditModule,
      AccountsModule,
      ...only,
    ],
  };
}

export class TestApi {
  private readonly accountIds = new Map<Persona, string>();
  private passwordHash: Promise<string> | undefined;
  private superuser: pg.Client | undefined;

  constructor(
    readonly app: NestExpressApplication,
    readonly database: TestDatabase,
    private readonly ownsDatabase: boolean,
  ) {}

  /** A service of the API, to call it directly within `uow.run`. */
  service<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  get uow(): UnitOfWork {
    return this.service(UnitOfWork);
  }

  /** Any address of the server, as a browser asks for it. */
  page(path: string): Test {
    return supertest(this.app.getHttpServer()).get(path).set('Accept', 'text/html,*/*');
  }

  anonymous(): Client {
    return new Client(this.app.getHttpServer());
  }

  /** The id of the person's account, which is made where there is none yet. */
  async accountOf(persona: Persona): Promise<string> {
    const known = this.accountIds.get(persona);
    if (known) return known;
    this.passwordHash ??= this.service(Passwords).hash(PASSWORD);
    const passwordHash = await this.passwordHash;
    const { name, ...rest }: { name: string; isAdministrator?: boolean } = PERSONAS[persona];
    const account = await this.uow.run({ accountId: SYSTEM, mode: 'write' }, () =>
      this.service(AccountsService).register({ email: persona, displayName: name, passwordHash, ...rest }),
    );
    this.accountIds.set(persona, account.id);
    return account.id;
  }

  /** Signs the person in, over HTTP. */
  async signIn(persona: Persona): Promise<Client> {
    const client = new Client(this.app.getHttpServer(), await this.accountOf(persona));
    const { body } = await client.post('/auth/login', { email: persona, password: PASSWORD }).expect(200);
    client.accessToken = body.accessToken;
    return client;
  }

  /** A draft call with these members, made through the API's own routes. */
  async createCall({ title = 'Testaufruf', members }: CallMembers): Promise<CallResponse> {
    const founder = await this.founder();
    const { body: call } = await founder.post('/calls', { title }).expect(201);
    await this.putMembers(call.id, members);
    return call;
  }

  /** Gives the call exactly these members. */
  async putMembers(callId: string, members: CallMembers['members']): Promise<void> {
    const entries = await Promise.all(
      Object.entries(members).map(async ([persona, roles]) => ({
        accountId: await this.accountOf(persona as Persona),
        roles,
      })),
    );
    const administrator = await this.signIn('admin@demo.example');
    await administrator.put(`/calls/${callId}/members`, { members: entries }).expect(200);
  }

  /** What is really in the database, past row-level security. */
  async look<Row extends object = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    if (!this.superuser) {
      this.superuser = new pg.Client({ connectionString: this.database.superuserUrl });
      await this.superuser.connect();
    }
    return (await this.superuser.query<Row>(sql, parameters)).rows;
  }

  async close(): Promise<void> {
    await this.superuser?.end();
    await this.app.close();
    if (this.ownsDatabase) await this.database.drop();
  }

  /** The first call is announced by an administrator, later ones by somebody who coordinates one. */
  private async founder(): Promise<Client> {
    const [row] = await this.look<{ calls: number }>('SELECT count(*)::int AS calls FROM kuer.calls');
    if (row?.calls === 0) {
      const administrator = await this.signIn('admin@demo.example');
      const { body: first } = await administrator.post('/calls', { title: 'Gründung' }).expect(201);
      await this.putMembers(first.id, { 'gruendung@demo.example': ['coordinator'] });
    }
    return this.signIn('gruendung@demo.example');
  }
}
