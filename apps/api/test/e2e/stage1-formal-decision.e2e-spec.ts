import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventsOf } from '../support/applications.js';
import type { Client } from '../support/client.js';
import { dayFromNow, decide, type FormalCheckScene, formalCheckScene, put, RULES } from '../support/formal-check.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(60_000);

describe('what a formal check ends with, over HTTP', () => {
  let scene: FormalCheckScene;
  let api: TestApi;
  let coordinator: Client;
  let first: Client;
  let second: Client;

  beforeAll(async () => {
    scene = await formalCheckScene();
    ({ api, coordinator, first, second } = scene);
  });
  afterAll(() => api?.close());

  describe('acceptance', () => {
    let id: string;
    beforeEach(async () => {
      const {
        received: [received],
      } = await scene.begin([0]);
      id = received?.id ?? '';
    });

    it('names the items that are open or failed, and follows when none is', async () => {
      const open = await decide(first, id, { outcome: 'accepted' }).expect(422);
      expect(open.body.code).toBe('FORMAL_CHECK.ITEMS_OPEN');
      // The council resolution may still follow and the letters are optional, so that nobody waits for them.
      expect(open.body.errors.map(({ path }: { path: string }) => path)).toEqual([
        'items.document_project_outline',
        ...RULES.map((key) => `items.${key}`),
      ]);
      expect(open.body.errors[0].message).toBe('“Project outline” has not been examined yet. Please record a result.');
      await scene.passAll(first, id, ['document_project_outline', 'document_council_resolution']);
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Seite 3 fehlt.' }).expect(200);
      const failed = await decide(first, id, { outcome: 'accepted' }).expect(422);
      expect(failed.body).toMatchObject({
        code: 'FORMAL_CHECK.ITEMS_FAILED',
        errors: [{ path: 'items.document_project_outline', message: '“Project outline” has failed.' }],
      });
      expect(await scene.stateOf(id)).toBe('in_formal_check');

      await put(second, id, 'document_project_outline', { result: 'passed', comment: 'Seite 3 gefunden.' }).expect(200);
      const { body } = await decide(first, id, { outcome: 'accepted' }).expect(200);
      expect(body).toMatchObject({
        state: 'formally_accepted',
        decision: { outcome: 'accepted', decidedBy: 'Petra Rüfer', isFinal: true, confirmedBy: null },
        abilities: [],
      });
      const [event] = await api.look<{ payload: object }>(
        `SELECT payload FROM kuer.audit_events WHERE application_id = $1 AND type = 'APPLICATION_FORMALLY_ACCEPTED'`,
        [id],
      );
      expect(event?.payload).toMatchObject({ outstandingDocuments: ['document_council_resolution'] });
    });

    it('closes the check: nothing is decided, examined or edited a second time', async () => {
      await scene.passAll(first, id);
      await decide(first, id, { outcome: 'accepted' }).expect(200);
      const again = await decide(second, id, { outcome: 'accepted' }).expect(409);
      expect(again.body.code).toBe('FORMAL_CHECK.NOT_IN_CHECK');
      expect((await put(first, id, 'ags_valid', { result: 'not_applicable' }).expect(409)).body.code).toBe(
        'FORMAL_CHECK.NOT_IN_CHECK',
      );
      const edit = await coordinator.patch(`/applications/${id}`, { version: 2, title: 'Neuer Titel' }).expect(403);
      expect(edit.body.code).toBe('POLICY.FORMAL_CHECK_DECIDED');
      // A document with a later deadline of its own may still come.
      await scene.upload(id, 'council_resolution');
    });
  });

  describe('rejection', () => {
    let id: string;
    beforeEach(async () => {
      const {
        received: [received],
      } = await scene.begin([0]);
      id = received?.id ?? '';
    });

    it('needs a failed item, a reason, and two different examiners (I4)', async () => {
      const nothing = await decide(first, id, { outcome: 'rejected', reason: 'Gefällt nicht' }).expect(422);
      expect(nothing.body.code).toBe('FORMAL_CHECK.NOTHING_FAILED');
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Fehlt.' }).expect(200);
      const mute = await decide(first, id, { outcome: 'rejected', reason: ' ' }).expect(422);
      expect(mute.body).toMatchObject({ code: 'FORMAL_CHECK.REASON_NEEDED', errors: [{ path: 'reason' }] });

      const proposed = await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(200);
      expect(proposed.body).toMatchObject({
        state: 'in_formal_check',
        decision: { outcome: 'rejected', decidedBy: 'Petra Rüfer', confirmedBy: null, isFinal: false, isOwn: true },
      });
      const alone = await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(409);
      expect(alone.body.code).toBe('FORMAL_CHECK.SECOND_EXAMINER_NEEDED');
      expect(await scene.stateOf(id)).toBe('in_formal_check');
      expect((await scene.checkOf(second, id)).decision).toMatchObject({ isFinal: false, isOwn: false });

      const confirmed = await decide(second, id, { outcome: 'rejected' }).expect(200);
      expect(confirmed.body).toMatchObject({
        state: 'formally_rejected',
        decision: {
          outcome: 'rejected',
          decidedBy: 'Petra Rüfer',
          confirmedBy: 'Paul Rühl',
          isFinal: true,
          reason: 'Die Projektskizze fehlt.',
        },
      });
      expect((await eventsOf(api, id)).slice(-3)).toEqual([
        'FORMAL_REJECTION_PROPOSED',
        'FORMAL_REJECTION_CONFIRMED',
        'APPLICATION_STATE_CHANGED',
      ]);
      await decide(second, id, { outcome: 'rejected' }).expect(409);
    });

    it('is confirmed once, when two send it at the same moment', async () => {
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Fehlt.' }).expect(200);
      await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(200);
      const answers = await Promise.all([1, 2, 3].map(() => decide(second, id, { outcome: 'rejected' })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const rows = await api.look('SELECT 1 FROM kuer.formal_check_decisions WHERE application_id = $1', [id]);
      expect(rows).toHaveLength(2);
    });

    it('is off the table when the applicant is asked, and when the other examiner accepts', async () => {
      await scene.passAll(first, id, ['document_project_outline']);
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Fehlt.' }).expect(200);
      await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(200);
      const { body: asked } = await second
        .post(`/applications/${id}/supplement-requests`, {
          dueOn: dayFromNow(14),
          documentKeys: ['project_outline'],
          message: 'Bitte die Skizze nachreichen.',
        })
        .expect(201);
      expect((await scene.checkOf(first, id)).decision).toBeNull();
      await coordinator.post(`/supplement-requests/${asked.id}/answer`, { answer: 'Liegt bei.' }).expect(200);
      // The first examiner's word of before does not make a second one now.
      const anew = await decide(second, id, { outcome: 'rejected', reason: 'Immer noch unvollständig.' }).expect(200);
      expect(anew.body.decision).toMatchObject({ isFinal: false, decidedBy: 'Paul Rühl' });
      await put(first, id, 'document_project_outline', { result: 'passed' }).expect(200);
      expect((await decide(first, id, { outcome: 'accepted' }).expect(200)).body.state).toBe('formally_accepted');
      expect((await eventsOf(api, id)).filter((type) => type === 'FORMAL_REJECTION_DISCARDED')).toHaveLength(2);
    });

    it('can be taken up again with a reason, and then needs two once more', async () => {
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Fehlt.' }).expect(200);
      const reopen = (client: Client, reason = 'Die Skizze lag in der Poststelle.') =>
        client.post(`/applications/${id}/formal-check/reopen`, { reason });
      expect((await reopen(first).expect(409)).body.code).toBe('APPLICATION.TRANSITION_NOT_ALLOWED');
      await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(200);
      await decide(second, id, { outcome: 'rejected' }).expect(200);
      await reopen(coordinator).expect(403);
      await reopen(first, 'weil').expect(400);
      const { body } = await reopen(first).expect(200);
      expect(body).toMatchObject({ state: 'in_formal_check', decision: null });
      // Neither of the two words of before counts: the next rejection is proposed again.
      const anew = await decide(second, id, { outcome: 'rejected', reason: 'Immer noch nicht da.' }).expect(200);
      expect(anew.body).toMatchObject({ state: 'in_formal_check', decision: { isFinal: false, isOwn: true } });
      expect(await eventsOf(api, id)).toContain('FORMAL_CHECK_REOPENED');
    });

    it('can not be had from the database by one alone', async () => {
      await expect(
        api.look(`UPDATE kuer.applications SET state = 'formally_rejected' WHERE id = $1`, [id]),
      ).rejects.toThrow('a formal rejection needs two examiners');
    });
  });

  describe('supplement requests', () => {
    let id: string;
    const ask = (client: Client, change: object = {}) =>
      client.post(`/applications/${id}/supplement-requests`, {
        dueOn: dayFromNow(14),
        documentKeys: ['project_outline'],
        message: 'Bitte reichen Sie die Projektskizze nach.',
        ...change,
      });
    beforeEach(async () => {
      const {
        received: [received],
      } = await scene.begin([0]);
      id = received?.id ?? '';
    });

    it('stop the decision, go on record with the letter that was sent, and come back with the answer', async () => {
      const { body: before } = await coordinator.get(`/applications/${id}`).expect(200);
      await coordinator
        .patch(`/applications/${id}`, { version: before.version, contactEmail: 'amt@auenstedt.example' })
        .expect(200);
      const { body: asked } = await ask(first).expect(201);
      expect(asked).toMatchObject({ sentBy: 'Petra Rüfer', dueOn: dayFromNow(14), answeredAt: null, isOverdue: false });
      expect(await scene.stateOf(id)).toBe('supplement_requested');
      const [notice] = await api.look(
        'SELECT kind, recipients, subject, body FROM kuer.notices WHERE application_id = $1',
        [id],
      );
      expect(notice).toMatchObject({
        kind: 'supplement_request',
        recipients: ['amt@auenstedt.example'],
        subject: 'Nachforderung zu Ihrer Bewerbung B-001',
      });
      expect(notice?.body).toContain('– Projektskizze');

      const blocked = await decide(first, id, { outcome: 'accepted' }).expect(409);
      expect(blocked.body.code).toBe('FORMAL_CHECK.SUPPLEMENT_OPEN');
      await second.post(`/supplement-requests/${asked.id}/answer`, { answer: 'Liegt bei.' }).expect(403);
      // What the applicant sends within the time it was given is not late.
      await scene.upload(id, 'project_outline');
      const { body: answered } = await coordinator
        .post(`/supplement-requests/${asked.id}/answer`, { answer: 'Liegt bei.' })
        .expect(200);
      expect(answered).toMatchObject({ answer: 'Liegt bei.' });
      expect(await scene.stateOf(id)).toBe('in_formal_check');
      expect((await scene.itemOf(id, 'document_project_outline'))?.suggestion).toBe('passed');
      const twice = await coordinator.post(`/supplement-requests/${asked.id}/answer`, { answer: 'Noch einmal.' });
      expect([twice.status, twice.body.code]).toEqual([409, 'SUPPLEMENT.ALREADY_ANSWERED']);
      expect(await eventsOf(api, id)).toEqual(expect.arrayContaining(['SUPPLEMENT_REQUESTED', 'SUPPLEMENT_ANSWERED']));
    });

    it('wait for the last one where several are out', async () => {
      const { body: one } = await ask(first).expect(201);
      const { body: other } = await ask(coordinator, { documentKeys: ['letters'] }).expect(201);
      await coordinator.post(`/supplement-requests/${one.id}/answer`, { answer: 'Liegt bei.' }).expect(200);
      expect(await scene.stateOf(id)).toBe('supplement_requested');
      await coordinator.post(`/supplement-requests/${other.id}/answer`, { answer: 'Liegt bei.' }).expect(200);
      expect(await scene.stateOf(id)).toBe('in_formal_check');
    });

    it('refuse today and earlier, documents that are none, and a message without words', async () => {
      for (const dueOn of [
        dayFromNow(-1),
        new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date()),
      ]) {
        const past = await ask(first, { dueOn }).expect(422);
        expect(past.body).toMatchObject({ code: 'SUPPLEMENT.DUE_NOT_IN_FUTURE', errors: [{ path: 'dueOn' }] });
      }
      expect((await ask(first, { documentKeys: ['diploma'] }).expect(422)).body.code).toBe(
        'SUPPLEMENT.UNKNOWN_DOCUMENT',
      );
      expect((await ask(first, { documentKeys: [] }).expect(422)).body.code).toBe('SUPPLEMENT.NO_DOCUMENT');
      await ask(first, { dueOn: '2031-02-30' }).expect(400);
      await ask(first, { message: 'Bitte' }).expect(400);
      expect(await scene.stateOf(id)).toBe('in_formal_check');
      expect(await api.look('SELECT 1 FROM kuer.supplement_requests WHERE application_id = $1', [id])).toHaveLength(0);
    });
  });
});
