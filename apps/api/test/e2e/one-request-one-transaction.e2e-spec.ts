import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { ProbeController, ProbeModule } from '../support/probe.module.js';
import { startApi, type TestApi } from '../support/start-api.js';

describe('One request is one transaction', () => {
  let api: TestApi;
  let admin: Client;
  let probe: ProbeController;

  beforeAll(async () => {
    api = await startApi({ only: [ProbeModule] });
    admin = await api.signIn('admin@demo.example');
    probe = api.service(ProbeController);
    api.app.useLogger(false);
  });
  afterAll(() => api.close());
  afterEach(() => {
    probe.failWith = null;
    probe.slow = null;
    probe.signals.length = 0;
  });

  const state = async () => {
    const [row] = await api.look<{ name: string; events: number }>(
      `SELECT (SELECT display_name FROM kuer.accounts WHERE id = $1) AS name,
              (SELECT count(*)::int FROM kuer.audit_events WHERE type = 'ACCOUNT_CHANGED') AS events`,
      [admin.accountId],
    );
    return row;
  };

  it('commits the change and its event before the answer goes out, then sends signals', async () => {
    const before = await state();
    await admin.post('/probe/rename', { name: 'Ada One' }).expect(201);
    expect(await state()).toEqual({ name: 'Ada One', events: (before?.events ?? 0) + 1 });
    expect(probe.signals).toEqual(['Ada One']);
  });

  it.each([
    ['a refusal', 'refusal', 409],
    ['a surprise', new Error('surprise'), 500],
  ])('rolls the change and its event back after %s, and sends no signal', async (_what, failure, status) => {
    const before = await state();
    probe.failWith = failure;
    await admin.post('/probe/rename', { name: 'Ada Two' }).expect(status);
    expect(await state()).toEqual(before);
    expect(probe.signals).toEqual([]);
  });

  it('rolls back when the event cannot be written: no change without its trace', async () => {
    const before = await state();
    await api.look(
      `ALTER TABLE kuer.audit_events ADD CONSTRAINT nothing_more CHECK (type <> 'ACCOUNT_CHANGED') NOT VALID`,
    );
    try {
      await admin.post('/probe/rename', { name: 'Ada 3' }).expect(422);
      expect(await state()).toEqual(before);
    } finally {
      await api.look('ALTER TABLE kuer.audit_events DROP CONSTRAINT nothing_more');
    }
  });

  it('writes nothing on GET, whatever the handler tries', async () => {
    const before = await state();
    await admin.get('/probe/write-on-get').expect(500);
    expect(await state()).toEqual(before);
  });

  it('does the work again after a deadlock, and gives up as busy when it stays so', async () => {
    probe.runs = 0;
    const deadlock = Object.assign(new Error('deadlock detected'), { driverError: { code: '40P01' } });
    probe.failWith = deadlock;
    const { body } = await admin.post('/probe/rename', { name: 'Ada Four' }).expect(409);
    expect(body.code).toBe('REQUEST.BUSY');
    expect(probe.runs).toBe(3);
    probe.slow = Promise.resolve().then(() => {
      probe.failWith = null;
    });
    probe.failWith = deadlock;
    probe.runs = 0;
    await admin.post('/probe/rename', { name: 'Ada Five' }).expect(201);
    expect((await state())?.name).toBe('Ada Five');
  });

  it('leaves no identity behind on the connection', async () => {
    await admin.post('/probe/rename', { name: 'Ada Six' }).expect(201);
    const seen = await api.uow.run({ accountId: null, mode: 'read' }, () =>
      api.uow.query(
        `SELECT current_setting('kuer.account_id', true) AS who, (SELECT count(*) FROM kuer.accounts) AS visible`,
      ),
    );
    expect(seen).toEqual([{ who: '', visible: 0 }]);
  });

  it('gives every connection back', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        admin.post('/probe/rename', { name: index % 2 === 0 ? 'Ada Even' : 'x' }),
      ),
    );
    const open = await api.look<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(open).toEqual([{ n: 0 }]);
    await admin.get('/auth/me').expect(200);
  });
});

describe('The end of the server', () => {
  it('waits for answers under way, and takes no new ones', async () => {
    const api = await startApi({ only: [ProbeModule] });
    const admin = await api.signIn('admin@demo.example');
    const probe = api.service(ProbeController);
    await api.app.listen(0, '127.0.0.1');
    const url = await api.app.getUrl();
    let go = () => {};
    probe.slow = new Promise<void>((resolve) => {
      go = resolve;
    });
    const answer = fetch(`${url}/api/v1/probe/rename`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${admin.accessToken}` },
      body: '{"name":"Last One"}',
    });
    while (probe.runs === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const ended = api.app.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(fetch(`${url}/api/health/live`)).rejects.toThrow();
    go();
    expect((await answer).status).toBe(201);
    await ended;
    expect(await api.look(`SELECT display_name FROM kuer.accounts WHERE id = $1`, [admin.accountId])).toEqual([
      { display_name: 'Last One' },
    ]);
    await api.close();
  });
});

describe('Deny by default', () => {
  let api: TestApi;
  let admin: Client;

  beforeAll(async () => {
    api = await startApi({ only: [ProbeModule] });
    admin = await api.signIn('admin@demo.example');
    api.app.useLogger(false);
  });
  afterAll(() => api.close());

  it('rolls back a request whose service did not decide the declared permission', async () => {
    await admin.post('/probe/undecided', { name: 'Mallory' }).expect(500);
    expect(await api.look(`SELECT 1 FROM kuer.accounts WHERE display_name = 'Mallory'`)).toEqual([]);
  });

  it('does not take another permission for the declared one', async () => {
    await admin.post('/probe/other-permission', { name: 'Mallory' }).expect(500);
    expect(await api.look(`SELECT 1 FROM kuer.accounts WHERE display_name = 'Mallory'`)).toEqual([]);
  });

  it('asks everybody who is not signed in to do so first, before anything is looked at', async () => {
    await api.anonymous().post('/probe/rename', { wrong: true }).expect(401);
  });

  it('refuses whoever lacks the permission', async () => {
    const stranger = await api.signIn('fremd@demo.example');
    const { body } = await stranger.post('/probe/rename', { name: 'Mallory' }).expect(403);
    expect(body.code).toBe('POLICY.ROLE');
  });
});
