import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationResponse, CallResponse, ReviewResponse } from '@kuer/contract';
import { eventsOf } from '../support/applications.js';
import { ReviewWorld } from '../support/review-world.js';

jest.setTimeout(180_000);

describe('divergent reviews over HTTP', () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world?.close());

  describe('a divergence', () => {
    let call: CallResponse;
    let applications: ApplicationResponse[];
    let a: string;
    let b: string;
    const idOf = (index: number): string => applications[index]?.id ?? '';
    const open = (id: string, client = world.coordinator) =>
      client.post(`/applications/${id}/reconciliation`, { reason: 'Die Gutachten liegen weit auseinander.' });
    const close = (id: string, client = world.coordinator) =>
      client.post(`/applications/${id}/reconciliation/close`, { outcome: 'Nach Gespräch geklärt.' });

    beforeAll(async () => {
      ({ call, applications } = await world.callInReview(4));
      [a, b] = await world.reviewed(call.id, idOf(0), 5, 1, ['eligible', 'not_eligible']);
      await world.reviewed(call.id, idOf(1), 4, 4);
      await world.reviewed(call.id, idOf(2), 5, 2);
    });

    it('is flagged with its reasons, and keeps the recommendation open', async () => {
      const row = await world.resultOf(call.id, idOf(0));
      expect(row.divergence).toMatchObject({
        levels: 4,
        criterion: 'K1',
        verdictsDiffer: true,
        flagged: true,
        isOpen: true,
      });
      expect(Math.round(row.divergence?.points ?? 0)).toBe(80);
      expect(row.divergence?.reasons.map(({ message }) => message)).toEqual([
        'The totals are 80 points apart (threshold: 20).',
        'Single scores are 4 levels apart (threshold: 3): K1, K2, K3, K4, K5, K6, K7, K8, K9, K10, K11, K12.',
        'The reviews disagree on eligibility in principle.',
      ]);
      expect(row.eligibility?.eligible).toBeNull();
      expect(row.recommendation.derived).toBeNull();
      expect(row.abilities).toEqual(['reconciliation.open', 'thirdReview.order']);
      expect((await world.resultsOf(call.id, '?divergent=true&sort=number')).map(({ number }) => number)).toEqual([
        'B-001',
        'B-003',
      ]);
      const { body } = await world.coordinator
        .post(`/calls/${call.id}/recommendations`, { confirmDerived: true })
        .expect(200);
      expect(body.confirmed).toBe(1);
      expect(body.unconfirmed.map(({ code }: { code: string }) => code)).toEqual(
        expect.arrayContaining(['RECOMMENDATION.DIVERGENCE_OPEN']),
      );
    });

    it('is reconciled: opened with a reason, by the coordinator, once, and only where there is one', async () => {
      await world.coordinator.post(`/applications/${idOf(0)}/reconciliation`, {}).expect(400);
      await open(idOf(0), world.auditor).expect(403);
      await open(idOf(0), world.reviewers[0]).expect(403);
      await open(idOf(0), world.reviewers[3]).expect(404);
      const none = await open(idOf(1)).expect(409);
      expect(none.body.code).toBe('RECONCILIATION.NO_DIVERGENCE');
      const early = await close(idOf(0)).expect(409);
      expect(early.body.code).toBe('RECONCILIATION.NOT_OPEN');
      const { body } = await open(idOf(0)).expect(201);
      expect(body).toMatchObject({
        state: 'in_reconciliation',
        inReconciliation: true,
        reconciliation: { reason: 'Die Gutachten liegen weit auseinander.', closedAt: null },
        abilities: ['reconciliation.close', 'thirdReview.order'],
      });
      const twice = await open(idOf(0)).expect(409);
      expect(twice.body.code).toBe('RECONCILIATION.ALREADY_OPEN');
      expect(await eventsOf(world.api, idOf(0))).toEqual(
        expect.arrayContaining(['DIVERGENCE_FLAGGED', 'RECONCILIATION_OPENED']),
      );
    });

    it('opens each review to the other reviewer, without a name', async () => {
      const { body } = await world.reviewers[1].get(`/reviews/${a}`).expect(200);
      expect(body).toMatchObject({
        label: 'A',
        state: 'submitted',
        isOwn: false,
        reviewer: null,
        dueOn: null,
        total: 100,
        abilities: [],
      });
      expect(body.reconciliation.reason).toBe('Die Gutachten liegen weit auseinander.');
      const both = await world.reviewers[0].get(`/applications/${idOf(0)}/reviews`).expect(200);
      expect(both.body.items.map(({ label, isOwn }: ReviewResponse) => [label, isOwn])).toEqual([
        ['A', true],
        ['B', false],
      ]);
      expect(JSON.stringify(both.body)).not.toMatch(/Uhland/);
      await world.reviewers[2].get(`/reviews/${a}`).expect(404);
      const mine = await world.reviewers[0].get(`/calls/${call.id}/my-assignments`).expect(200);
      expect(mine.body.items[0]).toMatchObject({ inReconciliation: true });
    });

    it('lets a reviewer amend their own, with a reason, as a new version; the other sees it once it is submitted', async () => {
      await world.reviewers[1].post(`/reviews/${a}/amend`, { reason: 'Fremdes Gutachten.' }).expect(403);
      await world.reviewers[1].post(`/reviews/${b}/amend`, {}).expect(400);
      const { body } = await world.reviewers[1]
        .post(`/reviews/${b}/amend`, { reason: 'Den Finanzplan hatte ich übersehen.' })
        .expect(200);
      expect(body).toMatchObject({
        state: 'in_progress',
        versionNumber: 2,
        reason: 'Den Finanzplan hatte ich übersehen.',
      });
      await world.fill(world.reviewers[1], b, 4, 'eligible');
      const meanwhile = await world.reviewers[0].get(`/reviews/${b}`).expect(200);
      expect(meanwhile.body).toMatchObject({ state: 'submitted', versionNumber: 1, total: 20, reason: null });
      const waiting = await close(idOf(0)).expect(409);
      expect(waiting.body.code).toBe('RECONCILIATION.AMENDMENT_IN_PROGRESS');
      await world.reviewers[1].post(`/reviews/${b}/submit`, {}).expect(200);
      expect((await world.reviewers[0].get(`/reviews/${b}`).expect(200)).body).toMatchObject({
        versionNumber: 2,
        total: 80,
      });
      expect(await world.stateOf(idOf(0))).toBe('in_reconciliation');
    });

    it('is settled when the reconciliation is closed; then each one reads their own only', async () => {
      await world.coordinator.post(`/applications/${idOf(0)}/reconciliation/close`, { outcome: '' }).expect(400);
      await close(idOf(0), world.auditor).expect(403);
      const { body } = await close(idOf(0)).expect(200);
      expect(body).toMatchObject({
        state: 'reviewed',
        inReconciliation: false,
        divergence: { flagged: true, isOpen: false },
        eligibility: { eligible: true },
        recommendation: { derived: 'recommended' },
        reconciliation: { outcome: 'amended', statement: 'Nach Gespräch geklärt.' },
      });
      await world.reviewers[1].get(`/reviews/${a}`).expect(404);
      const again = await close(idOf(0)).expect(409);
      expect(again.body.code).toBe('RECONCILIATION.NOT_OPEN');
    });

    it('or by a third review, counted in the mean; its author sees neither of the others', async () => {
      const order = (body: object, client = world.coordinator) =>
        client.post(`/applications/${idOf(2)}/third-review`, body);
      const request = {
        reviewerId: world.reviewers[2].accountId,
        reason: 'Beide bleiben bei ihrem Urteil.',
        dueOn: '2099-06-30',
      };
      await open(idOf(2)).expect(201);
      await order(request, world.auditor).expect(403);
      await order({ ...request, reason: undefined }).expect(400);
      const twice = await order({ ...request, reviewerId: world.reviewers[0].accountId }).expect(422);
      expect(twice.body.errors).toMatchObject([{ path: 'reviewerId', code: 'ASSIGNMENT.REVIEWER_TWICE' }]);
      await order({ ...request, dueOn: '2001-01-01' }).expect(422);
      expect(await world.stateOf(idOf(2))).toBe('in_reconciliation');

      const { body: assignment } = await order(request).expect(201);
      expect(assignment).toMatchObject({ slot: 3, state: 'assigned', dueOn: '2099-06-30', reviewerName: 'Gabi Unruh' });
      const ordered = await world.resultOf(call.id, idOf(2));
      expect(ordered).toMatchObject({
        state: 'in_review',
        reviewsExpected: 3,
        total: null,
        divergence: { isOpen: true },
        reconciliation: { outcome: 'third_review' },
      });
      const second = await order(request).expect(409);
      expect(['THIRD_REVIEW.ALREADY_ORDERED', 'APPLICATION.TRANSITION_NOT_ALLOWED']).toContain(second.body.code);

      const c = await world.accepted(world.reviewers[2], assignment);
      const [other] = ordered.reviews;
      await world.reviewers[2].get(`/reviews/${other?.reviewId}`).expect(404);
      expect((await world.submitted(world.reviewers[2], c, 5)).label).toBe('C');
      await world.reviewers[2].get(`/reviews/${other?.reviewId}`).expect(404);
      const settled = await world.resultOf(call.id, idOf(2));
      expect(settled).toMatchObject({
        state: 'reviewed',
        total: 80,
        divergence: { flagged: true, isOpen: false },
        eligibility: { eligible: true },
      });
      expect(settled.reviews.map(({ label, total }) => [label, total])).toEqual([
        ['A', 100],
        ['B', 40],
        ['C', 100],
      ]);
    });

    it('a third review is not ordered where nothing diverges', async () => {
      const request = { reviewerId: world.reviewers[2].accountId, reason: 'Sicher ist sicher.' };
      const { body } = await world.coordinator.post(`/applications/${idOf(1)}/third-review`, request).expect(409);
      expect(body.code).toBe('RECONCILIATION.NO_DIVERGENCE');
      const unreviewed = await world.coordinator.post(`/applications/${idOf(3)}/third-review`, request).expect(409);
      expect(unreviewed.body.code).toBe('RECONCILIATION.REVIEWS_INCOMPLETE');
    });
  });
});
