import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AgreementRow, ApplicationResponse, CallResponse, ResultRow, SeverityRow } from '@kuer/contract';
import { readSheet } from 'read-excel-file/node';
import { eventsOf } from '../support/applications.js';
import { download, ReviewWorld } from '../support/review-world.js';

jest.setTimeout(180_000);

describe('results over HTTP', () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world?.close());

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
      await world.reviewed(call.id, idOf(0), 4, 3);
      await world.reviewed(call.id, idOf(1), 3, 4);
      await world.reviewed(call.id, idOf(2), 3, 2);
      const weakInG2 = (criterion: string) => (['K6', 'K7', 'K8'].includes(criterion) ? 2 : 4);
      await world.reviewed(call.id, idOf(3), weakInG2, weakInG2);
      const [only = ''] = await world.reviewsOf(call.id, idOf(4), world.reviewers[2], world.reviewers[3]);
      await world.submitted(world.reviewers[2], only, 5);
    });

    it('are means of the review totals, ranked with ties', async () => {
      const rows = await world.resultsOf(call.id);
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
      const weak = await world.resultOf(call.id, idOf(3));
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
      const missing = await world.resultOf(call.id, idOf(4));
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
      expect((await world.resultsOf(call.id, '?recommendation=not_recommended')).map(({ number }) => number)).toEqual([
        'B-004',
        'B-003',
      ]);
      expect(await world.resultsOf(call.id, '?divergent=true')).toEqual([]);
      expect(await world.resultsOf(call.id, '?portfolioGroup=grossstaedte')).toEqual([]);
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
      const xlsx = await download(world.coordinator, `/calls/${call.id}/results/export`, 'de');
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
      const csv = await download(
        world.auditor,
        `/calls/${call.id}/results/export?format=csv&recommendation=recommended`,
      );
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
      const row = await world.resultOf(call.id, idOf(0));
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
      const [review] = (await world.resultOf(call.id, idOf(1))).reviews;
      await world.coordinator
        .post(`/reviews/${review?.reviewId}/reopen`, { reason: 'K1 beruht auf einer alten Fassung.' })
        .expect(200);
      const open = await world.resultOf(call.id, idOf(1));
      expect(open).toMatchObject({
        state: 'in_review',
        total: null,
        rank: null,
        recommendation: { derived: null, outcome: null },
      });
      // The others keep their places.
      expect((await world.resultOf(call.id, idOf(0))).rank).toBe(1);
    });
  });
});
