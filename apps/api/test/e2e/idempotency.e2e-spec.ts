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
    await new Promise((resolve) => setTimeout(resolve, 200));
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
});
