import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CallsModule } from '../../src/calls/calls.module.js';
import type { Client } from '../support/client.js';
import { startApi, type TestApi } from '../support/start-api.js';

interface Line {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly event: { readonly seq: number; readonly type: string };
}

describe('The trail of a call', () => {
  let api: TestApi;
  let callId: string;
  let auditor: Client;
  let coordinator: Client;
  const path = (rest = '') => `/calls/${callId}/audit-events${rest}`;

  beforeAll(async () => {
    api = await startApi({ only: [CallsModule] });
    const call = await api.createCall({
      title: 'Aufruf mit Spur',
      members: {
        'koordination@demo.example': ['coordinator'],
        'revision@demo.example': ['auditor'],
        'jury01@demo.example': ['juror'],
      },
    });
    callId = call.id;
    auditor = await api.signIn('revision@demo.example');
    coordinator = await api.signIn('koordination@demo.example');
    await coordinator.patch(`/calls/${callId}`, { version: call.version, title: 'Aufruf mit Spuren' }).expect(200);
  });
  afterAll(() => api.close());

  it('tells every change, newest first, with who did it', async () => {
    const { body } = await auditor.get(path()).expect(200);
    expect(body.items[0]).toMatchObject({
      type: 'CALL_CHANGED',
      actorId: coordinator.accountId,
      actorName: 'Konrad Oswald',
    });
    expect(body.items.map(({ seq }: { seq: number }) => seq)).toEqual(
      Array.from({ length: body.total }, (_, index) => body.total - index),
    );
    const { body: oldestFirst } = await auditor.get(path('?sort=seq')).expect(200);
    expect(oldestFirst.items[0].type).toBe('CALL_CREATED');
    expect(oldestFirst.items[0].previousHash).toBe('0'.repeat(64));
  });

  it('is filtered by actor, type, thing and time', async () => {
    const total = async (query: string) => (await auditor.get(path(`?${query}`)).expect(200)).body.total;
    const juror = await api.accountOf('jury01@demo.example');
    expect(await total(`actor=${coordinator.accountId}`)).toBe(1);
    expect(await total('type=CALL_CHANGED')).toBe(1);
    expect(await total('type=CALL_CHANGED,CALL_CREATED')).toBe(2);
    expect(await total(`objectId=${juror}`)).toBe(1);
    const { body } = await auditor.get(path('?sort=seq')).expect(200);
    const last = body.items.at(-1).at;
    expect(await total(`from=${last}`)).toBeGreaterThanOrEqual(1);
    expect((await total(`to=${last}`)) + (await total(`from=${last}`))).toBe(body.total);
    expect(await total('from=2999-01-01')).toBe(0);
    expect((await auditor.get(path('?type=NOTHING')).expect(400)).body.errors[0].code).toBe('AUDIT.TYPE_UNKNOWN');
    await auditor.get(path('?from=yesterday')).expect(400);
  });

  it('is exported so that anybody can recompute it', async () => {
    const { text, headers } = await auditor.get(path('/export')).expect(200);
    expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect(headers['content-disposition']).toBe(`attachment; filename="audit-events-${callId}.jsonl"`);
    const lines = text.trimEnd().split('\n');
    let previous = '0'.repeat(64);
    lines.forEach((line, index) => {
      const parsed = JSON.parse(line) as Line;
      const canonical = line.slice(line.indexOf('"event":') + 8, -1);
      const hash = createHash('sha256').update(Buffer.from(previous, 'hex')).update(canonical).digest('hex');
      expect({
        seq: parsed.seq,
        previousHash: parsed.previousHash,
        hash: parsed.hash,
        inEvent: parsed.event.seq,
      }).toEqual({
        seq: index + 1,
        previousHash: previous,
        hash,
        inEvent: index + 1,
      });
      previous = hash;
    });
    const { body } = await auditor.get(path('/verification')).expect(200);
    expect(body).toEqual({
      ok: true,
      size: lines.length,
      concealed: 0,
      head: previous,
      firstBad: null,
      fault: null,
      checkedAt: expect.any(String),
    });
  });

  it('is closed to everybody but coordinators and auditors of the call', async () => {
    const juror = await api.signIn('jury01@demo.example');
    const stranger = await api.signIn('fremd@demo.example');
    for (const rest of ['', '/export', '/verification']) {
      await juror.get(path(rest)).expect(403);
      await stranger.get(path(rest)).expect(404);
      await api.anonymous().get(path(rest)).expect(401);
      await coordinator.get(path(rest)).expect(200);
    }
  });

  it('numbers events without gaps when many are written at once', async () => {
    const before = (await auditor.get(path('/verification')).expect(200)).body.size;
    let { version } = (await coordinator.get(`/calls/${callId}`).expect(200)).body;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        coordinator.patch(`/calls/${callId}`, { version, title: `Titel ${index}` }),
      ),
    );
    const changed = answers.filter(({ status }) => status === 200).length;
    expect(changed).toBeGreaterThanOrEqual(1);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    version += changed;
    const { body } = await auditor.get(path('/verification')).expect(200);
    expect(body).toMatchObject({ ok: true, size: before + changed });
  });

  describe('shows what somebody with the keys to the database has done', () => {
    const tamper = async (statements: string, parameters: unknown[] = []) => {
      // Only a superuser gets past the triggers; the point is that it does not go unseen.
      await api.look('SET session_replication_role = replica');
      await api.look('ALTER TABLE kuer.audit_events DROP CONSTRAINT IF EXISTS audit_events_hash_follows');
      await api.look(statements, parameters);
      await api.look('SET session_replication_role = origin');
    };
    const verify = async () => (await auditor.get(path('/verification')).expect(200)).body;
    const keep = () =>
      api.look(
        'CREATE TABLE public.kept AS SELECT * FROM kuer.audit_events WHERE chain_id = $1'.replace('$1', `'${callId}'`),
      );
    const restore = async () => {
      await tamper(`DELETE FROM kuer.audit_events WHERE chain_id = '${callId}'`);
      await tamper('INSERT INTO kuer.audit_events SELECT * FROM public.kept');
      await api.look('DROP TABLE public.kept');
    };

    it.each([
      [
        'a changed text',
        `UPDATE kuer.audit_events SET canonical = replace(canonical, 'Spuren', 'Sporen') WHERE type = 'CALL_CHANGED' AND canonical LIKE '%Spuren%'`,
        'hash_differs',
      ],
      ['a removed event', `DELETE FROM kuer.audit_events WHERE chain_id = '$' AND seq = 2`, 'sequence_gap'],
      [
        'the end cut off',
        `DELETE FROM kuer.audit_events WHERE chain_id = '$' AND seq = (SELECT max(seq) FROM kuer.audit_events WHERE chain_id = '$')`,
        'head_differs',
      ],
      [
        'another link',
        `UPDATE kuer.audit_events SET previous_hash = hash WHERE chain_id = '$' AND seq = 2`,
        'previous_hash_differs',
      ],
      [
        'a text in another form',
        `UPDATE kuer.audit_events SET canonical = replace(canonical, '{"actorId"', '{ "actorId"') WHERE chain_id = '$' AND seq = 3`,
        'not_canonical',
      ],
      [
        'another actor in the column',
        `UPDATE kuer.audit_events SET actor_id = NULL WHERE chain_id = '$' AND seq = 2`,
        'columns_differ',
      ],
    ])('%s', async (_what, statement, fault) => {
      await keep();
      await tamper(statement.replaceAll('$', callId));
      const found = await verify();
      expect(found).toMatchObject({ ok: false, fault });
      expect(found.firstBad).toBeGreaterThanOrEqual(2);
      await restore();
      expect(await verify()).toMatchObject({ ok: true });
    });
  });
});
