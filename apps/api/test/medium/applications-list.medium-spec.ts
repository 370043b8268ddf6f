import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationPage, CallResponse } from '@kuer/contract';
import { ApplicationListService } from '../../src/applications/application-list.service.js';
import { EVERYBODY, startStage1 } from '../support/applications.js';
import type { Persona } from '../support/personas.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(180_000);

const SIZE = 10_000;
/** Far above what it takes, far below what a missing index or a per-row policy would: the limit is there to notice those. */
const SLOW = 1_500;

describe('the list of 10,000 applications with totals', () => {
  let api: TestApi;
  let call: CallResponse;

  beforeAll(async () => {
    api = await startStage1();
    call = await api.createCall({ members: EVERYBODY });
    await fill(api, call.id, [
      await api.accountOf('gutachten01@demo.example'),
      await api.accountOf('gutachten02@demo.example'),
    ]);
  });
  afterAll(() => api?.close());

  async function list(persona: Persona, query: object = {}): Promise<{ page: ApplicationPage; took: number }> {
    const accountId = await api.accountOf(persona);
    const started = performance.now();
    const page = await api.uow.run({ accountId, mode: 'read' }, () =>
      api.service(ApplicationListService).list(call.id, query),
    );
    return { page, took: performance.now() - started };
  }

  it('shows coordinators and auditors the mean of the reviews, and only where all are in', async () => {
    for (const persona of ['koordination@demo.example', 'revision@demo.example'] as const) {
      const { page } = await list(persona, { limit: 4 });
      expect(page.total).toBe(SIZE);
      expect(
        page.items.map(({ number, reviewsSubmitted, total, partnerCount }) => [
          number,
          reviewsSubmitted,
          total,
          partnerCount,
        ]),
      ).toEqual([
        ['B-001', 2, 41, 1],
        ['B-002', 2, 42, 1],
        ['B-003', 1, null, 1],
        ['B-004', 2, 44, 1],
      ]);
    }
  });

  it('shows examiners neither numbers of reviews nor totals, and offers no order by them', async () => {
    const { page } = await list('pruefung1@demo.example', { limit: 3 });
    expect(page.items.every(({ reviewsSubmitted, total }) => reviewsSubmitted === null && total === null)).toBe(true);
    await expect(list('pruefung1@demo.example', { sort: '-total' })).rejects.toMatchObject({ status: 400 });
  });

  it('opens to the jury with its stage, with totals, and without the content of one in conflict', async () => {
    await expect(list('jury01@demo.example')).rejects.toMatchObject({ status: 403 });
    await api.look(`UPDATE kuer.calls SET state = 'jury' WHERE id = $1`, [call.id]);
    const [best] = (await list('jury02@demo.example', { sort: '-total', limit: 1 })).page.items;
    expect(best?.total).toBe(90);
    await api.look(
      `INSERT INTO kuer.conflicts (id, call_id, application_id, account_id, ground, source, created_by)
       VALUES (gen_random_uuid(), $1, $2, $3, 'family', 'declared', $3)`,
      [call.id, best?.id, await api.accountOf('jury01@demo.example')],
    );
    const { page } = await list('jury01@demo.example', { sort: '-total', limit: 500 });
    // Neither the place in the order nor the count tells where the closed one stands.
    expect(page.items.map(({ id }) => id)).not.toContain(best?.id);
    const last = await list('jury01@demo.example', { sort: 'total', limit: 1, state: best?.state });
    expect(last.page.items[0]).toMatchObject({ isRecused: true, total: null, reviewsSubmitted: null, title: null });
  });

  it('answers within the limit for every role, order and filter', async () => {
    const queries = [
      {},
      { limit: 500 },
      { sort: '-total' },
      { sort: 'title' },
      { sort: '-fundingRequested', portfolioGroup: 'mittelstaedte' },
      { q: 'Ort 77' },
      { q: 'Bund 4711' },
      { federalState: 'NW', phase: 'B', state: 'recommended' },
    ];
    const slow: string[] = [];
    for (const persona of ['koordination@demo.example', 'revision@demo.example', 'vorsitz@demo.example'] as const) {
      for (const query of queries) {
        const { took } = await list(persona, query);
        if (took > SLOW) slow.push(`${persona} ${JSON.stringify(query)} ${Math.round(took)} ms`);
      }
    }
    expect(slow).toEqual([]);
  });

  it('pages through all of them, each once', async () => {
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const { page } = await list('koordination@demo.example', { limit: 500, sort: '-total', cursor });
      for (const { id } of page.items) seen.add(id);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.size).toBe(SIZE);
  });
});

/** Applications with two submitted reviews each, but for every third, which has one and is still in review. */
async function fill(api: TestApi, callId: string, reviewers: readonly string[]): Promise<void> {
  const [catalogue] = await api.look<{ id: string }>('SELECT id FROM kuer.catalogue_versions WHERE call_id = $1', [
    callId,
  ]);
  // What triggers keep in step is set here by hand: this is about reading ten thousand rows, not about writing them.
  await api.look(`SET session_replication_role = replica`);
  await api.look(`UPDATE kuer.calls SET state = 'review' WHERE id = $1`, [callId]);
  await api.look(
    `INSERT INTO kuer.applications (id, call_id, number, state)
     SELECT gen_random_uuid(), $1, 'B-' || lpad(n::text, greatest(3, length(n::text)), '0'), CASE WHEN n % 3 = 0 THEN 'in_review' ELSE 'recommended' END
       FROM generate_series(1, ${SIZE}) n`,
    [callId],
  );
  await api.look(
    `INSERT INTO kuer.application_contents (application_id, call_id, title, lead_name, lead_ags, federal_states, size_class,
                                            portfolio_group, phase, funding_requested)
     SELECT a.id, $1, 'Vorhaben ' || a.number, 'Ort ' || substr(a.number, 3), '05' || lpad(substr(a.number, 3), 6, '0'),
            CASE WHEN substr(a.number, 3)::int % 2 = 0 THEN '{NW}' ELSE '{NW,HE}' END::text[], 'kleinere-mittelstadt',
            (ARRAY['mittelstaedte', 'grossstaedte'])[1 + substr(a.number, 3)::int % 2],
            CASE WHEN substr(a.number, 3)::int % 5 = 0 THEN 'B' ELSE 'A' END, substr(a.number, 3)::int * 1000
       FROM kuer.applications a WHERE a.call_id = $1`,
    [callId],
  );
  await api.look(
    `INSERT INTO kuer.application_parties (id, application_id, call_id, role, position, name, ags)
     SELECT gen_random_uuid(), c.application_id, $1, p.role, p.position, p.prefix || substr(c.lead_name, 5),
            CASE WHEN p.role = 'lead' THEN c.lead_ags END
       FROM kuer.application_contents c
      CROSS JOIN (VALUES ('lead', 0, 'Ort '), ('partner', 1, 'Bund ')) AS p (role, position, prefix) WHERE c.call_id = $1`,
    [callId],
  );
  await api.look(
    `INSERT INTO kuer.assignments (id, call_id, application_id, slot, reviewer_id, state, assigned_by)
     SELECT gen_random_uuid(), $1, a.id, r.slot, r.reviewer, 'accepted', r.reviewer
       FROM kuer.applications a CROSS JOIN (VALUES (1, $2::uuid), (2, $3::uuid)) AS r (slot, reviewer) WHERE a.call_id = $1`,
    [callId, ...reviewers],
  );
  await api.look(
    `INSERT INTO kuer.reviews (id, assignment_id, application_id, call_id, label, state, submitted_number)
     SELECT gen_random_uuid(), s.id, s.application_id, $1, (ARRAY['A', 'B'])[s.slot], 'submitted', 1
       FROM kuer.assignments s JOIN kuer.applications a ON a.id = s.application_id
      WHERE s.call_id = $1 AND (a.state <> 'in_review' OR s.slot = 1)`,
    [callId],
  );
  await api.look(
    `INSERT INTO kuer.review_versions (id, review_id, application_id, call_id, catalogue_id, number, state, submitted_at, is_current, total)
     SELECT gen_random_uuid(), r.id, r.application_id, $1, $2, 1, 'submitted', now(), true,
            40 + substr(a.number, 3)::int % 51 + CASE r.label WHEN 'A' THEN -3 ELSE 3 END
       FROM kuer.reviews r JOIN kuer.applications a ON a.id = r.application_id WHERE r.call_id = $1`,
    [callId, catalogue?.id],
  );
  await api.look(`SET session_replication_role = DEFAULT`);
  await api.look(`ANALYZE`);
}
