import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BundleResponse, MotionResponse, SessionResponse } from '@kuer/contract';
import { JuryWorld } from '../support/jury-world.js';

jest.setTimeout(240_000);

describe('what the jury stage promises', () => {
  let jury: JuryWorld;
  beforeAll(async () => {
    jury = await JuryWorld.start();
  });
  afterAll(() => jury?.close());

  describe('I4 four eyes: an override of a stage gate is asked for by one coordinator and confirmed by another', () => {
    it('stays pending for the one who asked, goes on by the second, and leaves both on the trail', async () => {
      const { coordinator, world } = jury;
      const call = await world.api.createCall({
        members: { 'koordination@demo.example': ['coordinator'], 'koordination2@demo.example': ['coordinator'] },
      });
      const ask = { to: 'formal_check', override: true, reason: 'Prüfende werden nachbenannt.' };
      const refused = await coordinator.post(`/calls/${call.id}/transitions`, { to: 'formal_check' }).expect(409);
      expect(refused.body.errors.map(({ code }: { code: string }) => code)).toContain('READINESS.MEMBERS_MISSING');
      const { body: asked } = await coordinator.post(`/calls/${call.id}/transitions`, ask).expect(200);
      expect(asked).toMatchObject({ done: false, state: 'draft', pendingOverride: { isOwnRequest: true } });
      await coordinator.post(`/calls/${call.id}/transitions`, ask).expect(409);
      const { body: done } = await world.coordinator2.post(`/calls/${call.id}/transitions`, ask).expect(200);
      expect(done).toMatchObject({ done: true, state: 'formal_check', pendingOverride: null });
      const types = await trailOf(call.id);
      expect(types).toEqual(expect.arrayContaining(['OVERRIDE_REQUESTED', 'OVERRIDE_CONFIRMED', 'CALL_STAGE_ENTERED']));
    });
  });

  describe('I6 votes: one per present, not recused member and motion', () => {
    let callId: string;
    let ids: string[];
    let session: SessionResponse;
    beforeAll(async () => {
      const made = await jury.callInJury([5, 4, 4]);
      callId = made.call.id;
      ids = made.ids;
      // jury03 stays away.
      session = await jury.sitting(callId, [jury.chair, jury.jurors[0], jury.jurors[1]]);
    });

    it('not twice, not by the absent, not before the opening and not after the closing; the result equals the votes', async () => {
      const { chair, jurors } = jury;
      const { body: put } = await jurors[0]
        .post(`/sessions/${session.id}/motions`, { kind: 'take_in', text: 'Aufnehmen', applicationId: ids[0] })
        .expect(201);
      await jury.vote(jurors[0], put.id, 'yes').expect(409);
      await jurors[0].post(`/motions/${put.id}/open`).expect(403);
      await chair.post(`/motions/${put.id}/open`).expect(200);
      await jury.vote(jurors[0], put.id, 'yes').expect(200);
      const again = await jury.vote(jurors[0], put.id, 'no').expect(409);
      expect(again.body.code).toBe('VOTE.ALREADY_CAST');
      await jury.vote(jurors[0], put.id, 'yes').expect(200);
      await jury.vote(jurors[2], put.id, 'no').expect(403);
      await jury.vote(jurors[1], put.id, 'no').expect(200);
      await jury.vote(chair, put.id, 'yes').expect(200);
      const open = (await jurors[1].get(`/motions/${put.id}`).expect(200)).body as MotionResponse;
      expect(open).toMatchObject({ votesCast: 3, result: null, votes: null });
      const { body: closed } = await chair.post(`/motions/${put.id}/close`, {}).expect(200);
      expect(closed.result).toMatchObject({ yes: 2, no: 1, abstain: 0, eligible: 3, outcome: 'adopted' });
      await chair.post(`/motions/${put.id}/close`, {}).expect(409);
      await jury.vote(jurors[1], put.id, 'abstain').expect(409);
      const rows = await jury.world.api.look(`SELECT 1 FROM kuer.votes WHERE motion_id = $1`, [put.id]);
      expect(rows).toHaveLength(3);
    });

    it('who is recused leaves the room: no word of the motion, no vote, not counted for the quorum; and comes back', async () => {
      const { chair, jurors } = jury;
      const conflict = { applicationId: ids[1], ground: 'family', note: 'Angehörige in der Verwaltung' };
      await jurors[1].post(`/calls/${callId}/conflicts`, conflict).expect(201);
      const motion = await jury.opened(session.id, {
        kind: 'take_in',
        text: 'Zweite aufnehmen',
        applicationId: ids[1],
      });
      expect(motion.recused.map(({ id }) => id)).toEqual([jurors[1].accountId]);
      const seen = (await jurors[1].get(`/motions/${motion.id}`).expect(200)).body as MotionResponse;
      expect(seen).toMatchObject({ text: null, applicationId: null, applicationNumber: null, canVote: false });
      await jury.vote(jurors[1], motion.id, 'yes').expect(403);
      const during = (await chair.get(`/sessions/${session.id}`).expect(200)).body as SessionResponse;
      const standing = during.attendance.find(({ accountId }) => accountId === jurors[1].accountId);
      expect(standing?.status).toBe('left_room');
      await jury.vote(chair, motion.id, 'yes').expect(200);
      await jury.vote(jurors[0], motion.id, 'abstain').expect(200);
      const { body: closed } = await chair.post(`/motions/${motion.id}/close`, {}).expect(200);
      // Three members are not recused, two of them are there.
      expect(closed.result.quorum).toEqual({ members: 3, present: 2, required: 2, isQuorate: true });
      const after = (await chair.get(`/sessions/${session.id}`).expect(200)).body as SessionResponse;
      expect(after.attendance.find(({ accountId }) => accountId === jurors[1].accountId)?.status).toBe('present');
      expect(await trailOf(callId)).toEqual(expect.arrayContaining(['MEMBER_LEFT_ROOM', 'MEMBER_RETURNED']));
    });

    it('a conflict declared while the vote is open counts at once', async () => {
      const motion = await jury.opened(session.id, {
        kind: 'take_in',
        text: 'Dritte aufnehmen',
        applicationId: ids[2],
      });
      const conflict = { applicationId: ids[2], ground: 'economic', note: '' };
      await jury.jurors[0].post(`/calls/${callId}/conflicts`, conflict).expect(201);
      await jury.vote(jury.jurors[0], motion.id, 'yes').expect(403);
      await jury.vote(jury.chair, motion.id, 'yes').expect(200);
      const { body } = await jury.chair.post(`/motions/${motion.id}/close`, {}).expect(200);
      expect(body.result).toMatchObject({ yes: 1, no: 0 });
    });

    it('secret: who voted is recorded, not what; equal votes go to the chair', async () => {
      const { chair, jurors, world } = jury;
      const motion = await jury.opened(session.id, { kind: 'other', text: 'Pause', ballot: 'secret' });
      await jury.vote(chair, motion.id, 'yes').expect(200);
      await jury.vote(jurors[1], motion.id, 'no').expect(200);
      const undecided = await chair.post(`/motions/${motion.id}/close`, {}).expect(422);
      expect(undecided.body.code).toBe('MOTION.CHAIR_DECISION_NEEDED');
      const { body } = await chair.post(`/motions/${motion.id}/close`, { chairDecision: 'rejected' }).expect(200);
      expect(body.result).toMatchObject({ yes: 1, no: 1, outcome: 'rejected', wasTied: true });
      expect(body.votes ?? []).toEqual([]);
      const votes = await world.api.look(`SELECT choice FROM kuer.votes WHERE motion_id = $1`, [motion.id]);
      expect(votes).toEqual([{ choice: null }, { choice: null }]);
      const events = await world.api.look<{ payload: string }>(
        `SELECT canonical AS payload FROM kuer.audit_events WHERE call_id = $1 AND type = 'VOTE_CAST'`,
        [callId],
      );
      for (const { payload } of events) expect(payload).not.toMatch(/"choice":"/);
    });
  });

  describe('I10 the decision is explained: adoption waits for a reason wherever a higher-ranked one stays out', () => {
    let bundle: BundleResponse;
    let callId: string;
    let ids: string[];
    let motionId: string;
    beforeAll(async () => {
      const made = await jury.callInJury([5, 4, 2]);
      callId = made.call.id;
      ids = made.ids;
      const session = await jury.sitting(callId);
      // The second is taken, the first of the same group stays out.
      bundle = await jury.bundleOf(callId, [ids[1] ?? '']);
      const motion = await jury.opened(session.id, { kind: 'adopt_bundle', text: 'Beschluss', bundleId: bundle.id });
      for (const member of [jury.chair, ...jury.jurors]) await jury.vote(member, motion.id, 'yes').expect(200);
      await jury.chair.post(`/motions/${motion.id}/close`, {}).expect(200);
      motionId = motion.id;
    });

    it('names who is passed over, refuses adoption, and goes on with the reason', async () => {
      expect(bundle.passedOver.map(({ applicationId }) => applicationId)).toEqual([ids[0]]);
      const refused = await jury.chair.post(`/bundles/${bundle.id}/adopt`, { motionId }).expect(409);
      expect(refused.body.errors).toEqual([
        expect.objectContaining({ code: 'ADOPTION.JUSTIFICATION_MISSING', path: 'B-001' }),
      ]);
      const reason = 'Die Region ist schon vertreten.';
      await jury.chair.put(`/bundles/${bundle.id}/justifications/${ids[0]}`, { reason }).expect(200);
      await jury.jurors[0].post(`/bundles/${bundle.id}/adopt`, { motionId }).expect(403);
      const { body } = await jury.chair.post(`/bundles/${bundle.id}/adopt`, { motionId }).expect(200);
      expect(body.state).toBe('adopted');
      const { body: decision } = await jury.coordinator.get(`/calls/${callId}/decision`).expect(200);
      const outcomeOf = (id?: string) =>
        decision.items.find((item: { applicationId: string }) => item.applicationId === id);
      expect(outcomeOf(ids[1])).toMatchObject({ outcome: 'selected' });
      expect(outcomeOf(ids[0])).toMatchObject({ outcome: 'reserve', reserveRank: 1 });
      expect(outcomeOf(ids[0]).reasons.join(' ')).toContain(reason);
      expect(outcomeOf(ids[2])).toMatchObject({ outcome: 'not_selected', reserveRank: null });
    });

    it('says for every application why it is in or out, in words, with nothing missing', async () => {
      for (const id of ids) {
        const { body } = await jury.world.auditor.get(`/applications/${id}/dossier`).expect(200);
        expect(body).toMatchObject({ complete: true, missing: [] });
        expect(body.sections.map(({ key }: { key: string }) => key)).toEqual([
          'why',
          'formal_check',
          'review',
          'recommendation',
          'jury',
          'decision',
        ]);
        for (const section of body.sections) expect(section.sentences.length).toBeGreaterThan(0);
      }
      await jury.world.reviewers[0].get(`/applications/${ids[0]}/dossier`).expect(404);
    });
  });

  describe('I11 published means fixed', () => {
    it('is public only from then on, once, and changes by nobody any more', async () => {
      const { call, ids } = await jury.callInJury([5]);
      const session = await jury.sitting(call.id);
      const bundle = await jury.bundleOf(call.id, ids);
      await jury.adopt(session.id, bundle.id);
      await jury.chair.post(`/sessions/${session.id}/close`).expect(200);
      const visitor = jury.world.api.anonymous();
      await visitor.get(`/calls/${call.id}/overview`).expect(404);
      await jury.coordinator.post(`/calls/${call.id}/publication`).expect(409);
      await jury.coordinator.post(`/calls/${call.id}/transitions`, { to: 'decided' }).expect(200);
      await jury.coordinator.post(`/calls/${call.id}/publication`).expect(200);
      await jury.coordinator.post(`/calls/${call.id}/publication`).expect(409);
      const { body } = await visitor.get(`/calls/${call.id}/overview`).expect(200);
      expect(body).toMatchObject({ selected: 1, applications: 1 });
      expect(JSON.stringify(body)).not.toMatch(/@|total|score/i);
      const page = await visitor.get(`/calls/${call.id}/overview?format=html`).expect(200);
      expect(page.headers['content-type']).toContain('text/html');
      const file = await visitor.get(`/calls/${call.id}/overview?format=pdf`).expect(200);
      expect(file.body.subarray(0, 5).toString()).toBe('%PDF-');
      const back = { to: 'decided', reason: 'Noch einmal zurück, bitte.' };
      await jury.coordinator.post(`/calls/${call.id}/transitions`, back).expect(409);
      await jury.chair.put(`/bundles/${bundle.id}/items/${ids[0]}`, {}).expect(409);
      await expect(
        jury.world.api.look(`UPDATE kuer.decisions SET reason = 'anders' WHERE call_id = $1`, [call.id]),
      ).rejects.toThrow(/published/);
    });
  });

  async function trailOf(callId: string): Promise<string[]> {
    const rows = await jury.world.api.look<{ type: string }>(
      'SELECT type FROM kuer.audit_events WHERE call_id = $1 ORDER BY seq',
      [callId],
    );
    return rows.map(({ type }) => type);
  }
});
