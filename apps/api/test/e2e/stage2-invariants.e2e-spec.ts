import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CallResponse, ReviewResponse, ReviewVersionResponse, ScoreResponse } from '@kuer/contract';
import pg from 'pg';
import { JUSTIFICATION, NO_SUCH_ID, ReviewWorld } from '../support/review-world.js';

jest.setTimeout(120_000);

describe('what the review stage promises', () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world?.close());

  async function begun(): Promise<{ call: CallResponse; applicationId: string; a: string; b: string }> {
    const { call, applications } = await world.callInReview(1);
    const applicationId = applications[0]?.id ?? '';
    const [a = '', b = ''] = await world.reviewsOf(call.id, applicationId, world.reviewers[0], world.reviewers[1]);
    return { call, applicationId, a, b };
  }

  /** Everything an answer says, but for what differs between any two requests. */
  const telling = ({ status, body, headers }: { status: number; body: object; headers: Record<string, string> }) => ({
    status,
    body: { ...body, requestId: '' },
    type: headers['content-type'],
  });

  describe('I1 independence: until all reviews are submitted a reviewer reads only their own', () => {
    let made: Awaited<ReturnType<typeof begun>>;
    beforeAll(async () => {
      made = await begun();
    });

    /** All that reviewer B can ask of the application and the call. */
    async function everythingBSees(): Promise<unknown[]> {
      const b = world.reviewers[1];
      const paths = [
        `/reviews/${made.b}`,
        `/reviews/${made.b}/versions`,
        `/applications/${made.applicationId}/reviews`,
        `/applications/${made.applicationId}`,
        `/calls/${made.call.id}/applications`,
        `/calls/${made.call.id}/my-assignments`,
        `/calls/${made.call.id}`,
      ];
      const seen: unknown[] = [];
      for (const path of paths) seen.push((await b.get(path).expect(200)).body);
      return seen;
    }

    it('not by an id: the other review answers like one that there is not, to every act', async () => {
      const b = world.reviewers[1];
      const reason = 'Ich möchte vergleichen.';
      const acts = (id: string) => [
        b.get(`/reviews/${id}`),
        b.get(`/reviews/${id}/versions`),
        b.get(`/reviews/${id}/receipt`),
        b.put(`/reviews/${id}/scores/K1`, { value: 1, version: 0 }),
        b.put(`/reviews/${id}/scores/K99`, { value: 1, version: 7 }),
        b.patch(`/reviews/${id}`, { version: 0, summary: 'x' }),
        b.post(`/reviews/${id}/submit`, {}),
        b.post(`/reviews/${id}/reopen`, { reason }),
        b.post(`/reviews/${id}/amend`, { reason }),
      ];
      for (const [index, act] of acts(made.a).entries()) {
        const nothing = acts(NO_SUCH_ID)[index];
        const [found, missing] = [await act, nothing ? await nothing : null];
        expect(found.status).toBe(404);
        expect(missing && telling(found)).toEqual(missing && telling(missing));
      }
    });

    it('not by lists, counts, states or versions: what B sees is the same before, while and after A writes and submits', async () => {
      const before = await everythingBSees();
      const a = world.reviewers[0];
      await a.put(`/reviews/${made.a}/scores/K1`, { value: 5, justification: JUSTIFICATION, version: 0 }).expect(200);
      expect(await everythingBSees()).toEqual(before);
      await world.submitted(a, made.a, 2, 'not_eligible');
      expect(await everythingBSees()).toEqual(before);
    });

    it('not by results, agreement, severity, assignments, readiness, the trail or an export', async () => {
      const b = world.reviewers[1];
      for (const path of [
        'results',
        'results/agreement',
        'results/severity',
        'results/export',
        'assignments',
        'readiness',
      ])
        await b.get(`/calls/${made.call.id}/${path}`).expect(403);
      expect([403, 404]).toContain((await b.get(`/calls/${made.call.id}/audit-events`)).status);
    });

    it('not by the database: in B’s name it knows of no other review, version or score', async () => {
      const client = new pg.Client({ connectionString: world.api.database.appUrl });
      await client.connect();
      try {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('kuer.account_id', $1, true)`, [world.reviewers[1].accountId]);
        const count = async (sql: string) => Number((await client.query(sql)).rows[0].count);
        expect(await count('SELECT count(*) FROM kuer.reviews')).toBe(1);
        expect(await count('SELECT count(*) FROM kuer.review_versions')).toBe(1);
        expect(await count('SELECT count(*) FROM kuer.scores')).toBe(0);
        expect(await count('SELECT count(*) FROM kuer.assignments')).toBe(1);
        expect(await count(`SELECT count(*) FROM kuer.review_progress('${made.call.id}')`)).toBe(0);
      } finally {
        await client.end();
      }
    });

    it('nor afterwards, unless a reconciliation is opened: A stays hidden from B with both submitted', async () => {
      await world.submitted(world.reviewers[1], made.b, 5);
      await world.reviewers[1].get(`/reviews/${made.a}`).expect(404);
      const { body } = await world.reviewers[1].get(`/applications/${made.applicationId}/reviews`).expect(200);
      expect(body.items.map(({ id }: ReviewResponse) => id)).toEqual([made.b]);
    });

    it('a reconciliation can not be opened before all are submitted', async () => {
      const early = await begun();
      await world.submitted(world.reviewers[0], early.a, 0);
      const { body } = await world.coordinator
        .post(`/applications/${early.applicationId}/reconciliation`, { reason: 'Vorab abstimmen.' })
        .expect(409);
      expect(body.code).toBe('RECONCILIATION.REVIEWS_INCOMPLETE');
    });
  });

  describe('I2 nothing scored is lost or rewritten', () => {
    it('a score that was acknowledged is there for every other connection', async () => {
      const { a } = await begun();
      for (let value = 0; value <= 5; value += 1) {
        await world.reviewers[0]
          .put(`/reviews/${a}/scores/K1`, { value, justification: JUSTIFICATION, version: value })
          .expect(200);
        const [row] = await world.api.look<{ value: string; version: number }>(
          `SELECT s.value, s.version FROM kuer.scores s JOIN kuer.review_versions v ON v.id = s.review_version_id
            WHERE v.review_id = $1 AND s.criterion = 'K1'`,
          [a],
        );
        expect([Number(row?.value), row?.version]).toEqual([value, value + 1]);
      }
    });

    it('a score is saved with its trace or not at all', async () => {
      const { a, call } = await begun();
      await world.api.look(`CREATE FUNCTION kuer.fail_for_a_test() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the trail is full'; END $$`);
      await world.api.look(`CREATE TRIGGER fail_for_a_test BEFORE INSERT ON kuer.audit_events
        FOR EACH ROW WHEN (NEW.type = 'SCORE_SAVED') EXECUTE FUNCTION kuer.fail_for_a_test()`);
      try {
        await world.reviewers[0].put(`/reviews/${a}/scores/K1`, { value: 3, version: 0 }).expect(500);
      } finally {
        await world.api.look('DROP TRIGGER fail_for_a_test ON kuer.audit_events');
        await world.api.look('DROP FUNCTION kuer.fail_for_a_test()');
      }
      const { body } = await world.reviewers[0].get(`/reviews/${a}`).expect(200);
      expect(body.scores[0]).toMatchObject({ value: null, version: 0 });
      expect(
        await world.api.look(`SELECT 1 FROM kuer.audit_events WHERE call_id = $1 AND type = 'SCORE_SAVED'`, [call.id]),
      ).toEqual([]);
    });

    it('a submitted version never changes, whatever comes after it', async () => {
      const { a, b } = await begun();
      await world.submitted(world.reviewers[0], a, 4);
      await world.submitted(world.reviewers[1], b, 4);
      const submitted = async () =>
        ((await world.auditor.get(`/reviews/${a}/versions`).expect(200)).body.items as ReviewVersionResponse[])[0];
      const before = await submitted();
      await world.reviewers[0].put(`/reviews/${a}/scores/K1`, { value: 0, version: 1 }).expect(409);
      await world.coordinator.post(`/reviews/${a}/reopen`, { reason: 'Bitte K1 noch einmal ansehen.' }).expect(200);
      await world.reviewers[0].put(`/reviews/${a}/scores/K1`, { value: 0, version: 1 }).expect(200);
      expect(await submitted()).toEqual(before);
      await world.reviewers[0].post(`/reviews/${a}/submit`, {}).expect(200);
      expect(await submitted()).toEqual(before);
      const owner = new pg.Client({ connectionString: world.api.database.superuserUrl });
      await owner.connect();
      try {
        const change = `UPDATE kuer.scores SET value = 0 FROM kuer.review_versions v
          WHERE v.id = review_version_id AND v.review_id = $1 AND v.number = 1`;
        await expect(owner.query(change, [a])).rejects.toMatchObject({ constraint: 'scores_only_into_a_draft' });
      } finally {
        await owner.end();
      }
    });
  });

  describe('I3 conflicts: who is in conflict is not assigned, and reads nothing', () => {
    const ground = { ground: 'prior_involvement', note: 'Hat die Skizze im Vorfeld beraten.' };

    it('is not assigned', async () => {
      const { call, applications } = await world.callInReview(1);
      const pair = { applicationId: applications[0]?.id, reviewerId: world.reviewers[2].accountId };
      await world.coordinator
        .post(`/calls/${call.id}/conflicts`, {
          ...ground,
          applicationId: pair.applicationId,
          accountId: pair.reviewerId,
        })
        .expect(201);
      const { body } = await world.coordinator.post(`/calls/${call.id}/assignments`, { pairs: [pair] }).expect(422);
      expect(body.errors[0].code).toBe('ASSIGNMENT.IN_CONFLICT');
    });

    it('answers yes to the conflict question: the assignment ends, and the slot is free', async () => {
      const { call, applications } = await world.callInReview(1);
      const applicationId = applications[0]?.id ?? '';
      const [assignment] = await world.assign(call.id, applicationId, world.reviewers[0]);
      await world.reviewers[0]
        .post(`/applications/${applicationId}/conflict-statement`, { hasConflict: true, ...ground })
        .expect(200);
      const { body } = await world.coordinator.get(`/calls/${call.id}/assignments`).expect(200);
      expect(body.items).toMatchObject([{ id: assignment?.id, state: 'declined', hasConflict: true }]);
      expect(body.items[0].declineReason).toMatch(/^Befangenheit: /);
      await world.reviewers[0].post(`/assignments/${assignment?.id}/accept`).expect(404);
      await world.reviewers[0].get(`/applications/${applicationId}`).expect(404);
      expect((await world.assign(call.id, applicationId, world.reviewers[1]))[0]?.slot).toBe(1);
    });

    it('declared late pulls the access at once; what was written stays on file', async () => {
      const { call, applicationId, a } = await begun();
      const [reviewer] = world.reviewers;
      await reviewer.put(`/reviews/${a}/scores/K1`, { value: 3, justification: JUSTIFICATION, version: 0 }).expect(200);
      await reviewer.post(`/calls/${call.id}/conflicts`, { ...ground, applicationId }).expect(201);
      await reviewer.get(`/reviews/${a}`).expect(404);
      await reviewer.put(`/reviews/${a}/scores/K1`, { value: 5, version: 1 }).expect(404);
      await reviewer.post(`/reviews/${a}/submit`, {}).expect(404);
      await reviewer.get(`/applications/${applicationId}/reviews`).expect(404);
      const { body } = await reviewer.get(`/calls/${call.id}/my-assignments`).expect(200);
      expect(body.items).toMatchObject([
        {
          state: 'declined',
          isInConflict: true,
          applicationNumber: 'B-001',
          title: null,
          leadName: null,
          reviewId: null,
        },
      ]);
      const kept = await world.api.look(
        `SELECT 1 FROM kuer.scores s JOIN kuer.review_versions v ON v.id = s.review_version_id WHERE v.review_id = $1`,
        [a],
      );
      expect(kept).toHaveLength(1);
    });

    it('set by the coordinator after submission: the review counts no more, and the application lacks one again', async () => {
      const { call, applicationId, a, b } = await begun();
      await world.submitted(world.reviewers[0], a, 4);
      await world.submitted(world.reviewers[1], b, 4);
      expect(await world.stateOf(applicationId)).toBe('reviewed');
      await world.coordinator
        .post(`/calls/${call.id}/conflicts`, { ...ground, applicationId, accountId: world.reviewers[0].accountId })
        .expect(201);
      expect(await world.stateOf(applicationId)).toBe('in_review');
      const { body } = await world.coordinator.get(`/calls/${call.id}/results`).expect(200);
      expect(body.items[0]).toMatchObject({ total: null, rank: null, reviewsExpected: 2, reviews: [{ label: 'B' }] });
      // A new reviewer takes the slot and the letter.
      const [c = ''] = await world.reviewsOf(call.id, applicationId, world.reviewers[2]);
      expect((await world.submitted(world.reviewers[2], c, 3)).label).toBe('A');
      expect(await world.stateOf(applicationId)).toBe('reviewed');
    });

    it('declared by the reviewer after submission: the next assignment takes the application back into review', async () => {
      const { call, applicationId, a, b } = await begun();
      await world.submitted(world.reviewers[0], a, 4);
      await world.submitted(world.reviewers[1], b, 4);
      await world.reviewers[0].post(`/calls/${call.id}/conflicts`, { ...ground, applicationId }).expect(201);
      const { body } = await world.coordinator.get(`/calls/${call.id}/results`).expect(200);
      expect(body.items[0]).toMatchObject({ total: null, reviews: [{ label: 'B' }] });
      await world.assign(call.id, applicationId, world.reviewers[2]);
      expect(await world.stateOf(applicationId)).toBe('in_review');
    });

    it('of a coordinator closes results and reviews of that application to them, and to nobody else', async () => {
      const { call, applicationId, a, b } = await begun();
      await world.submitted(world.reviewers[0], a, 4);
      await world.submitted(world.reviewers[1], b, 3);
      await world.coordinator.post(`/calls/${call.id}/conflicts`, { ...ground, applicationId }).expect(201);
      const { body } = await world.coordinator.get(`/calls/${call.id}/results`).expect(200);
      expect(body.items[0]).toMatchObject({
        isRecused: true,
        number: 'B-001',
        total: null,
        rank: null,
        reviews: [],
        leadName: null,
      });
      expect(JSON.stringify(body)).not.toContain('Auenstedt');
      for (const path of [`/reviews/${a}`, `/reviews/${a}/versions`])
        expect([403, 404]).toContain((await world.coordinator.get(path)).status);
      await world.coordinator.get(`/applications/${applicationId}/reviews`).expect(403);
      await world.coordinator.post(`/reviews/${a}/reopen`, { reason: 'Noch einmal ansehen.' }).expect(403);
      await world.coordinator
        .post(`/applications/${applicationId}/recommendation`, { outcome: 'recommended' })
        .expect(403);
      const other = await world.coordinator2.get(`/calls/${call.id}/results`).expect(200);
      expect(other.body.items[0]).toMatchObject({ isRecused: false, total: 70, rank: 1 });
      const scores = (await world.coordinator2.get(`/reviews/${a}`).expect(200)).body.scores as ScoreResponse[];
      expect(scores).toHaveLength(12);
    });
  });
});
