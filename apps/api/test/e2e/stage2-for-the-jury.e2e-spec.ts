import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationResponse, CallResponse } from '@kuer/contract';
import { download, ReviewWorld } from '../support/review-world.js';

jest.setTimeout(180_000);

describe('what stage 2 hands to the jury', () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world?.close());

  describe('in the jury stage', () => {
    let call: CallResponse;
    let applications: ApplicationResponse[];
    let a: string;
    const idOf = (index: number): string => applications[index]?.id ?? '';

    beforeAll(async () => {
      ({ call, applications } = await world.callInReview(3));
      [a] = await world.reviewed(call.id, idOf(0), 5, 5);
      await world.reviewed(call.id, idOf(1), 4, 4);
      await world.reviewed(call.id, idOf(2), 3, 3);
      const { body: missing } = await world.coordinator.get(`/calls/${call.id}/readiness`).expect(200);
      expect(missing.missing.map(({ code }: { code: string }) => code)).toEqual(
        Array(3).fill('READINESS.RECOMMENDATION_MISSING'),
      );
      await world.coordinator.post(`/calls/${call.id}/recommendations`, { confirmDerived: true }).expect(200);
      await world.coordinator.post(`/calls/${call.id}/transitions`, { to: 'jury' }).expect(200);
    });

    it('the ranking was kept with its inputs as it opened', async () => {
      const [version] = await world.api.look<{ number: number; inputs: object }>(
        'SELECT number, inputs FROM kuer.ranking_versions WHERE call_id = $1',
        [call.id],
      );
      expect(version).toMatchObject({
        number: 1,
        inputs: { method: 'mean', applications: 3, reviews: 6, thresholds: { total: 60 } },
      });
      const entries = await world.api.look<{ rank: number; inputs: { reviews: object[] } }>(
        'SELECT e.rank, e.inputs FROM kuer.ranking_entries e WHERE e.call_id = $1 ORDER BY e.rank',
        [call.id],
      );
      expect(entries.map(({ rank }) => rank)).toEqual([1, 2, 3]);
      expect(entries[0]?.inputs.reviews).toMatchObject([
        { label: 'A', total: 100 },
        { label: 'B', total: 100 },
      ]);
      const [event] = await world.api.look<{ payload: { result: object[] } }>(
        `SELECT payload FROM kuer.audit_events WHERE call_id = $1 AND type = 'RANKING_KEPT'`,
        [call.id],
      );
      expect(event?.payload.result).toHaveLength(3);
    });

    it('I5 the jury reads results and reviews as A and B, never a name', async () => {
      const rows = await world.resultsOf(call.id, '', world.juror);
      expect(rows.map(({ rank, total }) => [rank, total])).toEqual([
        [1, 100],
        [2, 80],
        [3, 60],
      ]);
      expect(rows[0]?.reviews).toMatchObject([
        { label: 'A', reviewer: null },
        { label: 'B', reviewer: null },
      ]);
      expect(rows[0]?.abilities).toEqual([]);
      const review = (await world.juror.get(`/reviews/${a}`).expect(200)).body;
      expect(review).toMatchObject({ label: 'A', reviewer: null, dueOn: null, isOwn: false, abilities: [] });
      const list = (await world.chair.get(`/applications/${idOf(0)}/reviews`).expect(200)).body;
      const versions = (await world.juror.get(`/reviews/${a}/versions`).expect(200)).body;
      const severity = (await world.juror.get(`/calls/${call.id}/results/severity`).expect(200)).body;
      expect(severity.items).toMatchObject([
        { reviewer: null, reviews: 3, meanDifference: 0 },
        { reviewer: null, reviews: 3, meanDifference: 0 },
      ]);
      const agreement = (await world.juror.get(`/calls/${call.id}/results/agreement`).expect(200)).body;
      expect(agreement.items[0]).toMatchObject({ key: 'K1', pairs: 3, exact: 1 });
      const csv = (
        (await download(world.juror, `/calls/${call.id}/results/export?format=csv`)).body as Buffer
      ).toString('utf8');
      const ids = world.reviewers.map(({ accountId }) => accountId ?? '');
      for (const text of [JSON.stringify([rows, review, list, versions, severity, agreement]), csv])
        for (const name of ['Achten', 'Uhland', ...ids]) expect(text).not.toContain(name);
    });

    it('I5 a recused juror sees that an application exists, and the others at their true places', async () => {
      await world.juror
        .post(`/calls/${call.id}/conflicts`, {
          applicationId: idOf(0),
          ground: 'own_municipality',
          note: 'Wohnt dort.',
        })
        .expect(201);
      const rows = await world.resultsOf(call.id, '?sort=number', world.juror);
      expect(rows[0]).toMatchObject({
        number: 'B-001',
        isRecused: true,
        title: null,
        leadName: null,
        reviews: [],
        total: null,
        rank: null,
        divergence: null,
      });
      expect(rows.slice(1).map(({ rank }) => rank)).toEqual([2, 3]);
      expect([403, 404]).toContain((await world.juror.get(`/reviews/${a}`)).status);
      expect([403, 404]).toContain((await world.juror.get(`/applications/${idOf(0)}/reviews`)).status);
      const csv = (
        (await download(world.juror, `/calls/${call.id}/results/export?format=csv`)).body as Buffer
      ).toString('utf8');
      expect(csv).not.toContain('Auenstedt');
    });

    it('reviews do not move any more', async () => {
      const reopened = await world.coordinator
        .post(`/reviews/${a}/reopen`, { reason: 'Noch eine Änderung.' })
        .expect(409);
      expect(reopened.body.code).toBe('REVIEW.STAGE_NOT_OPEN');
      const third = await world.coordinator
        .post(`/applications/${idOf(0)}/third-review`, { reviewerId: world.reviewers[2].accountId, reason: 'Zu spät.' })
        .expect(409);
      expect(third.body.code).toBe('REVIEW.STAGE_NOT_OPEN');
      const pairs = [{ applicationId: idOf(0), reviewerId: world.reviewers[2].accountId }];
      await world.coordinator.post(`/calls/${call.id}/assignments`, { pairs }).expect(409);
    });

    it('a step back and forth keeps another version of the ranking', async () => {
      await world.coordinator
        .post(`/calls/${call.id}/transitions`, { to: 'review', reason: 'Ein Gutachten fehlt doch noch.' })
        .expect(200);
      await world.juror.get(`/calls/${call.id}/results`).expect(403);
      await world.juror.get(`/reviews/${a}`).expect(404);
      await world.coordinator.post(`/calls/${call.id}/transitions`, { to: 'jury' }).expect(200);
      const numbers = await world.api.look<{ number: number }>(
        'SELECT number FROM kuer.ranking_versions WHERE call_id = $1 ORDER BY number',
        [call.id],
      );
      expect(numbers.map(({ number }) => number)).toEqual([1, 2]);
    });
  });

  it('a ranking is kept whole, also where the coordinator is in conflict with an application', async () => {
    const { call, applications } = await world.callInReview(2);
    const [first, second] = applications;
    await world.reviewed(call.id, first?.id ?? '', 5, 5);
    await world.reviewed(call.id, second?.id ?? '', 3, 3);
    await world.coordinator2
      .post(`/calls/${call.id}/conflicts`, { applicationId: first?.id, ground: 'family', note: 'Bruder im Rat.' })
      .expect(201);
    // The hidden one keeps its place, so that the one below it is second.
    const rows = await world.resultsOf(call.id, '?sort=number', world.coordinator2);
    expect(rows.map(({ isRecused, rank }) => [isRecused, rank])).toEqual([
      [true, null],
      [false, 2],
    ]);
    const { body } = await world.coordinator2
      .post(`/calls/${call.id}/recommendations`, { confirmDerived: true })
      .expect(200);
    expect(body).toMatchObject({ confirmed: 1, unconfirmed: [{ code: 'RECOMMENDATION.OWN_CONFLICT' }] });
    await world.coordinator.post(`/calls/${call.id}/recommendations`, { confirmDerived: true }).expect(200);
    await world.coordinator2.post(`/calls/${call.id}/transitions`, { to: 'jury' }).expect(200);
    const entries = await world.api.look<{ rank: number; total: number }>(
      'SELECT rank, total FROM kuer.ranking_entries WHERE call_id = $1 ORDER BY rank',
      [call.id],
    );
    expect(entries).toEqual([
      { rank: 1, total: 100 },
      { rank: 2, total: 60 },
    ]);
  });
});
