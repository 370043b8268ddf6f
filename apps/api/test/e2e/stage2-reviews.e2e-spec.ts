import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CallResponse, ReviewResponse, ReviewVersionResponse, ScoreResponse } from '@kuer/contract';
import { eventsOf } from '../support/applications.js';
import { CRITERIA, JUSTIFICATION, NO_SUCH_ID, ReviewWorld } from '../support/review-world.js';

jest.setTimeout(120_000);

describe('reviews over HTTP', () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world?.close());

  /** One application with two reviewers who have begun. */
  async function begun(): Promise<{ call: CallResponse; applicationId: string; a: string; b: string }> {
    const { call, applications } = await world.callInReview(1);
    const applicationId = applications[0]?.id ?? '';
    const [a = '', b = ''] = await world.reviewsOf(call.id, applicationId, world.reviewers[0], world.reviewers[1]);
    return { call, applicationId, a, b };
  }
  const read = async (id: string, client = world.reviewers[0]): Promise<ReviewResponse> =>
    (await client.get(`/reviews/${id}`).expect(200)).body;
  const put = (id: string, criterion: string, body: object, client = world.reviewers[0]) =>
    client.put(`/reviews/${id}/scores/${criterion}`, body);

  describe('a draft', () => {
    let review: string;
    let applicationId: string;
    beforeAll(async () => {
      ({ a: review, applicationId } = await begun());
    });

    it('begins empty, with every criterion of the frozen catalogue and what it still needs', async () => {
      const draft = await read(review);
      expect(draft).toMatchObject({
        label: 'A',
        state: 'in_progress',
        versionNumber: 1,
        version: 0,
        total: null,
        groupTotals: {},
        verdict: null,
        isOwn: true,
        reviewer: null,
        submittedAt: null,
        abilities: ['review.write', 'review.submit'],
      });
      expect(draft.scores.map(({ criterion }) => criterion)).toEqual([...CRITERIA]);
      expect(draft.scores.every(({ value, version }) => value === null && version === 0)).toBe(true);
      expect(draft.gaps).toHaveLength(25);
      expect(draft.gaps.at(-1)).toEqual({
        criterion: null,
        code: 'REVIEW.VERDICT_MISSING',
        message: 'Your verdict on eligibility in principle is missing.',
      });
    });

    it('takes a score with its justification, one version for each criterion', async () => {
      const first = (await put(review, 'K1', { value: 3, justification: JUSTIFICATION, version: 0 }).expect(200)).body;
      expect(first).toMatchObject({ criterion: 'K1', value: 3, justification: JUSTIFICATION, version: 1 });
      // Another criterion at the same moment is no collision, and a justification left out stays.
      const [second, other] = await Promise.all([
        put(review, 'K1', { value: 4, version: 1 }),
        put(review, 'K2', { value: 0, justification: '', version: 0 }),
      ]);
      expect(second.body).toMatchObject({ value: 4, justification: JUSTIFICATION, version: 2 });
      expect(other.body).toMatchObject({ value: 0, justification: '', version: 1 });
      const taken = (await put(review, 'K2', { value: null, justification: 'Noch offen.', version: 1 }).expect(200))
        .body;
      expect(taken).toMatchObject({ value: null, justification: 'Noch offen.', version: 2 });
      expect((await read(review)).scores.slice(0, 2)).toMatchObject([{ value: 4 }, { value: null }]);
      expect(await eventsOf(world.api, applicationId)).toEqual(expect.arrayContaining(['SCORE_SAVED']));
    });

    it('refuses a stale version with what is there, and overwrites nothing', async () => {
      const { body } = await put(review, 'K1', { value: 0, version: 1 }).expect(409);
      expect(body.code).toBe('REQUEST.STALE_VERSION');
      expect(body.current).toMatchObject({ criterion: 'K1', value: 4, version: 2 });
      await put(review, 'K1', { value: 0, version: 0 }).expect(409);
      const [one, two] = await Promise.all([
        put(review, 'K3', { value: 1, version: 0 }),
        put(review, 'K3', { value: 2, version: 0 }),
      ]);
      expect([one.status, two.status].sort()).toEqual([200, 409]);
      expect((await read(review)).scores[2]?.version).toBe(1);
    });

    it.each([
      ['above the scale', 'K4', { value: 6, version: 0 }, 'value', 'REVIEW.SCORE_OUT_OF_RANGE'],
      ['below the scale', 'K4', { value: -1, version: 0 }, 'value', 'REVIEW.SCORE_OUT_OF_RANGE'],
      ['between two steps', 'K4', { value: 2.5, version: 0 }, 'value', 'REVIEW.SCORE_OFF_STEP'],
      ['of a criterion of another catalogue', 'K13', { value: 3, version: 0 }, 'criterion', 'REVIEW.UNKNOWN_CRITERION'],
      ['taken back of no criterion', 'x', { value: null, version: 0 }, 'criterion', 'REVIEW.UNKNOWN_CRITERION'],
    ])('refuses a score %s with what, where and how', async (_what, criterion, body, path, code) => {
      const refused = await put(review, criterion, body).expect(422);
      expect(refused.body).toMatchObject({ code, errors: [{ path, code }] });
      expect(refused.body.errors[0].message).toContain(criterion);
      expect((await read(review)).scores[3]).toMatchObject({ value: null, version: 0 });
    });

    it('says it in German too', async () => {
      const { body } = await put(review, 'K4', { value: 7, version: 0 }).set('Accept-Language', 'de').expect(422);
      expect(body.detail).toBe('K4: 7 liegt außerhalb der Skala. Möglich sind Werte von 0 bis 5 in Schritten von 1.');
    });

    it.each([
      ['a word as a value', { value: 'drei', version: 0 }],
      ['no value', { version: 0 }],
      ['no version', { value: 3 }],
      ['a field that is not known', { value: 3, version: 0, weight: 2 }],
      ['an endless justification', { value: 3, version: 0, justification: 'x'.repeat(10_001) }],
    ])('refuses %s (400)', async (_what, body) => {
      await put(review, 'K4', body).expect(400);
    });

    it('takes whatever people write, and answers what no text can hold', async () => {
      const odd = 'Maße ≥ 5 m² – „gut“ 👍 <b>&amp;</b> \u202Eabc; DROP TABLE kuer.scores; --';
      await put(review, 'K5', { value: 3, justification: odd, version: 0 }).expect(200);
      expect((await read(review)).scores[4]?.justification).toBe(odd);
      const broken = await put(review, 'K5', { value: 3, justification: 'a\u0000b', version: 1 });
      expect([400, 422]).toContain(broken.status);
      const path = await put(review, 'K%00', { value: 3, version: 0 });
      expect([400, 404, 422]).toContain(path.status);
      await put(review, "K1'--", { value: 3, version: 0 }).expect(422);
    });

    it('keeps summary and verdict, with a version of their own', async () => {
      const { body } = await world.reviewers[0]
        .patch(`/reviews/${review}`, { summary: 'Solide.', verdict: 'eligible', version: 0 })
        .expect(200);
      expect(body).toMatchObject({ summary: 'Solide.', verdict: 'eligible', version: 1 });
      const stale = await world.reviewers[0]
        .patch(`/reviews/${review}`, { summary: 'Anders.', version: 0 })
        .expect(409);
      expect(stale.body.current).toMatchObject({ summary: 'Solide.', version: 1 });
      const cleared = await world.reviewers[0].patch(`/reviews/${review}`, { verdict: null, version: 1 }).expect(200);
      expect(cleared.body).toMatchObject({ summary: 'Solide.', verdict: null, version: 2 });
      await world.reviewers[0].patch(`/reviews/${review}`, { verdict: 'maybe', version: 2 }).expect(400);
    });

    it('is its author’s alone: the coordinator learns that it is not submitted, others that there is nothing', async () => {
      const { body } = await world.coordinator.get(`/reviews/${review}`).expect(403);
      expect(body.code).toBe('POLICY.REVIEW_NOT_SUBMITTED');
      await world.auditor.get(`/reviews/${review}`).expect(403);
      await world.coordinator.put(`/reviews/${review}/scores/K1`, { value: 1, version: 2 }).expect(403);
      await world.coordinator.post(`/reviews/${review}/submit`, {}).expect(403);
      const reopened = await world.coordinator.post(`/reviews/${review}/reopen`, { reason: 'Zu früh.' }).expect(409);
      expect(reopened.body.code).toBe('REVIEW.NOT_SUBMITTED');
      for (const client of [world.examiner, world.juror, world.stranger, world.administrator])
        await client.get(`/reviews/${review}`).expect(404);
      await world.reviewers[0].get(`/reviews/${NO_SUCH_ID}`).expect(404);
    });

    it('is not submitted with gaps, each of which is named', async () => {
      const { body } = await world.reviewers[0].post(`/reviews/${review}/submit`, {}).expect(422);
      expect(body.code).toBe('REVIEW.INCOMPLETE');
      const found = body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
      expect(found).not.toContain('scores.K1 REVIEW.SCORE_MISSING');
      expect(found).toEqual(
        expect.arrayContaining([
          'scores.K2 REVIEW.SCORE_MISSING',
          'scores.K2 REVIEW.JUSTIFICATION_TOO_SHORT',
          'scores.K12 REVIEW.JUSTIFICATION_MISSING',
          'verdict REVIEW.VERDICT_MISSING',
        ]),
      );
      expect((await read(review)).state).toBe('in_progress');
    });

    it('has no receipt yet', async () => {
      const { body } = await world.reviewers[0].get(`/reviews/${review}/receipt`).expect(409);
      expect(body.code).toBe('REVIEW.NO_RECEIPT_YET');
    });
  });

  describe('a submission', () => {
    let made: Awaited<ReturnType<typeof begun>>;
    beforeAll(async () => {
      made = await begun();
      await world.fill(world.reviewers[0], made.a, 4);
    });

    it('is answered with the totals; sent again with its key, it is the same answer', async () => {
      const version = (await read(made.a)).version;
      const send = () =>
        world.reviewers[0].post(`/reviews/${made.a}/submit`, { version }).set('Idempotency-Key', 'submit-a-1');
      const first = await send().expect(200);
      expect(first.body).toMatchObject({
        state: 'submitted',
        total: 80,
        groupTotals: { G1: 80, G2: 80, G3: 80 },
        gaps: [],
        abilities: [],
      });
      const second = await send().expect(200);
      expect(second.body).toEqual(first.body);
      const bare = await world.reviewers[0].post(`/reviews/${made.a}/submit`, {}).expect(409);
      expect(bare.body.code).toBe('REVIEW.ALREADY_SUBMITTED');
      const [stored] = await world.api.look<{ versions: number }>(
        `SELECT count(*)::int AS versions FROM kuer.review_versions WHERE review_id = $1`,
        [made.a],
      );
      expect(stored?.versions).toBe(1);
    });

    it('is refused with a stale version', async () => {
      await world.fill(world.reviewers[1], made.b, 3);
      const { body } = await world.reviewers[1].post(`/reviews/${made.b}/submit`, { version: 0 }).expect(409);
      expect(body.code).toBe('REQUEST.STALE_VERSION');
      expect(body.current).toMatchObject({ id: made.b, state: 'in_progress' });
    });

    it('is in the trail with every value, and a fingerprint of the words', async () => {
      const [event] = await world.api.look<{ payload: Record<string, unknown> }>(
        `SELECT payload FROM kuer.audit_events WHERE application_id = $1 AND type = 'REVIEW_SUBMITTED'`,
        [made.applicationId],
      );
      expect(event?.payload).toMatchObject({
        reviewId: made.a,
        reviewVersion: 1,
        label: 'A',
        verdict: 'eligible',
        total: 80,
        scores: Object.fromEntries(CRITERIA.map((criterion) => [criterion, 4])),
        textDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    });

    it('can not be declined, edited or patched afterwards', async () => {
      const { body: mine } = await world.reviewers[0].get(`/calls/${made.call.id}/my-assignments`).expect(200);
      const declined = await world.reviewers[0]
        .post(`/assignments/${mine.items[0].id}/decline`, { reason: 'Doch lieber nicht.' })
        .expect(409);
      expect(declined.body.code).toBe('ASSIGNMENT.REVIEW_SUBMITTED');
      for (const refused of [
        await put(made.a, 'K1', { value: 1, version: 1 }).expect(409),
        await world.reviewers[0].patch(`/reviews/${made.a}`, { summary: 'Neu.', version: 1 }).expect(409),
      ])
        expect(refused.body.code).toBe('REVIEW.ALREADY_SUBMITTED');
    });

    it('leaves the application in review until the last one', async () => {
      expect(await world.stateOf(made.applicationId)).toBe('in_review');
      await world.reviewers[1].post(`/reviews/${made.b}/submit`, {}).expect(200);
      expect(await world.stateOf(made.applicationId)).toBe('reviewed');
    });

    it('completes the stage also where both come at the same moment', async () => {
      const race = await begun();
      await world.fill(world.reviewers[0], race.a, 3);
      await world.fill(world.reviewers[1], race.b, 3);
      const answers = await Promise.all([
        world.reviewers[0].post(`/reviews/${race.a}/submit`, {}),
        world.reviewers[1].post(`/reviews/${race.b}/submit`, {}),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(await world.stateOf(race.applicationId)).toBe('reviewed');
    });

    it('sent twice at the same moment is done once', async () => {
      const race = await begun();
      await world.fill(world.reviewers[0], race.a, 3);
      const answers = await Promise.all([
        world.reviewers[0].post(`/reviews/${race.a}/submit`, {}),
        world.reviewers[0].post(`/reviews/${race.a}/submit`, {}),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('has a receipt for its author, tagged and in their language', async () => {
      const german = await world.reviewers[0]
        .get(`/reviews/${made.a}/receipt`)
        .set('Accept-Language', 'de')
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200);
      expect(german.headers['content-type']).toBe('application/pdf');
      expect(german.headers['content-disposition']).toBe('inline; filename="gutachten-B-001-A.pdf"');
      const pdf = (german.body as Buffer).toString('latin1');
      expect(pdf.startsWith('%PDF-1.7')).toBe(true);
      expect(pdf).toContain('/MarkInfo');
      expect(pdf).toContain('/StructTreeRoot');
      expect(pdf).toMatch(/\/Lang \(de-DE\)/);
      await world.coordinator.get(`/reviews/${made.a}/receipt`).expect(403);
      await world.reviewers[1].get(`/reviews/${made.a}/receipt`).expect(404);
    });

    it('is read by coordinator and auditor, with the name, and by nobody of the jury before its stage', async () => {
      for (const client of [world.coordinator, world.auditor]) {
        const { body } = await client.get(`/reviews/${made.a}`).expect(200);
        expect(body).toMatchObject({ state: 'submitted', total: 80, isOwn: false, reviewer: { name: 'Greta Achten' } });
        const list = await client.get(`/applications/${made.applicationId}/reviews`).expect(200);
        expect(list.body.items.map(({ label }: ReviewResponse) => label)).toEqual(['A', 'B']);
      }
      await world.juror.get(`/reviews/${made.a}`).expect(404);
      await world.juror.get(`/applications/${made.applicationId}/reviews`).expect(404);
      await world.examiner.get(`/applications/${made.applicationId}/reviews`).expect(404);
    });
  });

  describe('reopened by the coordinator', () => {
    let made: Awaited<ReturnType<typeof begun>>;
    beforeAll(async () => {
      made = await begun();
      await world.submitted(world.reviewers[0], made.a, 4);
      await world.submitted(world.reviewers[1], made.b, 3);
    });
    const reason = 'Bei K3 wurde eine alte Fassung der Skizze bewertet.';

    it('needs a reason, and the coordinator', async () => {
      await world.coordinator.post(`/reviews/${made.a}/reopen`, {}).expect(400);
      await world.auditor.post(`/reviews/${made.a}/reopen`, { reason }).expect(403);
      await world.reviewers[0].post(`/reviews/${made.a}/reopen`, { reason }).expect(403);
      await world.reviewers[1].post(`/reviews/${made.a}/reopen`, { reason }).expect(404);
      const amended = await world.reviewers[0].post(`/reviews/${made.a}/amend`, { reason }).expect(409);
      expect(amended.body.code).toBe('REVIEW.NO_RECONCILIATION');
    });

    it('is a new version with the scores so far; the application lacks a review again', async () => {
      const { body } = await world.coordinator.post(`/reviews/${made.a}/reopen`, { reason }).expect(200);
      // The coordinator goes on seeing what was submitted, and that something is in progress.
      expect(body).toMatchObject({
        state: 'in_progress',
        versionNumber: 1,
        total: 80,
        submittedAt: expect.any(String),
      });
      expect(await world.stateOf(made.applicationId)).toBe('in_review');
      const draft = await read(made.a);
      expect(draft).toMatchObject({ state: 'in_progress', versionNumber: 2, reason, verdict: 'eligible', total: 80 });
      expect(draft.scores.every(({ value, version }: ScoreResponse) => value === 4 && version === 1)).toBe(true);
      const again = await world.coordinator.post(`/reviews/${made.a}/reopen`, { reason }).expect(409);
      expect(again.body.code).toBe('REVIEW.NOT_SUBMITTED');
    });

    it('is submitted again as version 2, the first one stays readable as it was', async () => {
      await put(made.a, 'K3', { value: 1, version: 1 }).expect(200);
      expect((await world.coordinator.get(`/reviews/${made.a}`).expect(200)).body.total).toBe(80);
      await world.reviewers[0].post(`/reviews/${made.a}/submit`, {}).expect(200);
      expect(await world.stateOf(made.applicationId)).toBe('reviewed');
      for (const client of [world.coordinator, world.auditor, world.reviewers[0]]) {
        const { body } = await client.get(`/reviews/${made.a}/versions`).expect(200);
        const [first, second] = body.items as ReviewVersionResponse[];
        expect([first?.total, second?.total]).toEqual([80, 75]);
        expect([first?.scores[2]?.value, second?.scores[2]?.value]).toEqual([4, 1]);
        expect([first?.reason, second?.reason]).toEqual([null, reason]);
      }
      await world.reviewers[1].get(`/reviews/${made.a}/versions`).expect(404);
    });
  });

  it('is closed while the call is in another stage, and drafts stay', async () => {
    const { call, a } = await begun();
    await put(a, 'K1', { value: 2, version: 0 }).expect(200);
    await world.coordinator
      .post(`/calls/${call.id}/transitions`, { to: 'formal_check', reason: 'Eine Bewerbung wird nachgeholt.' })
      .expect(200);
    const refused = await put(a, 'K1', { value: 3, version: 1 }).expect(409);
    expect(refused.body.code).toBe('REVIEW.STAGE_NOT_OPEN');
    expect((await read(a)).scores[0]).toMatchObject({ value: 2, version: 1 });
  });

  it('is closed where the application was withdrawn', async () => {
    const { call, applicationId, a } = await begun();
    await world.coordinator
      .post(`/applications/${applicationId}/withdraw`, { reason: 'Kein Eigenanteil.' })
      .expect(200);
    const refused = await put(a, 'K1', { value: 3, version: 0 }).expect(409);
    expect(refused.body.code).toBe('REVIEW.APPLICATION_NOT_UNDER_REVIEW');
    const { body } = await world.reviewers[0].get(`/calls/${call.id}/my-assignments`).expect(200);
    expect(body.items).toEqual([]);
  });
});
