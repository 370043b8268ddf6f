import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type {
  AgreementRow,
  ApplicationResponse,
  CallResponse,
  ResultRow,
  ReviewResponse,
  SeverityRow,
} from '@kuer/contract';
import { readSheet } from 'read-excel-file/node';
import { eventsOf } from '../support/applications.js';
import type { Client } from '../support/client.js';
import { ReviewWorld } from '../support/review-world.js';

jest.setTimeout(180_000);

const binary = (client: Client, path: string, language = 'en') =>
  client
    .get(path)
    .set('Accept-Language', language)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);

describe('results over HTTP', () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world?.close());

  const resultsOf = async (call: CallResponse, query = '', client = world.coordinator): Promise<ResultRow[]> =>
    (await client.get(`/calls/${call.id}/results${query}`).expect(200)).body.items;
  const resultOf = async (
    call: CallResponse,
    applicationId: string,
    client = world.coordinator,
  ): Promise<ResultRow> => {
    const found = (await resultsOf(call, '', client)).find((row) => row.applicationId === applicationId);
    if (!found) throw new Error('no such row');
    return found;
  };

  /** Two reviews of one application, submitted with these values. */
  async function reviewed(
    callId: string,
    applicationId: string,
    first: number | ((criterion: string) => number),
    second: number | ((criterion: string) => number),
    verdicts: ['eligible' | 'not_eligible', 'eligible' | 'not_eligible'] = ['eligible', 'eligible'],
  ): Promise<[string, string]> {
    const [a = '', b = ''] = await world.reviewsOf(callId, applicationId, world.reviewers[0], world.reviewers[1]);
    await world.submitted(world.reviewers[0], a, first, verdicts[0]);
    await world.submitted(world.reviewers[1], b, second, verdicts[1]);
    return [a, b];
  }

  describe('figures', () => {
    let call: CallResponse;
    let applications: ApplicationResponse[];
    const idOf = (index: number): string => applications[index]?.id ?? '';

    beforeAll(async () => {
      // One level apart on every criterion is no divergence here.
      ({ call, applications } = await world.callInReview(5, (settings) => ({
        ...settings,
        thresholds: { ...settings.thresholds, divergencePoints: 30 },
      })));
      // 70 and 70: a tie at the top. 50: below the total. 70 with a weak group. And one with a single review.
      await reviewed(call.id, idOf(0), 4, 3);
      await reviewed(call.id, idOf(1), 3, 4);
      await reviewed(call.id, idOf(2), 3, 2);
      const weakInG2 = (criterion: string) => (['K6', 'K7', 'K8'].includes(criterion) ? 2 : 4);
      await reviewed(call.id, idOf(3), weakInG2, weakInG2);
      const [only = ''] = await world.reviewsOf(call.id, idOf(4), world.reviewers[2], world.reviewers[3]);
      await world.submitted(world.reviewers[2], only, 5);
    });

    it('are means of the review totals, ranked with ties', async () => {
      const rows = await resultsOf(call);
      expect(
        rows.map(({ number, total, rank, rankTied }) => [number, total && Math.round(total), rank, rankTied]),
      ).toEqual([
        ['B-001', 70, 1, true],
        ['B-002', 70, 1, true],
        ['B-004', 70, 1, true],
        ['B-003', 50, 4, false],
        ['B-005', null, null, false],
      ]);
      expect(rows[0]).toMatchObject({
        interval: null,
        reviewsExpected: 2,
        groupTotals: { G1: 70, G2: 70, G3: 70 },
        reviews: [
          { label: 'A', total: 80, scores: { K1: 4 }, verdict: 'eligible', reviewer: { name: 'Greta Achten' } },
          { label: 'B', total: 60, scores: { K12: 3 }, reviewer: { name: 'Gustav Uhland' } },
        ],
      });
    });

    it('say whether an application is eligible, and why, in words', async () => {
      const weak = await resultOf(call, idOf(3));
      expect(weak.eligibility?.eligible).toBe(false);
      expect(weak.eligibility?.reasons.map(({ code }) => code)).toEqual([
        'ELIGIBILITY.TOTAL_REACHED',
        'ELIGIBILITY.GROUP_REACHED',
        'ELIGIBILITY.GROUP_MISSED',
        'ELIGIBILITY.GROUP_REACHED',
      ]);
      expect(weak.eligibility?.reasons[2]?.message).toBe(
        'G2 Netzwerkstadt: Einbezug der Akteure und lokale Ressourcen: 40 of 100, the threshold of 50 is missed.',
      );
      expect(weak.recommendation.derived).toBe('not_recommended');
      const missing = await resultOf(call, idOf(4));
      expect(missing.eligibility).toEqual({
        eligible: null,
        reasons: [{ code: 'ELIGIBILITY.REVIEWS_MISSING', message: 'Not all reviews are submitted yet.' }],
      });
      expect(missing.recommendation).toMatchObject({ derived: null, outcome: null });
      const german = await world.coordinator.get(`/calls/${call.id}/results`).set('Accept-Language', 'de').expect(200);
      expect(german.body.items[3].eligibility.reasons[0].message).toBe(
        'Gesamtwert 50 von 100: Die Schwelle von 60 ist nicht erreicht.',
      );
    });

    it('are paged, sorted and filtered', async () => {
      const first = await world.auditor.get(`/calls/${call.id}/results?sort=-number&limit=2`).expect(200);
      expect(first.body.items.map(({ number }: ResultRow) => number)).toEqual(['B-005', 'B-004']);
      expect(first.body.total).toBe(5);
      const next = await world.auditor
        .get(`/calls/${call.id}/results?sort=-number&limit=2&cursor=${first.body.nextCursor}`)
        .expect(200);
      expect(next.body.items.map(({ number }: ResultRow) => number)).toEqual(['B-003', 'B-002']);
      expect((await resultsOf(call, '?recommendation=not_recommended')).map(({ number }) => number)).toEqual([
        'B-004',
        'B-003',
      ]);
      expect(await resultsOf(call, '?divergent=true')).toEqual([]);
      expect(await resultsOf(call, '?portfolioGroup=grossstaedte')).toEqual([]);
      await world.coordinator.get(`/calls/${call.id}/results?sort=secret`).expect(400);
      await world.coordinator.get(`/calls/${call.id}/results?divergent=maybe`).expect(400);
    });

    it('say how reviewers agree, and how strict each is', async () => {
      const agreement = (await world.coordinator.get(`/calls/${call.id}/results/agreement`).expect(200)).body
        .items as AgreementRow[];
      expect(agreement.map(({ key }) => key)).toEqual([
        ...Array.from({ length: 12 }, (_, index) => `K${index + 1}`),
        'G1',
        'G2',
        'G3',
        'total',
      ]);
      expect(agreement[0]).toEqual({ key: 'K1', pairs: 4, exact: 0.25, withinOneStep: 1, meanDifference: 0.75 });
      expect(agreement.at(-1)).toMatchObject({ key: 'total', pairs: 4, exact: 0.25, withinOneStep: null });
      expect(agreement.at(-1)?.meanDifference).toBeCloseTo(15);
      const severity = (await world.auditor.get(`/calls/${call.id}/results/severity`).expect(200)).body
        .items as SeverityRow[];
      expect(severity.map(({ reviewer, reviews }) => [reviewer?.name, reviews])).toEqual([
        ['Gustav Uhland', 4],
        ['Greta Achten', 4],
      ]);
      expect(severity[0]?.meanDifference).toBeCloseTo(-5);
      expect(severity[1]?.meanDifference).toBeCloseTo(5);
    });

    it('are exported as they are shown, as xlsx and csv, in both languages', async () => {
      const xlsx = await binary(world.coordinator, `/calls/${call.id}/results/export`, 'de');
      expect(xlsx.headers['content-disposition']).toBe('attachment; filename="ergebnisse.xlsx"');
      const [heading, ...rows] = await readSheet(xlsx.body as Buffer);
      expect(heading?.slice(0, 4)).toEqual(['Rang', 'Nummer', 'Federführende Kommune', 'Titel']);
      expect(rows.map((row) => row.slice(0, 3))).toEqual([
        [1, 'B-001', 'Auenstedt'],
        [1, 'B-002', 'Birkenhain'],
        [1, 'B-004', 'Erlenbrück'],
        [4, 'B-003', 'Dornfelde'],
        [null, 'B-005', 'Falkenau'],
      ]);
      const csv = await binary(world.auditor, `/calls/${call.id}/results/export?format=csv&recommendation=recommended`);
      const text = (csv.body as Buffer).toString('utf8');
      expect(text.split('\r\n')).toHaveLength(4);
      expect(text).toContain('A: Reviewer');
      await world.coordinator.get(`/calls/${call.id}/results/export?format=pdf`).expect(400);
    });

    it('are for coordinators and auditors; the jury before its stage and all others are refused', async () => {
      for (const client of [world.juror, world.chair, world.reviewers[0], world.examiner])
        for (const path of ['results', 'results/agreement', 'results/severity', 'results/export'])
          await client.get(`/calls/${call.id}/${path}`).expect(403);
      await world.administrator.get(`/calls/${call.id}/results`).expect(403);
      await world.stranger.get(`/calls/${call.id}/results`).expect(404);
    });

    it('are confirmed: all that are clear at once, and the rest named with what stands against it', async () => {
      await world.coordinator.post(`/calls/${call.id}/recommendations`, {}).expect(400);
      await world.coordinator.post(`/calls/${call.id}/recommendations`, { confirmDerived: false }).expect(400);
      await world.auditor.post(`/calls/${call.id}/recommendations`, { confirmDerived: true }).expect(403);
      const { body } = await world.coordinator
        .post(`/calls/${call.id}/recommendations`, { confirmDerived: true })
        .expect(200);
      expect(body).toEqual({
        confirmed: 4,
        unconfirmed: [
          {
            applicationId: idOf(4),
            applicationNumber: 'B-005',
            code: 'RECOMMENDATION.REVIEWS_MISSING',
            message: 'B-005: not all reviews are submitted yet.',
          },
        ],
      });
      expect(await world.stateOf(idOf(0))).toBe('recommended');
      expect(await world.stateOf(idOf(2))).toBe('not_recommended');
      const row = await resultOf(call, idOf(0));
      expect(row.recommendation).toMatchObject({
        derived: 'recommended',
        outcome: 'recommended',
        comment: null,
        confirmedBy: 'Konrad Oswald',
      });
      const [stored] = await world.api.look<{ inputs: { total: number; findings: unknown[] } }>(
        'SELECT inputs FROM kuer.recommendations WHERE application_id = $1',
        [idOf(0)],
      );
      expect(Math.round(stored?.inputs.total ?? 0)).toBe(70);
      expect(stored?.inputs.findings).toHaveLength(4);
      const again = await world.coordinator
        .post(`/calls/${call.id}/recommendations`, { confirmDerived: true })
        .expect(200);
      expect(again.body.confirmed).toBe(0);
    });

    it('one by one: what departs from the derived one needs a comment, what can not be derived is refused', async () => {
      const path = `/applications/${idOf(3)}/recommendation`;
      const bare = await world.coordinator.post(path, { outcome: 'recommended' }).expect(422);
      expect(bare.body).toMatchObject({ code: 'RECOMMENDATION.COMMENT_NEEDED', errors: [{ path: 'comment' }] });
      await world.coordinator.post(path, { outcome: 'recommended', comment: '  ' }).expect(422);
      const { body } = await world.coordinator
        .post(path, { outcome: 'recommended', comment: 'Die Gruppe G2 wird im Projekt nachgeholt.' })
        .expect(200);
      expect(body.recommendation).toMatchObject({
        derived: 'not_recommended',
        outcome: 'recommended',
        comment: 'Die Gruppe G2 wird im Projekt nachgeholt.',
      });
      expect(await world.stateOf(idOf(3))).toBe('recommended');
      const early = await world.coordinator
        .post(`/applications/${idOf(4)}/recommendation`, { outcome: 'recommended', comment: 'Trotzdem.' })
        .expect(409);
      expect(early.body).toMatchObject({
        code: 'RECOMMENDATION.NOT_DERIVABLE',
        errors: [{ code: 'ELIGIBILITY.REVIEWS_MISSING' }],
      });
      await world.coordinator.post(path, { outcome: 'perhaps' }).expect(400);
      for (const client of [world.auditor, world.examiner])
        await client.post(path, { outcome: 'recommended' }).expect(403);
      for (const client of [world.juror, world.stranger, world.reviewers[3]])
        await client.post(path, { outcome: 'recommended' }).expect(404);
      expect((await eventsOf(world.api, idOf(3))).filter((type) => type === 'RECOMMENDATION_CONFIRMED')).toHaveLength(
        2,
      );
    });

    it('lose their recommendation where a review is opened again, until it is confirmed anew', async () => {
      const [review] = (await resultOf(call, idOf(1))).reviews;
      await world.coordinator
        .post(`/reviews/${review?.reviewId}/reopen`, { reason: 'K1 beruht auf einer alten Fassung.' })
        .expect(200);
      const open = await resultOf(call, idOf(1));
      expect(open).toMatchObject({
        state: 'in_review',
        total: null,
        rank: null,
        recommendation: { derived: null, outcome: null },
      });
      // The others keep their places.
      expect((await resultOf(call, idOf(0))).rank).toBe(1);
    });
  });

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
      [a, b] = await reviewed(call.id, idOf(0), 5, 1, ['eligible', 'not_eligible']);
      await reviewed(call.id, idOf(1), 4, 4);
      await reviewed(call.id, idOf(2), 5, 2);
    });

    it('is flagged with its reasons, and keeps the recommendation open', async () => {
      const row = await resultOf(call, idOf(0));
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
      expect((await resultsOf(call, '?divergent=true&sort=number')).map(({ number }) => number)).toEqual([
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
      const ordered = await resultOf(call, idOf(2));
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
      const settled = await resultOf(call, idOf(2));
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

  describe('in the jury stage', () => {
    let call: CallResponse;
    let applications: ApplicationResponse[];
    let a: string;
    const idOf = (index: number): string => applications[index]?.id ?? '';

    beforeAll(async () => {
      ({ call, applications } = await world.callInReview(3));
      [a] = await reviewed(call.id, idOf(0), 5, 5);
      await reviewed(call.id, idOf(1), 4, 4);
      await reviewed(call.id, idOf(2), 3, 3);
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
      const rows = await resultsOf(call, '', world.juror);
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
      const csv = ((await binary(world.juror, `/calls/${call.id}/results/export?format=csv`)).body as Buffer).toString(
        'utf8',
      );
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
      const rows = await resultsOf(call, '?sort=number', world.juror);
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
      const csv = ((await binary(world.juror, `/calls/${call.id}/results/export?format=csv`)).body as Buffer).toString(
        'utf8',
      );
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
    await reviewed(call.id, first?.id ?? '', 5, 5);
    await reviewed(call.id, second?.id ?? '', 3, 3);
    await world.coordinator2
      .post(`/calls/${call.id}/conflicts`, { applicationId: first?.id, ground: 'family', note: 'Bruder im Rat.' })
      .expect(201);
    // The hidden one keeps its place, so that the one below it is second.
    const rows = await resultsOf(call, '?sort=number', world.coordinator2);
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
