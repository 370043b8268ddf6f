import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Client } from '../support/client.js';
import { ProbeController, ProbeModule } from '../support/probe.module.js';
import { startApi, type TestApi } from '../support/start-api.js';

describe('Idempotency-Key', () => {
  let api: TestApi;
  let admin: Client;
  let probe: ProbeController;

  beforeAll(async () => {
    api = await startApi({ only: [ProbeModule] });
    admin = await api.signIn('admin@demo.example');
    probe = api.service(ProbeController);
  });
  afterAll(() => api.close());
  beforeEach(() => {
    probe.runs = 0;
    probe.failWith = null;
    probe.slow = null;
  });

  const rename = (key: string, name: string, client = admin) =>
    client.post('/probe/rename', { name }).set('Idempotency-Key', key);
  const events = async () => (await api.look(`SELECT 1 FROM kuer.audit_events WHERE type = 'ACCOUNT_CHANGED'`)).length;

  /** How many requests wait for another one to end. */
  const waiting = async () =>
    (
      await api.look<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database
          WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`,
      )
    )[0]?.n;
  const until = async (condition: () => Promise<boolean>) => {
    while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('gives the first answer again, with its status, and changes nothing a second time', async () => {
    const key = uuid();
    const before = await events();
    const first = await rename(key, 'Once').expect(201);
    const again = await rename(key, 'Once').expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(probe.runs).toBe(1);
    expect(await events()).toBe(before + 1);
  });

  it('refuses the same key with another body', async () => {
    const key = uuid();
    await rename(key, 'First').expect(201);
    const { body } = await rename(key, 'Second').expect(422);
    expect(body.code).toBe('REQUEST.IDEMPOTENCY_KEY_REUSED');
    expect(probe.runs).toBe(1);
  });

  it('lets one of several at once do the work and gives all of them its answer', async () => {
    const key = uuid();
    let go = () => {};
    probe.slow = new Promise<void>((resolve) => {
      go = resolve;
    });
    const answers = Promise.all(Array.from({ length: 4 }, () => rename(key, 'Together')));
    await until(async () => (await waiting()) === 3);
    expect(probe.runs).toBe(1);
    go();
    const done = await answers;
    expect(done.map(({ status, body }) => ({ status, body }))).toEqual(
      Array.from({ length: 4 }, () => ({ status: 201, body: { name: 'Together' } })),
    );
    expect(probe.runs).toBe(1);
    expect(done.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(3);
  });

  it('lets the next one work when the first was refused: nothing happened, nothing is remembered', async () => {
    const key = uuid();
    probe.failWith = 'refusal';
    await rename(key, 'Refused').expect(409);
    probe.failWith = null;
    await rename(key, 'Refused').expect(201);
    expect(probe.runs).toBe(2);
  });

  it('belongs to one person: another one may use the same key', async () => {
    const key = uuid();
    await rename(key, 'Mine').expect(201);
    const stranger = await api.signIn('fremd@demo.example');
    await rename(key, 'Mine', stranger).expect(403);
  });

  it('does not answer an account that was disabled since', async () => {
    const key = uuid();
    await rename(key, 'Gone').expect(201);
    await api.look('UPDATE kuer.accounts SET disabled_at = now() WHERE id = $1', [admin.accountId]);
    await rename(key, 'Gone').expect(401);
    await api.look('UPDATE kuer.accounts SET disabled_at = NULL WHERE id = $1', [admin.accountId]);
  });

  it.each(['short', 'x'.repeat(201), 'with a space'])('refuses a key that is none: %s', async (key) => {
    const { body } = await rename(key, 'Name').expect(400);
    expect(body.code).toBe('REQUEST.IDEMPOTENCY_KEY_INVALID');
  });

  it('looks into the file of an upload, whatever the boundary of the form', async () => {
    const key = uuid();
    const send = (content: string) =>
      admin.post('/probe/upload').set('Idempotency-Key', key).attach('file', Buffer.from(content), 'a.csv');
    const first = await send('one').expect(201);
    expect((await send('one').expect(201)).body).toEqual(first.body);
    expect((await send('two').expect(422)).body.code).toBe('REQUEST.IDEMPOTENCY_KEY_REUSED');
    expect(probe.runs).toBe(1);
  });
});

describe('Uploads', () => {
  let api: TestApi;
  let admin: Client;

  beforeAll(async () => {
    api = await startApi({ only: [ProbeModule] });
    admin = await api.signIn('admin@demo.example');
  });
  afterAll(() => api.close());

  it('are handed over as they came', async () => {
    const { body } = await admin.post('/probe/upload').attach('file', Buffer.from('content'), 'table.csv').expect(201);
    expect(body).toEqual({ name: 'table.csv: 7' });
  });

  it('are refused when too large, in another field, twice, missing or no form', async () => {
    const upload = () => admin.post('/probe/upload');
    const { body } = await upload().attach('file', Buffer.alloc(1001), 'a.csv').expect(413);
    expect(body.code).toBe('REQUEST.TOO_LARGE');
    await upload().attach('other', Buffer.from('x'), 'a.csv').expect(400);
    await upload().attach('file', Buffer.from('x'), 'a.csv').attach('file', Buffer.from('y'), 'b.csv').expect(400);
    await upload().field('name', 'x').expect(400);
    await upload().send({ file: 'x' }).expect(415);
    await upload().set('Content-Type', 'multipart/form-data; boundary=x').send('--x broken').expect(400);
  });

  it('need a sign-in before a byte is read', async () => {
    await api.anonymous().post('/probe/upload').attach('file', Buffer.from('x'), 'a.csv').expect(401);
  });
});
