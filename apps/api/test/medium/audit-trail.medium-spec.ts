import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEventPayloads } from '@kuer/domain';
import { AuditTrail } from '../../src/audit/audit-trail.js';
import { CallsModule } from '../../src/calls/calls.module.js';
import { startApi, type TestApi } from '../support/start-api.js';

describe('AuditTrail', () => {
  let api: TestApi;
  let trail: AuditTrail;
  let callId: string;
  let coordinator: string;

  beforeAll(async () => {
    api = await startApi({ only: [CallsModule] });
    trail = api.service(AuditTrail);
    callId = (await api.createCall({ members: { 'koordination@demo.example': ['coordinator'] } })).id;
    coordinator = await api.accountOf('koordination@demo.example');
  });
  afterAll(() => api.close());

  const write = <T>(work: () => Promise<T>) => api.uow.run({ accountId: coordinator, mode: 'write' }, work);
  const changed = (version: number) => ({ callId, type: 'CALL_CHANGED', payload: { version, changes: [] } }) as const;
  const versions = async () =>
    (
      await api.look<{ payload: { version: number } }>(
        `SELECT payload FROM kuer.audit_events WHERE chain_id = $1 AND type = 'CALL_CHANGED' ORDER BY seq`,
        [callId],
      )
    ).map(({ payload }) => payload.version);

  it('writes in the order of the calls, in the name of the caller, at the time of the work', async () => {
    const now = new Date('2020-09-15T12:00:00.123Z');
    await api.uow.run({ accountId: coordinator, mode: 'write', now }, async () => {
      for (const version of [101, 102, 103]) await trail.append(changed(version));
    });
    expect(await versions()).toEqual([101, 102, 103]);
    const [event] = await api.look(
      `SELECT actor_id, at, canonical FROM kuer.audit_events WHERE payload ->> 'version' = '101'`,
    );
    expect(event).toMatchObject({ actor_id: coordinator, at: now });
    expect(JSON.parse(event?.canonical as string)).toMatchObject({
      actorId: coordinator,
      at: '2020-09-15T12:00:00.123Z',
      chainId: callId,
      callId,
    });
  });

  it('leaves no event of work that was rolled back, and no gap', async () => {
    const seq = async () =>
      (await api.look<{ last_seq: string }>('SELECT last_seq FROM kuer.audit_chains WHERE id = $1', [callId]))[0]
        ?.last_seq;
    const before = await seq();
    await expect(
      write(async () => {
        await trail.append(changed(201));
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await seq()).toBe(before);
    await write(() => trail.append(changed(202)));
    expect(Number(await seq())).toBe(Number(before) + 1);
  });

  it('keeps the chain whole when many write to it at once, and to another one as well', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        write(async () => {
          // In turns the other way round: the order of the calls must not lead to a deadlock.
          const installation = () =>
            trail.append({
              callId: null,
              type: 'ACCOUNT_CHANGED',
              payload: { accountId: coordinator, fields: [String(index)] },
            });
          if (index % 2 === 0) await installation();
          await trail.append(changed(300 + index));
          if (index % 2 === 1) await installation();
        }),
      ),
    );
    const [holes] = await api.look(
      `SELECT count(*)::int AS n FROM (SELECT seq, previous_hash, lag(seq) OVER w AS before, lag(hash) OVER w AS hash_before FROM kuer.audit_events
         WINDOW w AS (PARTITION BY chain_id ORDER BY seq)) e
        WHERE seq <> coalesce(before, 0) + 1 OR previous_hash <> coalesce(hash_before, decode(repeat('00', 32), 'hex'))`,
    );
    expect(holes).toEqual({ n: 0 });
    expect((await versions()).filter((version) => version >= 300)).toHaveLength(20);
  });

  it('refuses at once what cannot be hashed, and an event in the wrong place', async () => {
    const bad = {
      version: 1,
      changes: [{ field: 'at', before: null, after: new Date() }],
    } as unknown as AuditEventPayloads['CALL_CHANGED'];
    await expect(write(async () => trail.append({ callId, type: 'CALL_CHANGED', payload: bad }))).rejects.toThrow(
      /changes\[0\]\.after/,
    );
    await expect(write(async () => trail.append({ ...changed(1), callId: null }))).rejects.toThrow(/scope "call"/);
    await expect(
      write(async () => trail.append({ callId, type: 'ACCOUNT_DISABLED', payload: { accountId: coordinator } })),
    ).rejects.toThrow(/scope "installation"/);
  });

  it('is not written for a call the person has no part in, and then nothing else is either', async () => {
    const stranger = await api.accountOf('fremd@demo.example');
    await expect(
      api.uow.run({ accountId: stranger, mode: 'write' }, async () => {
        await api.uow.query('UPDATE kuer.accounts SET display_name = $2 WHERE id = $1', [stranger, 'Ohne Spur']);
        await trail.append(changed(401));
      }),
    ).rejects.toThrow();
    expect(await api.look(`SELECT 1 FROM kuer.accounts WHERE display_name = 'Ohne Spur'`)).toEqual([]);
  });
});
