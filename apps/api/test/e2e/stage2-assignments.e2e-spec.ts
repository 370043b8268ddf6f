import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationResponse, AssignmentPlanResponse, AssignmentResponse, CallResponse } from '@kuer/contract';
import { eventsOf } from '../support/applications.js';
import { NO_SUCH_ID, ReviewWorld } from '../support/review-world.js';

jest.setTimeout(120_000);

const codes = (body: { errors?: { path: string; code: string }[] }) =>
  (body.errors ?? []).map(({ path, code }) => [path, code]);

describe('assignments over HTTP', () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world?.close());

  describe('a plan', () => {
    let call: CallResponse;
    let applications: ApplicationResponse[];
    beforeAll(async () => {
      ({ call, applications } = await world.callInReview(4));
      const [first] = applications;
      await world.coordinator
        .post(`/calls/${call.id}/conflicts`, {
          applicationId: first?.id,
          accountId: world.reviewers[0].accountId,
          ground: 'family',
          note: 'Die Bürgermeisterin ist eine Schwester.',
        })
        .expect(201);
    });

    const propose = async (body: object = {}): Promise<AssignmentPlanResponse> =>
      (await world.coordinator.post(`/calls/${call.id}/assignment-proposals`, body).expect(200)).body;

    it('gives every application two reviewers, nobody in conflict, with even loads', async () => {
      const plan = await propose();
      expect(plan.pairs).toHaveLength(8);
      expect(plan.unassigned).toEqual([]);
      expect([plan.minLoad, plan.maxLoad, plan.connected]).toEqual([2, 2, true]);
      const onFirst = plan.pairs.filter(({ applicationId }) => applicationId === applications[0]?.id);
      expect(onFirst.map(({ slot }) => slot)).toEqual([1, 2]);
      expect(onFirst.map(({ reviewerId }) => reviewerId)).not.toContain(world.reviewers[0].accountId);
      expect(plan.loads.find(({ reviewerId }) => reviewerId === world.reviewers[0].accountId)).toMatchObject({
        name: 'Greta Achten',
        current: 0,
        planned: 2,
        conflicts: 1,
      });
    });

    it('says in words where nobody is left', async () => {
      const plan = await propose({ maxLoad: 1 });
      expect(plan.pairs).toHaveLength(4);
      expect(plan.unassigned[0]?.message).toMatch(/reviewers are missing: everybody who could do it has as many/);
      const german = await world.coordinator
        .post(`/calls/${call.id}/assignment-proposals`, { maxLoad: 1 })
        .set('Accept-Language', 'de')
        .expect(200);
      expect(german.body.unassigned[0].message).toMatch(/^Es fehlen \d Gutachter\/innen/);
    });

    it('changes nothing until it is confirmed; then all of it, with its trace', async () => {
      const plan = await propose();
      expect(await world.api.look('SELECT 1 FROM kuer.assignments WHERE call_id = $1', [call.id])).toEqual([]);
      const pairs = plan.pairs.map(({ applicationId, reviewerId, slot }) => ({ applicationId, reviewerId, slot }));
      const { body } = await world.coordinator
        .post(`/calls/${call.id}/assignments`, { pairs, dueOn: '2099-05-31' })
        .expect(201);
      expect(body.items).toHaveLength(8);
      expect(body.items[0]).toMatchObject({ state: 'assigned', dueOn: '2099-05-31', isOverdue: false, criteria: 12 });
      for (const { id } of applications) expect(await world.stateOf(id)).toBe('in_review');
      expect(await eventsOf(world.api, applications[0]?.id ?? '')).toEqual(
        expect.arrayContaining(['REVIEWER_ASSIGNED', 'APPLICATION_STATE_CHANGED']),
      );
      const [plannedEvent] = await world.api.look<{ payload: object }>(
        `SELECT payload FROM kuer.audit_events WHERE call_id = $1 AND type = 'ASSIGNMENT_PLAN_CONFIRMED'`,
        [call.id],
      );
      expect(plannedEvent?.payload).toEqual({ assignments: 8, minLoad: 2, maxLoad: 2, connected: true });
    });

    it('leaves what is assigned as it is', async () => {
      const plan = await propose();
      expect(plan.pairs.every(({ isExisting }) => isExisting)).toBe(true);
      expect(plan.pairs).toHaveLength(8);
    });

    it('does not propose somebody again for what they declined', async () => {
      const { body } = await world.coordinator.get(`/calls/${call.id}/assignments?limit=1`).expect(200);
      const [assignment] = body.items as AssignmentResponse[];
      const reviewer = world.reviewers.find(({ accountId }) => accountId === assignment?.reviewerId);
      await reviewer
        ?.post(`/assignments/${assignment?.id}/decline`, { reason: 'Bin in der Zeit im Ausland.' })
        .expect(200);
      const plan = await propose();
      const again = plan.pairs.filter(
        (pair) => pair.applicationId === assignment?.applicationId && pair.reviewerId === assignment?.reviewerId,
      );
      expect(again).toEqual([]);
    });

    it('is refused before the review stage, with an unknown field, and to everybody but the coordinator', async () => {
      const draft = await world.api.createCall({ members: { 'koordination@demo.example': ['coordinator'] } });
      const early = await world.coordinator.post(`/calls/${draft.id}/assignment-proposals`, {}).expect(409);
      expect(early.body.code).toBe('REVIEW.STAGE_NOT_OPEN');
      await world.coordinator.post(`/calls/${call.id}/assignment-proposals`, { load: 3 }).expect(400);
      await world.coordinator
        .post(`/calls/${call.id}/assignment-proposals`, { reviewersPerApplication: 3 })
        .expect(400);
      for (const client of [world.reviewers[0], world.examiner, world.auditor, world.juror])
        await client.post(`/calls/${call.id}/assignment-proposals`, {}).expect(403);
      await world.stranger.post(`/calls/${call.id}/assignment-proposals`, {}).expect(404);
      await world.coordinator.post(`/calls/${NO_SUCH_ID}/assignment-proposals`, {}).expect(404);
    });
  });

  describe('single assignments', () => {
    let call: CallResponse;
    let applications: ApplicationResponse[];
    beforeAll(async () => {
      ({ call, applications } = await world.callInReview(3));
    });
    const post = (pairs: object[], more: object = {}) =>
      world.coordinator.post(`/calls/${call.id}/assignments`, { pairs, ...more });
    const idOf = (index: number): string => applications[index]?.id ?? '';
    const person = (index: 0 | 1 | 2 | 3): string => world.reviewers[index].accountId ?? '';

    it('are all made or none, and each one that is not possible is named', async () => {
      await world.coordinator
        .post(`/calls/${call.id}/conflicts`, {
          applicationId: idOf(1),
          accountId: person(1),
          ground: 'economic',
          note: 'Berät die Stadtwerke der Kommune.',
        })
        .expect(201);
      const { body } = await post([
        { applicationId: idOf(0), reviewerId: person(0) },
        { applicationId: idOf(0), reviewerId: person(0) },
        { applicationId: idOf(0), reviewerId: person(1), slot: 1 },
        { applicationId: idOf(1), reviewerId: person(1) },
        { applicationId: idOf(2), reviewerId: world.juror.accountId },
        { applicationId: NO_SUCH_ID, reviewerId: person(0) },
        { applicationId: idOf(2), reviewerId: person(2), slot: 3 },
      ]).expect(422);
      expect(body.code).toBe('ASSIGNMENT.NOT_POSSIBLE');
      expect(codes(body)).toEqual([
        ['pairs.1.reviewerId', 'ASSIGNMENT.REVIEWER_TWICE'],
        ['pairs.2.slot', 'ASSIGNMENT.SLOT_TAKEN'],
        ['pairs.3.reviewerId', 'ASSIGNMENT.IN_CONFLICT'],
        ['pairs.4.reviewerId', 'ASSIGNMENT.NOT_A_REVIEWER'],
        ['pairs.5.applicationId', 'ASSIGNMENT.APPLICATION_UNKNOWN'],
        ['pairs.6.slot', 'ASSIGNMENT.THIRD_NOT_ORDERED'],
      ]);
      expect(body.errors[2].message).toBe(
        'Gustav Uhland has a conflict of interest on B-002. Please choose somebody else.',
      );
      expect(await world.api.look('SELECT 1 FROM kuer.assignments WHERE call_id = $1', [call.id])).toEqual([]);
    });

    it('fill the free slots, and no more than there are', async () => {
      await post([{ applicationId: idOf(0), reviewerId: person(0) }]).expect(201);
      const second = await post([{ applicationId: idOf(0), reviewerId: person(1) }]).expect(201);
      expect(second.body.items[0].slot).toBe(2);
      const third = await post([{ applicationId: idOf(0), reviewerId: person(2) }]).expect(422);
      expect(codes(third.body)).toEqual([['pairs.0', 'ASSIGNMENT.NO_FREE_SLOT']]);
      const twice = await post([{ applicationId: idOf(0), reviewerId: person(0) }]).expect(422);
      expect(codes(twice.body)).toEqual([['pairs.0.reviewerId', 'ASSIGNMENT.REVIEWER_TWICE']]);
    });

    it('are refused for an application that is not formally accepted, a day in the past, an empty list', async () => {
      await world.coordinator
        .post(`/applications/${idOf(2)}/withdraw`, { reason: 'Die Kommune zieht zurück.' })
        .expect(200);
      const withdrawn = await post([{ applicationId: idOf(2), reviewerId: person(0) }]).expect(422);
      expect(codes(withdrawn.body)).toEqual([['pairs.0.applicationId', 'ASSIGNMENT.APPLICATION_NOT_ACCEPTED']]);
      const past = await post([{ applicationId: idOf(1), reviewerId: person(0) }], { dueOn: '2001-02-03' }).expect(422);
      expect(codes(past.body)).toEqual([['dueOn', 'ASSIGNMENT.DUE_IN_THE_PAST']]);
      await post([]).expect(400);
      await post([{ applicationId: idOf(1), reviewerId: person(0) }], { dueOn: '31.12.2099' }).expect(400);
    });

    it('keep within the load that the call allows', async () => {
      const limited = await world.callInReview(2, (settings) => ({
        ...settings,
        rules: { ...settings.rules, maxReviewsPerReviewer: 1 },
      }));
      const pairs = limited.applications.map(({ id }) => ({ applicationId: id, reviewerId: person(0) }));
      const { body } = await world.coordinator.post(`/calls/${limited.call.id}/assignments`, { pairs }).expect(422);
      expect(codes(body)).toEqual([['pairs.1.reviewerId', 'ASSIGNMENT.LOAD_EXCEEDED']]);
    });

    it('once for an Idempotency-Key, however often it is sent', async () => {
      const send = () =>
        post([{ applicationId: idOf(1), reviewerId: person(2) }])
          .set('Idempotency-Key', 'assign-once-1')
          .expect(201);
      const [first, second] = [await send(), await send()];
      expect(second.body).toEqual(first.body);
    });

    it('two at once for one slot: one of them is refused', async () => {
      const race = await world.callInReview(1);
      const applicationId = race.applications[0]?.id;
      const send = (reviewerId: string) =>
        world.coordinator.post(`/calls/${race.call.id}/assignments`, {
          pairs: [{ applicationId, reviewerId, slot: 1 }],
        });
      const answers = await Promise.all([send(person(0)), send(person(1))]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    });
  });

  describe('an answer', () => {
    let call: CallResponse;
    let applications: ApplicationResponse[];
    let assignments: AssignmentResponse[];
    beforeAll(async () => {
      ({ call, applications } = await world.callInReview(3));
      assignments = [];
      for (const { id } of applications)
        assignments.push(...(await world.assign(call.id, id, world.reviewers[0], world.reviewers[1])));
    });
    const own = (index: number): string => assignments[index * 2]?.id ?? '';

    it('is asked for with number, title and parties, and the conflict question first', async () => {
      const { body } = await world.reviewers[0].get(`/calls/${call.id}/my-assignments`).expect(200);
      expect(body.items).toHaveLength(3);
      expect(body.items[0]).toMatchObject({
        applicationNumber: 'B-001',
        title: 'Digitale Mitte Auenstedt',
        leadName: 'Auenstedt',
        partnerNames: [],
        state: 'assigned',
        needsConflictAnswer: true,
        isInConflict: false,
        reviewId: null,
        scored: 0,
        criteria: 12,
      });
      const refused = await world.reviewers[0].post(`/assignments/${own(0)}/accept`).expect(409);
      expect(refused.body.code).toBe('ASSIGNMENT.CONFLICT_QUESTION_OPEN');
    });

    it('yes opens the review, once', async () => {
      await world.reviewers[0]
        .post(`/applications/${applications[0]?.id}/conflict-statement`, { hasConflict: false })
        .expect(200);
      const { body } = await world.reviewers[0].post(`/assignments/${own(0)}/accept`).expect(200);
      expect(body).toMatchObject({ state: 'accepted', reviewState: 'in_progress', needsConflictAnswer: false });
      expect(await eventsOf(world.api, applications[0]?.id ?? '')).toEqual(
        expect.arrayContaining(['ASSIGNMENT_ACCEPTED', 'REVIEW_STARTED']),
      );
      const again = await world.reviewers[0].post(`/assignments/${own(0)}/accept`).expect(409);
      expect(again.body).toMatchObject({
        code: 'ASSIGNMENT.TRANSITION_NOT_ALLOWED',
        detail: 'This assignment is accepted already; you can not accept it any more.',
      });
    });

    it('no frees the slot, with a reason', async () => {
      await world.reviewers[0].post(`/assignments/${own(1)}/decline`, {}).expect(400);
      await world.reviewers[0].post(`/assignments/${own(1)}/decline`, { reason: 'Keine Zeit bis Mai.' }).expect(200);
      const { body } = await world.coordinator
        .get(`/calls/${call.id}/assignments?state=declined&applicationId=${applications[1]?.id}`)
        .expect(200);
      expect(body.items).toMatchObject([{ declineReason: 'Keine Zeit bis Mai.', slot: 1 }]);
      const replaced = await world.assign(call.id, applications[1]?.id ?? '', world.reviewers[2]);
      expect(replaced[0]?.slot).toBe(1);
    });

    it('is nobody else’s to give', async () => {
      for (const client of [world.reviewers[1], world.reviewers[3], world.stranger, world.juror, world.auditor])
        await client.post(`/assignments/${own(2)}/accept`).expect(404);
      await world.coordinator.post(`/assignments/${own(2)}/accept`).expect(404);
      await world.reviewers[0].post(`/assignments/${NO_SUCH_ID}/accept`).expect(404);
      await world.reviewers[0].post(`/assignments/not-an-id/accept`).expect(404);
    });

    it('can be taken back by the coordinator, with a reason; the draft stays on file and is closed to its author', async () => {
      const { body: mine } = await world.reviewers[0].get(`/calls/${call.id}/my-assignments`).expect(200);
      const reviewId = mine.items[0].reviewId;
      await world.reviewers[0]
        .put(`/reviews/${reviewId}/scores/K1`, { value: 4, justification: 'Gut belegt.', version: 0 })
        .expect(200);
      await world.reviewers[0].post(`/assignments/${own(0)}/revoke`, { reason: 'Nicht mehr nötig.' }).expect(403);
      await world.auditor.post(`/assignments/${own(0)}/revoke`, { reason: 'Nicht mehr nötig.' }).expect(404);
      await world.coordinator.post(`/assignments/${own(0)}/revoke`, { reason: 'x' }).expect(400);
      const { body } = await world.coordinator
        .post(`/assignments/${own(0)}/revoke`, { reason: 'Fristverzug trotz Erinnerung.' })
        .expect(200);
      expect(body).toMatchObject({ state: 'revoked', revokeReason: 'Fristverzug trotz Erinnerung.', scored: 1 });
      await world.reviewers[0].get(`/reviews/${reviewId}`).expect(404);
      await world.reviewers[0].put(`/reviews/${reviewId}/scores/K1`, { value: 5, version: 1 }).expect(404);
      const kept = await world.api.look<{ value: string }>(
        `SELECT s.value FROM kuer.scores s JOIN kuer.review_versions v ON v.id = s.review_version_id WHERE v.review_id = $1`,
        [reviewId],
      );
      expect(kept.map(({ value }) => Number(value))).toEqual([4]);
      const again = await world.coordinator
        .post(`/assignments/${own(0)}/revoke`, { reason: 'Noch einmal.' })
        .expect(409);
      expect(again.body.code).toBe('ASSIGNMENT.TRANSITION_NOT_ALLOWED');
    });
  });

  describe('the list', () => {
    let call: CallResponse;
    beforeAll(async () => {
      const made = await world.callInReview(2);
      call = made.call;
      const [first, second] = made.applications;
      const [reviewId] = await world.reviewsOf(call.id, first?.id ?? '', world.reviewers[0], world.reviewers[1]);
      await world.assign(call.id, second?.id ?? '', world.reviewers[2]);
      for (const criterion of ['K1', 'K2', 'K3'])
        await world.reviewers[0].put(`/reviews/${reviewId}/scores/${criterion}`, { value: 3, version: 0 }).expect(200);
    });

    it('shows how far each review is, and none of its values', async () => {
      const { body } = await world.coordinator.get(`/calls/${call.id}/assignments`).expect(200);
      expect(body.total).toBe(3);
      expect(
        body.items.map(({ applicationNumber, slot, scored }: AssignmentResponse) => [applicationNumber, slot, scored]),
      ).toEqual([
        ['B-001', 1, 3],
        ['B-001', 2, 0],
        ['B-002', 1, null],
      ]);
      expect(JSON.stringify(body)).not.toMatch(/"value"|justification|total":\d+\.\d/);
    });

    it('is paged, sorted and filtered', async () => {
      const first = await world.auditor.get(`/calls/${call.id}/assignments?limit=2&sort=-reviewerName`).expect(200);
      expect(first.body.items.map(({ reviewerName }: AssignmentResponse) => reviewerName)).toEqual([
        'Gustav Uhland',
        'Greta Achten',
      ]);
      const rest = await world.auditor
        .get(`/calls/${call.id}/assignments?limit=2&sort=-reviewerName&cursor=${first.body.nextCursor}`)
        .expect(200);
      expect(rest.body.items.map(({ reviewerName }: AssignmentResponse) => reviewerName)).toEqual(['Gabi Unruh']);
      const mine = await world.coordinator
        .get(`/calls/${call.id}/assignments?reviewerId=${world.reviewers[2].accountId}`)
        .expect(200);
      expect(mine.body.items).toHaveLength(1);
      await world.coordinator.get(`/calls/${call.id}/assignments?sort=value`).expect(400);
    });

    it('is for coordinators and auditors only', async () => {
      for (const client of [world.reviewers[0], world.juror, world.examiner])
        await client.get(`/calls/${call.id}/assignments`).expect(403);
      await world.stranger.get(`/calls/${call.id}/assignments`).expect(404);
      await world.coordinator.get(`/calls/${call.id}/my-assignments`).expect(403);
    });
  });
});
