import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CallResponse } from '@kuer/contract';
import { ApplicationTransitions } from '../../src/applications/application-transitions.js';
import { applicationOf, EVERYBODY, eventsOf, receive, startStage1, type TownIndex } from '../support/applications.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(60_000);

describe('the executor of transitions', () => {
  let api: TestApi;
  let call: CallResponse;
  let accountId: string;
  let ids: string[];

  beforeAll(async () => {
    api = await startStage1();
    accountId = await api.accountOf('koordination@demo.example');
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    call = await api.createCall({ members: EVERYBODY });
    const coordinator = await api.signIn('koordination@demo.example');
    ids = [];
    for (const index of [0, 1, 2] as TownIndex[])
      ids.push((await receive(coordinator, call.id, applicationOf(index))).id);
  });

  const work = <T>(fn: (transitions: ApplicationTransitions) => Promise<T>, as = accountId): Promise<T> =>
    api.uow.run({ accountId: as, mode: 'write' }, () => fn(api.service(ApplicationTransitions)));
  const rowOf = async (id: string) =>
    (
      await api.look<{ state: string; version: number }>('SELECT state, version FROM kuer.applications WHERE id = $1', [
        id,
      ])
    )[0];
  const stage = (state: string) => api.look('UPDATE kuer.calls SET state = $2 WHERE id = $1', [call.id, state]);

  it('moves one application, counts its version up and leaves one event', async () => {
    const [id = ''] = ids;
    const done = await work((transitions) => transitions.apply(id, 'withdraw'));
    expect(done).toEqual({ applicationId: id, callId: call.id, from: 'received', to: 'withdrawn', version: 1 });
    expect(await rowOf(id)).toEqual({ state: 'withdrawn', version: 1 });
    expect(await eventsOf(api, id)).toEqual(['APPLICATION_CREATED', 'APPLICATION_STATE_CHANGED']);
  });

  it('refuses what the state or the stage of the call does not allow, and says what stands against it', async () => {
    const [id = ''] = ids;
    await expect(work((transitions) => transitions.apply(id, 'accept'))).rejects.toMatchObject({
      status: 409,
      code: 'APPLICATION.TRANSITION_NOT_ALLOWED',
      params: { from: { de: 'Eingegangen', en: 'Received' } },
    });
    await expect(work((transitions) => transitions.apply(id, 'start_formal_check'))).rejects.toMatchObject({
      status: 409,
      code: 'APPLICATION.WRONG_CALL_STAGE',
      params: { callState: { de: 'Entwurf', en: 'Draft' } },
    });
    expect(await rowOf(id)).toEqual({ state: 'received', version: 0 });
  });

  it('moves all that can move, and leaves the others as they are', async () => {
    const [first = '', second = '', third = ''] = ids;
    await work((transitions) => transitions.apply(second, 'withdraw'));
    await expect(work((transitions) => transitions.applyToAll(call.id, 'start_formal_check'))).rejects.toMatchObject({
      code: 'APPLICATION.WRONG_CALL_STAGE',
    });
    await stage('formal_check');
    const done = await work((transitions) => transitions.applyToAll(call.id, 'start_formal_check'));
    expect(done.map(({ applicationId }) => applicationId)).toEqual([first, third]);
    expect(await rowOf(second)).toEqual({ state: 'withdrawn', version: 1 });
    expect(await work((transitions) => transitions.applyToAll(call.id, 'start_formal_check'))).toEqual([]);
  });

  it('happens once when two do it at the same moment', async () => {
    const [id = ''] = ids;
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => work((transitions) => transitions.apply(id, 'withdraw'))),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await eventsOf(api, id)).filter((type) => type === 'APPLICATION_STATE_CHANGED')).toHaveLength(1);
  });

  it('goes with its event or not at all (I7)', async () => {
    const [id = ''] = ids;
    const failing = work(async (transitions) => {
      await transitions.apply(id, 'withdraw');
      throw new Error('something after it fails');
    });
    await expect(failing).rejects.toThrow('something after it fails');
    expect(await rowOf(id)).toEqual({ state: 'received', version: 0 });
    expect(await eventsOf(api, id)).toEqual(['APPLICATION_CREATED']);
  });

  it('moves nothing for those whom row-level security does not let', async () => {
    const [id = ''] = ids;
    for (const persona of [
      'jury01@demo.example',
      'gutachten01@demo.example',
      'revision@demo.example',
      'admin@demo.example',
    ] as const) {
      const as = await api.accountOf(persona);
      await expect(work((transitions) => transitions.apply(id, 'withdraw'), as)).rejects.toMatchObject({ status: 404 });
    }
    // An examiner moves an application within the formal check and nowhere else.
    const examiner = await api.accountOf('pruefung1@demo.example');
    await expect(work((transitions) => transitions.apply(id, 'withdraw'), examiner)).rejects.toThrow();
    expect(await rowOf(id)).toEqual({ state: 'received', version: 0 });
  });
});
