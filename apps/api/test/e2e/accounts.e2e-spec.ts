import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountPage } from '@kuer/contract';
import { CallsModule } from '../../src/calls/calls.module.js';
import type { Client } from '../support/client.js';
import { PASSWORD } from '../support/personas.js';
import { startApi, type TestApi } from '../support/start-api.js';

const NEW = {
  email: 'Neu.Eingestellt@stadt.example',
  displayName: 'Nele Eingestellt',
  initialPassword: 'Birke-Salz-Weg-Lampe',
};

describe('Accounts', () => {
  let api: TestApi;
  let admin: Client;

  beforeAll(async () => {
    api = await startApi({ only: [CallsModule] });
    admin = await api.signIn('admin@demo.example');
  });
  afterAll(() => api.close());

  const trailOf = (accountId: string) =>
    api.look(
      `SELECT type, actor_id, payload FROM kuer.audit_events WHERE payload ->> 'accountId' = $1 AND type <> 'SIGNED_IN' ORDER BY seq`,
      [accountId],
    );

  it('are created by an administrator with an initial password, and leave their trace without a name in it', async () => {
    const { body } = await admin
      .post('/accounts', { ...NEW, municipalityAgs: '05315000', homeState: 'NW', expertise: ['Mobilität'] })
      .expect(201);
    expect(body).toEqual({
      id: expect.any(String),
      email: 'neu.eingestellt@stadt.example',
      displayName: 'Nele Eingestellt',
      isAdministrator: false,
      municipalityAgs: '05315000',
      employer: null,
      homeState: 'NW',
      expertise: ['Mobilität'],
      locale: 'de',
      disabledAt: null,
      version: 0,
    });
    expect(await trailOf(body.id)).toEqual([
      { type: 'ACCOUNT_CREATED', actor_id: admin.accountId, payload: { accountId: body.id, isAdministrator: false } },
    ]);
    await api.anonymous().post('/auth/login', { email: NEW.email, password: NEW.initialPassword }).expect(200);
  });

  it('exist once per address, in whatever case it is written', async () => {
    const { body } = await admin.post('/accounts', { ...NEW, email: 'NEU.eingestellt@STADT.example' }).expect(409);
    expect(body).toMatchObject({ code: 'ACCOUNT.EMAIL_TAKEN', errors: [{ path: 'email' }] });
  });

  it.each([
    ['a short password', { initialPassword: 'kurz' }, 400, 'initialPassword'],
    ['a password that everybody guesses', { initialPassword: 'Willkommen2020' }, 422, 'initialPassword'],
    ['no address', { email: 'keine' }, 400, 'email'],
    ['a key that is none', { municipalityAgs: '5315' }, 400, 'municipalityAgs'],
    ['a state that is none', { homeState: 'XX' }, 400, 'homeState'],
    ['a field that is not its own', { passwordHash: '$argon2id$' }, 400, 'passwordHash'],
  ])('are refused with %s', async (_what, change, status, path) => {
    const { body } = await admin.post('/accounts', { ...NEW, email: 'anders@stadt.example', ...change }).expect(status);
    expect(body.errors[0].path).toBe(path);
  });

  it('are changed field by field, and a stale version overwrites nothing', async () => {
    const id = await api.accountOf('jury01@demo.example');
    const { body } = await admin
      .patch(`/accounts/${id}`, { version: 0, displayName: 'Julia Neu', employer: 'Stadt Musterau' })
      .expect(200);
    expect(body).toMatchObject({ displayName: 'Julia Neu', employer: 'Stadt Musterau', version: 1 });
    const stale = await admin.patch(`/accounts/${id}`, { version: 0, displayName: 'Überschrieben' }).expect(409);
    expect(stale.body).toMatchObject({
      code: 'REQUEST.STALE_VERSION',
      current: { displayName: 'Julia Neu', version: 1 },
    });
    expect((await trailOf(id)).at(-1)).toEqual({
      type: 'ACCOUNT_CHANGED',
      actor_id: admin.accountId,
      payload: { accountId: id, fields: ['displayName', 'employer'] },
    });
  });

  it('that are disabled are signed out at once and stay out', async () => {
    const juror = await api.signIn('jury02@demo.example');
    await admin.patch(`/accounts/${juror.accountId}`, { version: 0, disabled: true }).expect(200);
    expect((await juror.get('/auth/me').expect(401)).body.code).toBe('AUTH.ACCOUNT_DISABLED');
    await juror.post('/auth/refresh').expect(401);
    const { body } = await api
      .anonymous()
      .post('/auth/login', { email: 'jury02@demo.example', password: PASSWORD })
      .expect(401);
    expect(body.code).toBe('AUTH.ACCOUNT_DISABLED');
    await api
      .anonymous()
      .post('/auth/login', { email: 'jury02@demo.example', password: 'wrong' })
      .expect(401)
      .expect(({ body: wrong }) => {
        expect(wrong.code).toBe('AUTH.WRONG_CREDENTIALS');
      });
    await admin.patch(`/accounts/${juror.accountId}`, { version: 1, disabled: false }).expect(200);
    await api.signIn('jury02@demo.example');
    expect((await trailOf(juror.accountId ?? '')).map(({ type }) => type)).toEqual([
      'ACCOUNT_CREATED',
      'ACCOUNT_DISABLED',
      'ACCOUNT_ENABLED',
    ]);
  });

  it('get a new initial password that ends their sessions', async () => {
    const juror = await api.signIn('jury03@demo.example');
    await admin
      .patch(`/accounts/${juror.accountId}`, { version: 0, initialPassword: 'Neuer-Weg-Birke-Salz' })
      .expect(200);
    await juror.get('/auth/me').expect(401);
    await api
      .anonymous()
      .post('/auth/login', { email: 'jury03@demo.example', password: 'Neuer-Weg-Birke-Salz' })
      .expect(200);
  });

  it('of an administrator cannot be disabled or demoted by themselves', async () => {
    const own = `/accounts/${admin.accountId}`;
    expect((await admin.patch(own, { version: 0, disabled: true }).expect(422)).body.code).toBe('ACCOUNT.NOT_YOURSELF');
    expect((await admin.patch(own, { version: 0, isAdministrator: false }).expect(422)).body.code).toBe(
      'ACCOUNT.NOT_YOURSELF',
    );
  });

  it('of an auditor cannot become an administrator', async () => {
    await api.createCall({
      members: { 'revision@demo.example': ['auditor'], 'koordination@demo.example': ['coordinator'] },
    });
    const id = await api.accountOf('revision@demo.example');
    const { body } = await admin.patch(`/accounts/${id}`, { version: 0, isAdministrator: true }).expect(409);
    expect(body.code).toBe('ACCOUNT.ADMINISTRATOR_IS_AUDITOR');
  });

  it('are read by administrators, and by coordinators and auditors as far as their calls go; written by administrators alone', async () => {
    const coordinator = await api.signIn('koordination@demo.example');
    const stranger = await api.signIn('fremd@demo.example');
    const { body: all } = await admin.get('/accounts').expect(200);
    const { body: some } = await coordinator.get('/accounts').expect(200);
    expect(some.total).toBeGreaterThan(0);
    expect(some.total).toBeLessThan(all.total);
    await stranger.get('/accounts').expect(403);
    await coordinator.post('/accounts', { ...NEW, email: 'x@stadt.example' }).expect(403);
    await coordinator.patch(`/accounts/${stranger.accountId}`, { version: 0, displayName: 'X' }).expect(403);
    await admin.patch('/accounts/0190a000-0000-7000-8000-000000000000', { version: 0 }).expect(404);
    await admin.patch('/accounts/not-an-id', { version: 0 }).expect(404);
  });

  describe('as a list', () => {
    it('are paged without gap or repetition, whatever they are sorted by', async () => {
      for (const sort of ['displayName', '-displayName', 'email', '-createdAt']) {
        const { body: whole } = await admin.get(`/accounts?limit=500&sort=${sort}`).expect(200);
        const seen: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const { body }: { body: AccountPage } = await admin
            .get(`/accounts?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`)
            .expect(200);
          expect(body.total).toBe(whole.total);
          seen.push(...body.items.map(({ id }: { id: string }) => id));
          cursor = body.nextCursor;
        }
        expect(seen).toEqual(whole.items.map(({ id }: { id: string }) => id));
        expect(new Set(seen).size).toBe(whole.total);
      }
    });

    it('are searched by name and address, signs taken literally', async () => {
      const names = async (search: string) =>
        (await admin.get(`/accounts?search=${encodeURIComponent(search)}`).expect(200)).body.items.map(
          ({ displayName }: { displayName: string }) => displayName,
        );
      expect(await names('oswald')).toEqual(['Konrad Oswald']);
      expect(await names('oswalt')).toEqual([]);
      expect(await names('%')).toEqual([]);
      expect(await names('_')).toEqual([]);
    });

    it.each([
      ['limit=0', 'limit'],
      ['limit=501', 'limit'],
      ['limit=abc', 'limit'],
      ['limit=1&limit=2', 'limit'],
      ['sort=passwordHash', 'sort'],
      ['cursor=nonsense', 'cursor'],
      ['status=gone', 'status'],
      ['color=red', 'color'],
    ])('refuse %s', async (query, path) => {
      const { body } = await admin.get(`/accounts?${query}`).expect(400);
      expect(body.errors[0].path).toBe(path);
    });

    it('refuse a cursor that was made for another order', async () => {
      const { body } = await admin.get('/accounts?limit=1&sort=email').expect(200);
      await admin.get(`/accounts?limit=1&sort=displayName&cursor=${body.nextCursor}`).expect(400);
    });
  });
});
