import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { BookKeeping } from '../../src/auth/book-keeping.js';
import { SignInLimiter } from '../../src/auth/sign-in-limiter.js';
import { SYSTEM } from '../../src/persistence/unit-of-work.js';
import { Client } from '../support/client.js';
import { PASSWORD } from '../support/personas.js';
import { startApi, type TestApi } from '../support/start-api.js';

const COORDINATOR = 'koordination@demo.example';
const WRONG = { email: COORDINATOR, password: 'not the password' };
const AS_INSTALLATION = { accountId: SYSTEM, mode: 'write' } as const;
const RIGHT = { email: COORDINATOR, password: PASSWORD };

describe('Sign-in', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi({ only: [] });
    await api.accountOf(COORDINATOR);
    await api.accountOf('admin@demo.example');
  });
  afterAll(() => api.close());

  const cookieOf = (headers: Record<string, unknown>): string => {
    const [cookie = ''] = (headers['set-cookie'] ?? []) as string[];
    return cookie;
  };
  const tokenIn = (cookie: string): string => cookie.split(';')[0] ?? '';
  const refreshWith = (cookie: string) => api.anonymous().post('/auth/refresh').set('Cookie', tokenIn(cookie));
  const forgetTries = () => api.look('DELETE FROM kuer.sign_in_attempts');

  it('hands out a short-lived token, and a refresh cookie that scripts and other sites cannot use', async () => {
    const { body, headers } = await api.anonymous().post('/auth/login', RIGHT).expect(200);
    expect(body).toEqual({ accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), expiresIn: 600 });
    expect(headers['cache-control']).toBe('no-store');
    const cookie = cookieOf(headers);
    expect(cookie).toMatch(/^kuer_refresh=[\w-]{43};/);
    expect(cookie).toMatch(/; Path=\/api\/v1\/auth;/);
    expect(cookie).toMatch(/; HttpOnly;/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    const claims = JSON.parse(Buffer.from(body.accessToken.split('.')[1], 'base64url').toString());
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub']);
    const [stored] = await api.look<{ token_hash: string }>(
      'SELECT token_hash FROM kuer.refresh_tokens ORDER BY issued_at DESC LIMIT 1',
    );
    expect(cookie).not.toContain(stored?.token_hash);
  });

  it('sends the cookie over https only where the server runs in production', async () => {
    const production = await startApi({ only: [], database: api.database, settings: { secureCookies: true } });
    const { headers } = await production.anonymous().post('/auth/login', RIGHT).expect(200);
    await production.close();
    expect(cookieOf(headers)).toMatch(/; Secure/);
  });

  it('answers alike whether the address or the password is wrong', async () => {
    const known = await api.anonymous().post('/auth/login', WRONG).expect(401);
    const unknown = await api
      .anonymous()
      .post('/auth/login', { ...WRONG, email: 'niemand@demo.example' })
      .expect(401);
    const { requestId: _a, ...first } = known.body;
    const { requestId: _b, ...second } = unknown.body;
    expect(first).toEqual(second);
    expect(first).toMatchObject({ code: 'AUTH.WRONG_CREDENTIALS', status: 401 });
    await forgetTries();
  });

  it('takes the address in any case', async () => {
    await api
      .anonymous()
      .post('/auth/login', { ...RIGHT, email: 'Koordination@DEMO.example' })
      .expect(200);
  });

  it('tells who is signed in, and refuses whoever is not', async () => {
    const client = await api.signIn(COORDINATOR);
    const { body } = await client.get('/auth/me').expect(200);
    expect(body).toEqual({
      id: client.accountId,
      email: COORDINATOR,
      displayName: 'Konrad Oswald',
      locale: 'de',
      isAdministrator: false,
      calls: [],
    });
    const { body: problem, headers } = await api.anonymous().get('/auth/me').expect(401);
    expect(problem.code).toBe('REQUEST.UNAUTHENTICATED');
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  describe('with a token that is not ours', () => {
    const SECRET = 'c1E8xQz7mB2tRw5YsLkVdNp3FhJ4gTe6';
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forge = (claims: object, { secret = SECRET, alg = 'HS256', hash = 'sha256' } = {}) => {
      const text = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
      return `${text}.${alg === 'none' ? '' : createHmac(hash, secret).update(text).digest('base64url')}`;
    };
    const claims = async () => {
      const now = Math.floor(Date.now() / 1000);
      return {
        sub: await api.accountOf(COORDINATOR),
        sid: uuid(),
        iss: 'kuer',
        aud: 'kuer-api',
        iat: now,
        exp: now + 60,
      };
    };
    const meWith = async (token: string) => new Client(api.app.getHttpServer(), null, token).get('/auth/me');

    it('lets a token pass that is right in every respect, so that the refusals below mean something', async () => {
      expect((await meWith(forge(await claims()))).status).toBe(200);
    });

    it.each([
      ['signed with another secret', (good: object) => forge(good, { secret: SECRET.replace('c', 'd') })],
      ['without a signature', (good: object) => forge(good, { alg: 'none' })],
      ['signed with another algorithm', (good: object) => forge(good, { alg: 'HS512', hash: 'sha512' })],
      ['of another issuer', (good: object) => forge({ ...good, iss: 'somebody' })],
      ['for another audience', (good: object) => forge({ ...good, aud: 'another' })],
      ['that has expired', (good: object) => forge({ ...good, exp: Math.floor(Date.now() / 1000) - 1 })],
      ['that names no account', (good: object) => forge({ ...good, sub: 'system' })],
    ])('refuses one %s', async (_what, make) => {
      const { status, body } = await meWith(make(await claims()));
      expect({ status, code: body.code }).toEqual({ status: 401, code: 'AUTH.TOKEN_INVALID' });
    });
  });

  describe('refreshing', () => {
    it('replaces the token every time', async () => {
      const login = await api.anonymous().post('/auth/login', RIGHT).expect(200);
      const first = cookieOf(login.headers);
      const refreshed = await refreshWith(first).expect(200);
      const second = cookieOf(refreshed.headers);
      expect(tokenIn(second)).not.toBe(tokenIn(first));
      await new Client(api.app.getHttpServer(), null, refreshed.body.accessToken).get('/auth/me').expect(200);
    });

    it('lets two tabs that wake up together both go on', async () => {
      const login = await api.anonymous().post('/auth/login', RIGHT).expect(200);
      const cookie = cookieOf(login.headers);
      const [one, two] = await Promise.all([refreshWith(cookie), refreshWith(cookie)]);
      expect([one.status, two.status]).toEqual([200, 200]);
      await refreshWith(cookieOf(one.headers)).expect(200);
      await refreshWith(cookieOf(two.headers)).expect(200);
    });

    it('ends the whole session when a used token comes back later, and writes it down', async () => {
      const login = await api.anonymous().post('/auth/login', RIGHT).expect(200);
      const stolen = cookieOf(login.headers);
      const refreshed = await refreshWith(stolen).expect(200);
      const current = cookieOf(refreshed.headers);
      await api.look(
        `UPDATE kuer.refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL`,
      );
      const { body, headers } = await refreshWith(stolen).expect(401);
      expect(body.code).toBe('AUTH.SESSION_REVOKED');
      expect(cookieOf(headers)).toMatch(/^kuer_refresh=;/);
      await refreshWith(current).expect(401);
      // The access token of the ended session is still within its ten minutes, and is worth nothing any more.
      await new Client(api.app.getHttpServer(), null, refreshed.body.accessToken).get('/auth/me').expect(401);
      const events = await api.look(`SELECT actor_id FROM kuer.audit_events WHERE type = 'REFRESH_TOKEN_REUSED'`);
      expect(events).toEqual([{ actor_id: await api.accountOf(COORDINATOR) }]);
    });

    it('refuses a token that has expired, one that nobody issued, and none at all', async () => {
      const login = await api.anonymous().post('/auth/login', RIGHT).expect(200);
      await api.look(`UPDATE kuer.refresh_tokens SET expires_at = now() - interval '1 second'`);
      await refreshWith(cookieOf(login.headers)).expect(401);
      await refreshWith(`kuer_refresh=${'x'.repeat(43)}`).expect(401);
      await api.anonymous().post('/auth/refresh').expect(401);
    });

    it('is over after signing out, for both tokens', async () => {
      const client = await api.signIn(COORDINATOR);
      const { headers } = await client.post('/auth/refresh').expect(200);
      const { headers: after } = await client.post('/auth/logout').expect(204);
      expect(cookieOf(after)).toMatch(/^kuer_refresh=;.*Expires=Thu, 01 Jan 1970/);
      await refreshWith(cookieOf(headers)).expect(401);
      await client.get('/auth/me').expect(401);
    });
  });

  describe('trying again and again', () => {
    const login = (body: object, address: string) =>
      api.anonymous().post('/auth/login', body).set('X-Forwarded-For', address);
    let proxied: TestApi;
    const from = (body: object, address: string) =>
      proxied.anonymous().post('/auth/login', body).set('X-Forwarded-For', address);

    beforeAll(async () => {
      proxied = await startApi({
        only: [],
        database: api.database,
        settings: {
          trustedProxies: 1,
          signIn: { windowSeconds: 900, failuresPerEmailAndAddress: 3, failuresPerAddress: 6 },
        },
      });
    });
    afterAll(() => proxied.close());

    it('is stopped with the time to wait, also for the right password', async () => {
      await forgetTries();
      for (let round = 0; round < 3; round += 1) await from(WRONG, '192.0.2.1').expect(401);
      const { body, headers } = await from(RIGHT, '192.0.2.1').expect(429);
      const seconds = Number(headers['retry-after']);
      expect(seconds).toBeGreaterThan(880);
      expect(seconds).toBeLessThanOrEqual(900);
      expect(body).toMatchObject({
        code: 'REQUEST.TOO_MANY',
        detail: `Too many attempts. Please wait ${seconds} seconds.`,
      });
      await from(RIGHT, '192.0.2.1').expect(429);
      const events = await api.look(`SELECT payload FROM kuer.audit_events WHERE type = 'SIGN_IN_BLOCKED'`);
      expect(events).toEqual([{ payload: { accountId: await api.accountOf(COORDINATOR), attempts: 3 } }]);
    });

    it('does not lock out the person whose password is being guessed', async () => {
      await from(RIGHT, '198.51.100.7').expect(200);
    });

    it('is stopped for one address over many e-mails, and other addresses are not', async () => {
      await forgetTries();
      for (let round = 0; round < 6; round += 1)
        await from({ ...WRONG, email: `a${round}@demo.example` }, '192.0.2.9').expect(401);
      await from(RIGHT, '192.0.2.9').expect(429);
      await from(RIGHT, '192.0.2.10').expect(200);
    });

    it('counts a network of IPv6 as one address', async () => {
      await forgetTries();
      for (let round = 0; round < 3; round += 1) await from(WRONG, `2001:db8:1:2::${round + 1}`).expect(401);
      await from(RIGHT, '2001:db8:1:2:ffff::1').expect(429);
      await from(RIGHT, '2001:db8:1:3::1').expect(200);
    });

    it('counts tries at once: no more get through than one after the other', async () => {
      await forgetTries();
      const answers = await Promise.all(Array.from({ length: 8 }, () => from(WRONG, '192.0.2.20')));
      expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 429, 429, 429, 429, 429]);
    });

    it('counts a try that is still being looked at', async () => {
      await forgetTries();
      const limiter = proxied.service(SignInLimiter);
      const reserve = () => limiter.reserve(COORDINATOR, '192.0.2.40');
      for (let round = 0; round < 2; round += 1) await proxied.uow.run(AS_INSTALLATION, reserve);
      let reserved = () => {};
      const second = new Promise<void>((resolve) => {
        reserved = resolve;
      }).then(() => proxied.uow.run(AS_INSTALLATION, reserve));
      const first = await proxied.uow.run(AS_INSTALLATION, async () => {
        const result = await reserve();
        reserved();
        // The first one has not committed yet: the second one must not count past it.
        await new Promise((resolve) => setTimeout(resolve, 300));
        return result;
      });
      expect([first.isBlocked, (await second).isBlocked]).toEqual([false, true]);
    });

    it('forgets failures after a success, and after the time has passed', async () => {
      await forgetTries();
      for (let round = 0; round < 2; round += 1) await from(WRONG, '192.0.2.30').expect(401);
      await from(RIGHT, '192.0.2.30').expect(200);
      for (let round = 0; round < 2; round += 1) await from(WRONG, '192.0.2.30').expect(401);
      await from(RIGHT, '192.0.2.30').expect(200);
      for (let round = 0; round < 3; round += 1) await from(WRONG, '192.0.2.30').expect(401);
      await api.look(`UPDATE kuer.sign_in_attempts SET at = at - interval '15 minutes'`);
      await from(RIGHT, '192.0.2.30').expect(200);
    });

    it('keeps no address that could be read', async () => {
      const rows = await api.look<{ remote_key: string }>('SELECT DISTINCT remote_key FROM kuer.sign_in_attempts');
      expect(rows.every(({ remote_key }) => /^[0-9a-f]{32}$/.test(remote_key))).toBe(true);
    });

    it('does not believe an address that a client makes up where no proxy is trusted', async () => {
      await forgetTries();
      for (let round = 0; round < 10; round += 1) await login(WRONG, `192.0.2.${round}`).expect(401);
      await login(RIGHT, '192.0.2.99').expect(429);
      await forgetTries();
    });
  });

  describe('the own password', () => {
    it('needs the present one, a strong new one, and ends the other sessions', async () => {
      await forgetTries();
      const here = await api.signIn('jury01@demo.example');
      const elsewhere = await api.signIn('jury01@demo.example');
      const change = (currentPassword: string, newPassword: string) =>
        here.post('/auth/password', { currentPassword, newPassword });
      expect((await change('wrong', 'Neuer-Weg-Birke-Salz').expect(422)).body.code).toBe('AUTH.WRONG_PASSWORD');
      expect((await change(PASSWORD, 'Passwort1234!').expect(422)).body.code).toBe('AUTH.PASSWORD_TOO_COMMON');
      expect((await change(PASSWORD, PASSWORD).expect(422)).body.code).toBe('AUTH.PASSWORD_UNCHANGED');
      const short = await change(PASSWORD, 'kurz-11-abc').expect(400);
      expect(short.body.errors).toEqual([
        { path: 'newPassword', code: 'FIELD.TOO_SHORT', message: 'Please give at least 12 characters.' },
      ]);
      await elsewhere.get('/auth/me').expect(200);
      await change(PASSWORD, 'Neuer-Weg-Birke-Salz').expect(204);
      await here.get('/auth/me').expect(200);
      await elsewhere.get('/auth/me').expect(401);
      await elsewhere.post('/auth/refresh').expect(401);
      await api.anonymous().post('/auth/login', { email: 'jury01@demo.example', password: PASSWORD }).expect(401);
      await api
        .anonymous()
        .post('/auth/login', { email: 'jury01@demo.example', password: 'Neuer-Weg-Birke-Salz' })
        .expect(200);
    });

    it('cannot be tried without end by whoever finds an unlocked screen', async () => {
      await forgetTries();
      const client = await api.signIn('jury02@demo.example');
      const guess = () =>
        client.post('/auth/password', { currentPassword: 'a guess', newPassword: 'Neuer-Weg-Birke-Salz' });
      for (let round = 0; round < 10; round += 1) await guess().expect(422);
      await guess().expect(429);
      await forgetTries();
    });
  });

  it('clears away what has served', async () => {
    await api.signIn(COORDINATOR);
    const count = async () =>
      (
        await api.look<{ n: number }>(
          'SELECT (SELECT count(*)::int FROM kuer.sign_in_attempts) + (SELECT count(*)::int FROM kuer.refresh_tokens) AS n',
        )
      )[0]?.n;
    expect(await count()).toBeGreaterThan(0);
    await api.service(BookKeeping).sweep(new Date(Date.now() + 12 * 24 * 3600 * 1000));
    expect(await count()).toBe(0);
  });
});
