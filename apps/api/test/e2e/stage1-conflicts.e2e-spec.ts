import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationResponse, CallResponse, ConflictResponse } from '@kuer/contract';
import { ConflictEvents, type RaisedConflict } from '../../src/applications/conflicts/conflict-events.js';
import { DerivedConflicts } from '../../src/applications/conflicts/derived-conflicts.js';
import { applicationOf, EVERYBODY, eventsOf, receive, startStage1, town } from '../support/applications.js';
import type { Client } from '../support/client.js';
import type { Persona } from '../support/personas.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(60_000);

describe('conflicts of interest over HTTP', () => {
  let api: TestApi;
  let coordinator: Client;
  let call: CallResponse;
  let application: ApplicationResponse;
  const raised: RaisedConflict[] = [];

  beforeAll(async () => {
    api = await startStage1();
    api.service(ConflictEvents).onRaised(async (conflict) => void raised.push(conflict));
    coordinator = await api.signIn('koordination@demo.example');
    call = await api.createCall({ members: EVERYBODY });
    application = await receive(coordinator, call.id, applicationOf(0, { partners: [town(6)] }));
  });
  afterAll(() => api?.close());

  const conflictsOf = async (client: Client, query = '', callId = call.id): Promise<ConflictResponse[]> =>
    (await client.get(`/calls/${callId}/conflicts${query}`).expect(200)).body.items;
  /** What is on record about a person, as an administrator would enter it. */
  const record = async (
    persona: Persona,
    columns: { municipality_ags?: string; employer?: string; home_state?: string },
  ) => {
    const id = await api.accountOf(persona);
    for (const [column, value] of Object.entries(columns)) {
      await api.look(`UPDATE kuer.accounts SET ${column} = $2 WHERE id = $1`, [id, value]);
    }
    return id;
  };

  describe('declared by the person', () => {
    it('takes effect at once, is on the trail without what the person wrote, and tells the stages', async () => {
      const examiner = await api.signIn('pruefung1@demo.example');
      await examiner.get(`/applications/${application.id}`).expect(200);
      const { body } = await examiner
        .post(`/calls/${call.id}/conflicts`, {
          applicationId: application.id,
          ground: 'family',
          note: 'Mein Bruder ist Kämmerer.',
        })
        .expect(201);
      expect(body).toMatchObject({
        applicationNumber: 'B-001',
        accountName: 'Petra Rüfer',
        ground: 'family',
        source: 'declared',
        state: 'active',
        note: 'Mein Bruder ist Kämmerer.',
      });
      await examiner.get(`/applications/${application.id}`).expect(403);
      await examiner.get(`/applications/${application.id}/formal-check`).expect(403);
      expect(await eventsOf(api, application.id)).toContain('CONFLICT_DECLARED');
      const trail = await api.look('SELECT canonical FROM kuer.audit_events WHERE application_id = $1', [
        application.id,
      ]);
      expect(JSON.stringify(trail)).not.toContain('Kämmerer');
      expect(raised.at(-1)).toMatchObject({
        applicationId: application.id,
        accountId: examiner.accountId,
        source: 'declared',
      });
    });

    it('is there once per ground, and for everybody but auditors and administrators', async () => {
      const examiner = await api.signIn('pruefung1@demo.example');
      const again = await examiner
        .post(`/calls/${call.id}/conflicts`, { applicationId: application.id, ground: 'family' })
        .expect(409);
      expect(again.body.code).toBe('CONFLICT.ALREADY_RECORDED');
      await examiner
        .post(`/calls/${call.id}/conflicts`, { applicationId: application.id, ground: 'economic' })
        .expect(201);
      const auditor = await api.signIn('revision@demo.example');
      await auditor.post(`/calls/${call.id}/conflicts`, { applicationId: application.id, ground: 'other' }).expect(403);
      await examiner
        .post(`/calls/${call.id}/conflicts`, { applicationId: application.id, ground: 'boredom' })
        .expect(400);
      await examiner.post(`/calls/${call.id}/conflicts`, { applicationId: 'B-001', ground: 'other' }).expect(400);
      const elsewhere = await api.createCall({ members: EVERYBODY });
      await examiner
        .post(`/calls/${elsewhere.id}/conflicts`, { applicationId: application.id, ground: 'other' })
        .expect(404);
    });
  });

  describe('set by a coordinator', () => {
    it('needs a reason, a member, and a coordinator who is not in conflict', async () => {
      const juror = await api.accountOf('jury01@demo.example');
      const set = (body: object, client = coordinator) =>
        client.post(`/calls/${call.id}/conflicts`, {
          applicationId: application.id,
          ground: 'prior_involvement',
          ...body,
        });
      const mute = await set({ accountId: juror }).expect(422);
      expect(mute.body).toMatchObject({ code: 'CONFLICT.NOTE_NEEDED', errors: [{ path: 'note' }] });
      const stranger = await set({
        accountId: await api.accountOf('fremd@demo.example'),
        note: 'Hat die Kommune beraten.',
      }).expect(422);
      expect(stranger.body.code).toBe('CONFLICT.NOT_A_MEMBER');
      const { body } = await set({ accountId: juror, note: 'Hat die Kommune beraten.' }).expect(201);
      expect(body).toMatchObject({ source: 'set', accountName: 'Julia Rynek' });
      for (const persona of ['pruefung2@demo.example', 'revision@demo.example'] as const) {
        await set(
          { accountId: juror, ground: 'other', note: 'Hat die Kommune beraten.' },
          await api.signIn(persona),
        ).expect(403);
      }
      const second = await api.signIn('koordination2@demo.example');
      await second.post(`/calls/${call.id}/conflicts`, { applicationId: application.id, ground: 'family' }).expect(201);
      const partial = await set({ accountId: juror, ground: 'other', note: 'Hat die Kommune beraten.' }, second).expect(
        403,
      );
      expect(partial.body.code).toBe('POLICY.CONFLICT');
    });

    it('is lifted by another coordinator, with a reason, once, and gives the access back', async () => {
      const examiner = await api.signIn('pruefung2@demo.example');
      const { body: set } = await coordinator
        .post(`/calls/${call.id}/conflicts`, {
          applicationId: application.id,
          accountId: examiner.accountId,
          ground: 'other',
          note: 'Verwechslung möglich',
        })
        .expect(201);
      await examiner.get(`/applications/${application.id}`).expect(403);
      await coordinator.post(`/conflicts/${set.id}/lift`, { reason: 'kurz' }).expect(400);
      const lift = (client: Client) =>
        client.post(`/conflicts/${set.id}/lift`, { reason: 'Es war eine Namensgleichheit.' });
      const own = await lift(examiner);
      expect([403, 404]).toContain(own.status);
      await lift(await api.signIn('revision@demo.example')).expect(403);
      const { body } = await lift(coordinator).expect(200);
      expect(body).toMatchObject({ state: 'lifted', liftReason: 'Es war eine Namensgleichheit.' });
      expect((await lift(coordinator).expect(409)).body.code).toBe('CONFLICT.ALREADY_LIFTED');
      await examiner.get(`/applications/${application.id}`).expect(200);
      expect(await eventsOf(api, application.id)).toContain('CONFLICT_LIFTED');
    });

    it('is never lifted by the person concerned', async () => {
      const { body: declared } = await coordinator
        .post(`/calls/${call.id}/conflicts`, { applicationId: application.id, ground: 'economic' })
        .expect(201);
      const { body } = await coordinator
        .post(`/conflicts/${declared.id}/lift`, { reason: 'Ich sehe da nichts mehr.' })
        .expect(403);
      expect(body.code).toBe('CONFLICT.OWN_NOT_LIFTABLE');
      // Nor by a coordinator who is in conflict on the same application.
      const second = await api.signIn('koordination2@demo.example');
      await second.post(`/conflicts/${declared.id}/lift`, { reason: 'Ich sehe da auch nichts.' }).expect(403);
    });
  });

  describe('derived from what is on record', () => {
    it('comes with membership, with an application, and with a change of it', async () => {
      const reviewer = await record('gutachten01@demo.example', { municipality_ags: '059780000901' });
      const juror = await record('jury02@demo.example', { employer: 'Stadt Heidwalde' });
      await record('vorsitz@demo.example', { municipality_ags: '05978902' });
      const fresh = await api.createCall({ members: { 'koordination@demo.example': ['coordinator'] } });
      const made = await receive(coordinator, fresh.id, applicationOf(0, { partners: [town(6)] }));
      expect(await conflictsOf(coordinator, '', fresh.id)).toEqual([]);
      await api.putMembers(fresh.id, { ...EVERYBODY });
      const found = await conflictsOf(coordinator, '?sort=accountName', fresh.id);
      expect(found.map(({ accountId, ground, source }) => [accountId, ground, source])).toEqual([
        [reviewer, 'own_municipality', 'derived'],
        [juror, 'employer', 'derived'],
      ]);
      expect(await eventsOf(api, made.id)).toContain('CONFLICT_DERIVED');
      expect(raised.filter(({ callId }) => callId === fresh.id)).toHaveLength(2);
      // The chair's municipality becomes a partner.
      await coordinator.patch(`/applications/${made.id}`, { version: 0, partners: [town(6), town(1)] }).expect(200);
      const after = await conflictsOf(coordinator, '', fresh.id);
      expect(after.map(({ ground }) => ground).sort()).toEqual(['employer', 'own_municipality', 'own_partner']);
    });

    it('comes with what an administrator learns about a member, at once', async () => {
      const fresh = await api.createCall({ members: EVERYBODY });
      await receive(coordinator, fresh.id, applicationOf(7));
      const administrator = await api.signIn('admin@demo.example');
      const employ = async (employer: string) => {
        const id = await api.accountOf('pruefung2@demo.example');
        const [account] = await api.look<{ version: number }>('SELECT version FROM kuer.accounts WHERE id = $1', [id]);
        await administrator.patch(`/accounts/${id}`, { version: account?.version, employer }).expect(200);
      };
      await employ('Stadtverwaltung Immenrode');
      expect(await conflictsOf(coordinator, '', fresh.id)).toMatchObject([{ ground: 'employer', source: 'derived' }]);
      // The administrator set it off and still sees nothing of it.
      await administrator.get(`/calls/${fresh.id}/conflicts`).expect(404);
      const examiner = await api.signIn('pruefung2@demo.example');
      expect((await examiner.get(`/calls/${fresh.id}/applications`).expect(200)).body.items).toMatchObject([
        { isRecused: true },
      ]);
    });

    it('follows the own state only where the call says so, and is not raised again once it was lifted', async () => {
      await record('jury01@demo.example', { home_state: 'NW' });
      const draft = await api.createCall({ members: EVERYBODY });
      await receive(coordinator, draft.id, applicationOf(2));
      expect(await conflictsOf(coordinator, '', draft.id)).toEqual([]);
      const settings = { ...draft.settings, rules: { ...draft.settings.rules, ownStateConflict: true } };
      await coordinator.patch(`/calls/${draft.id}`, { version: draft.version, settings }).expect(200);
      const refresh = () =>
        api.uow.run({ accountId: coordinator.accountId, mode: 'write' }, () =>
          api.service(DerivedConflicts).refresh(draft.id),
        );
      expect(await refresh()).toBe(1);
      expect(await refresh()).toBe(0);
      const [found] = await conflictsOf(coordinator, '', draft.id);
      expect(found).toMatchObject({ ground: 'own_state', source: 'derived', state: 'active' });
      await coordinator
        .post(`/conflicts/${found?.id}/lift`, { reason: 'Inzwischen in einem anderen Land tätig.' })
        .expect(200);
      expect(await refresh()).toBe(0);
      // Neither by an administrator, who sees no conflicts.
      await api.putMembers(draft.id, EVERYBODY);
      expect(await conflictsOf(coordinator, '?state=active', draft.id)).toEqual([]);
    });

    it('shuts out a coordinator whose own municipality applies, with the very act that records it', async () => {
      const fresh = await api.createCall({ members: EVERYBODY });
      await record('koordination2@demo.example', { municipality_ags: town(5).ags });
      const second = await api.signIn('koordination2@demo.example');
      const { body } = await second.post(`/calls/${fresh.id}/applications`, applicationOf(5)).expect(201);
      expect(body).toMatchObject({
        number: 'B-001',
        isRecused: true,
        title: null,
        lead: null,
        partners: [],
        abilities: [],
      });
      await second.get(`/applications/${body.id}`).expect(403);
      await second.post(`/applications/${body.id}/withdraw`, { reason: 'Geht mich nichts an' }).expect(403);
      await coordinator.get(`/applications/${body.id}`).expect(200);
    });
  });

  describe('the list', () => {
    it('is whole for coordinators and auditors; everybody else sees their own', async () => {
      const all = await conflictsOf(coordinator);
      expect(await conflictsOf(await api.signIn('revision@demo.example'))).toHaveLength(all.length);
      const examiner = await api.signIn('pruefung1@demo.example');
      const own = await conflictsOf(examiner);
      expect(own.length).toBeGreaterThan(0);
      expect(own.every(({ accountId }) => accountId === examiner.accountId)).toBe(true);
      // Asking for somebody else's gives nothing.
      expect(await conflictsOf(examiner, `?accountId=${await api.accountOf('jury01@demo.example')}`)).toEqual([]);
      expect((await conflictsOf(coordinator, `?accountId=${examiner.accountId}`)).length).toBe(own.length);
      expect((await conflictsOf(coordinator, '?state=lifted')).every(({ state }) => state === 'lifted')).toBe(true);
      // A juror before their stage does not learn which application it is.
      const juror = await api.signIn('jury01@demo.example');
      expect(await conflictsOf(juror)).toMatchObject([{ applicationNumber: null, source: 'set' }]);
      await (await api.signIn('fremd@demo.example')).get(`/calls/${call.id}/conflicts`).expect(404);
      await (await api.signIn('admin@demo.example')).get(`/calls/${call.id}/conflicts`).expect(404);
    });
  });

  describe('the conflict question', () => {
    let fresh: CallResponse;
    let asked: ApplicationResponse;
    let reviewer: Client;
    beforeAll(async () => {
      fresh = await api.createCall({ members: EVERYBODY });
      asked = await receive(coordinator, fresh.id, applicationOf(3));
      reviewer = await api.signIn('gutachten02@demo.example');
      await api.look(
        `INSERT INTO kuer.assignments (id, call_id, application_id, slot, reviewer_id, assigned_by) VALUES (gen_random_uuid(), $1, $2, 1, $3, $4)`,
        [fresh.id, asked.id, reviewer.accountId, coordinator.accountId],
      );
    });
    const answer = (body: object, client = reviewer) =>
      client.post(`/applications/${asked.id}/conflict-statement`, body);

    it('is open until it is answered, and a “no” closes nothing', async () => {
      const before = await reviewer.get(`/applications/${asked.id}/conflict-statement`).expect(200);
      expect(before.body).toEqual({ applicationId: asked.id, hasConflict: null, statedAt: null, conflict: null });
      const { body } = await answer({ hasConflict: false }).expect(200);
      expect(body).toMatchObject({ hasConflict: false, conflict: null });
      await answer({ hasConflict: false }).expect(200);
      const given = (await eventsOf(api, asked.id)).filter((type) => type === 'CONFLICT_STATEMENT_GIVEN');
      expect(given).toHaveLength(1);
      await reviewer.get(`/applications/${asked.id}`).expect(200);
    });

    it('needs a ground with a “yes”, and none with a “no”', async () => {
      expect((await answer({ hasConflict: true }).expect(422)).body).toMatchObject({
        code: 'CONFLICT.GROUND_NEEDED',
        errors: [{ path: 'ground' }],
      });
      expect((await answer({ hasConflict: false, ground: 'family' }).expect(422)).body.code).toBe(
        'CONFLICT.GROUND_WITHOUT_CONFLICT',
      );
      await answer({ hasConflict: 'yes', ground: 'family' }).expect(400);
      await answer({ hasConflict: false }, await api.signIn('gutachten01@demo.example')).expect(404);
      await answer({ hasConflict: false }, await api.signIn('revision@demo.example')).expect(403);
    });

    it('records a late “yes” at once, pulls the access, and does not take it back', async () => {
      const { body } = await answer({
        hasConflict: true,
        ground: 'prior_involvement',
        note: 'Habe 2019 beraten.',
      }).expect(200);
      expect(body).toMatchObject({
        hasConflict: true,
        conflict: { source: 'declared', state: 'active', applicationNumber: asked.number },
      });
      expect(raised.at(-1)).toMatchObject({ applicationId: asked.id, accountId: reviewer.accountId });
      await reviewer.get(`/applications/${asked.id}`).expect(404);
      expect((await reviewer.get(`/calls/${fresh.id}/applications`).expect(200)).body.total).toBe(0);
      expect((await answer({ hasConflict: false }).expect(409)).body.code).toBe('CONFLICT.STATEMENT_STANDS');
      // The person still reads what they said themselves.
      expect((await reviewer.get(`/applications/${asked.id}/conflict-statement`).expect(200)).body.hasConflict).toBe(
        true,
      );
      expect(await conflictsOf(reviewer, '', fresh.id)).toMatchObject([
        { applicationNumber: asked.number, ground: 'prior_involvement' },
      ]);
    });
  });
});
