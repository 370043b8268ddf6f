import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallResponse, OverviewResponse, ResultRow } from '@kuer/contract';
import { addDays } from '../../src/demo/day.js';
import { loadDemo } from '../../src/demo/load/load-demo.js';
import { type PersonaKey, personas } from '../../src/demo/personas.js';
import { Client } from '../support/client.js';
import { startApi, type TestApi } from '../support/start-api.js';

const PASSWORD = 'Tal-Ampel-Kies-Otter';
const TODAY = '2026-03-10';
const LOADING = 900_000;

/** The printed overview: headings of groups on one line, without title, legend, blank lines and marks of bold type. */
const printed = readFileSync(new URL('../../src/demo/data/fixtures/overview-2020.txt', import.meta.url), 'utf8')
  .replace(/\*\*([^*]+)\*\*/g, (_bold, heading: string) => heading.replace(/\s+/g, ' '))
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('4. ') && !line.startsWith('Smart City-Strategie in'));

describe('the demo, loaded in two goes', () => {
  const said: string[] = [];
  let api: TestApi;
  let calls: { published: CallResponse; inReview: CallResponse; inJury: CallResponse };
  const clients = new Map<PersonaKey, Client>();

  const load = (today: string, say = (line: string): void => void said.push(line)): Promise<boolean> =>
    loadDemo(api.app, { password: PASSWORD, say, today });

  async function as(person: PersonaKey): Promise<Client> {
    const known = clients.get(person);
    if (known) return known;
    const client = new Client(api.app.getHttpServer());
    const { body } = await client
      .post('/auth/login', { email: `${person}@demo.example`, password: PASSWORD })
      .expect(200);
    client.accessToken = body.accessToken;
    clients.set(person, client);
    return client;
  }

  beforeAll(async () => {
    api = await startApi();
    const cutShort = load(TODAY, (line) => {
      said.push(line);
      if (line.endsWith(': review')) throw new Error('cut short');
    });
    await expect(cutShort).rejects.toThrow('cut short');
    // The next day: the practice calls keep the day that the load began with.
    expect(await load(addDays(TODAY, 1))).toBe(true);
    const { body } = await (await as('koordination')).get('/calls?sort=createdAt').expect(200);
    const [published, inJury, inReview] = body.items as [CallResponse, CallResponse, CallResponse];
    calls = { published, inJury, inReview };
  }, LOADING);
  afterAll(() => api?.close());

  it('says what it does, and that it goes on', () => {
    expect(said).toContain('An earlier load was cut short: going on where it ended.');
    expect(said).toContain('2. Staffel (2020): receipt of 86 applications');
    expect(said.filter((line) => line.endsWith('jury and decision'))).toHaveLength(2);
  });

  it('does nothing a second time', async () => {
    const count = () => api.look('SELECT count(*)::int AS events FROM kuer.audit_events');
    const before = await count();
    said.length = 0;
    expect(await load(TODAY)).toBe(false);
    expect(said).toEqual(['The database has calls already: nothing to load.']);
    expect(await count()).toEqual(before);
    expect(await api.look(`SELECT 1 FROM kuer.idempotency_records`)).toEqual([]);
  });

  it('makes three calls that say that they are a demo', () => {
    expect(
      Object.values(calls).map(({ state, isDemo, hasGeneratedData }) => [state, isDemo, hasGeneratedData]),
    ).toEqual([
      ['published', true, true],
      ['jury', true, true],
      ['review', true, true],
    ]);
  });

  it('gives every account of the demo the same password', async () => {
    const accounts = await api.look<{ email: string }>(
      `SELECT email FROM kuer.accounts WHERE is_demo AND password_hash =
         (SELECT password_hash FROM kuer.accounts WHERE email = 'koordination@demo.example')`,
    );
    expect(accounts.map(({ email }) => email).sort()).toEqual(personas.map(({ email }) => email).sort());
  });

  it('leaves a trail that holds, in the order of the story and in the name of its people', async () => {
    const auditor = await as('revision');
    for (const { id } of Object.values(calls)) {
      const { body } = await auditor.get(`/calls/${id}/audit-events/verification`).expect(200);
      expect(body).toMatchObject({ ok: true, concealed: 0, firstBad: null });
    }
    const outOfOrder = await api.look(
      `SELECT e.type FROM kuer.audit_events e JOIN kuer.audit_events p ON p.chain_id = e.chain_id AND p.seq = e.seq - 1 WHERE e.at < p.at`,
    );
    expect(outOfOrder).toEqual([]);
    const anonymous = await api.look(
      `SELECT type FROM kuer.audit_events WHERE actor_id IS NULL AND call_id IS NOT NULL`,
    );
    expect(anonymous).toEqual([]);
    const once = await api.look(
      `SELECT call_id, count(*)::int AS times FROM kuer.audit_events WHERE type = 'CALL_CREATED' GROUP BY call_id`,
    );
    expect(once.map(({ times }) => times)).toEqual([1, 1, 1]);
  });

  it('prints the overview of 2020 line by line as it was published', async () => {
    const { body } = await new Client(api.app.getHttpServer())
      .get(`/calls/${calls.published.id}/overview?format=json`)
      .set('Accept-Language', 'de')
      .expect(200);
    const overview = body as OverviewResponse;
    expect([overview.applications, overview.selected]).toEqual([86, 32]);
    expect(
      overview.groups.flatMap(({ name, projects }) => [
        `${name}:`,
        ...projects.flatMap(({ heading, partners }) => [heading, ...partners]),
      ]),
    ).toEqual(printed);
  });

  it('decides on all 86 and marks what is generated', async () => {
    const { id } = calls.published;
    const outcomes = await api.look(
      `SELECT a.state, c.is_generated AS "isGenerated", count(*)::int AS count
         FROM kuer.applications a JOIN kuer.application_contents c ON c.application_id = a.id
        WHERE a.call_id = $1 GROUP BY 1, 2 ORDER BY count DESC`,
      [id],
    );
    expect(outcomes).toEqual([
      { state: 'not_selected', isGenerated: true, count: 34 },
      { state: 'selected', isGenerated: false, count: 32 },
      { state: 'reserve', isGenerated: true, count: 20 },
    ]);
    const [reviews] = await api.look(
      `SELECT count(*)::int AS versions, (count(*) FILTER (WHERE NOT is_generated))::int AS unmarked
         FROM kuer.review_versions WHERE call_id = $1`,
      [id],
    );
    // Two for each application, a third one, and a second version of one.
    expect(reviews).toEqual({ versions: 2 * 86 + 1 + 1, unmarked: 0 });
    const [unmarked] = await api.look(
      `SELECT count(*)::int AS count FROM kuer.application_contents
        WHERE call_id = $1 AND NOT is_generated AND NOT generated_fields @> '{phase,fundingRequested,themes,attachments}'`,
      [id],
    );
    expect(unmarked).toEqual({ count: 0 });
  });

  it('lets the jury of 2020 vote without those who are recused or absent', async () => {
    const chair = await as('vorsitz');
    const { body: sessions } = await chair.get(`/calls/${calls.published.id}/sessions`).expect(200);
    const { body: motions } = await chair.get(`/sessions/${sessions.items[0].id}/motions`).expect(200);
    const adoption = motions.items.at(-1);
    expect(adoption).toMatchObject({
      kind: 'adopt_bundle',
      state: 'closed',
      result: { outcome: 'adopted', eligible: 7 },
    });
    expect(adoption.recused.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Gunnar Apelt',
      'Heike Brodersen-Thun',
    ]);
  });

  it('has a review practice with a divergence, a conflict, a declined and an overdue review', async () => {
    const office = await as('koordination');
    const { id } = calls.inReview;
    const { body: readiness } = await office.get(`/calls/${id}/readiness`).expect(200);
    expect(readiness.progress).toMatchObject({ applications: 24, reviewsSubmitted: 22, divergencesOpen: 1 });
    const { body } = await office.get(`/calls/${id}/results?limit=100`).expect(200);
    expect((body.items as ResultRow[]).filter(({ divergence }) => divergence?.isOpen)).toHaveLength(1);
    const { body: conflicts } = await office.get(`/calls/${id}/conflicts`).expect(200);
    expect(conflicts.items.filter(({ source }: { source: string }) => source === 'declared')).toHaveLength(1);
    const assignments = await api.look<{ reason: string }>(
      `SELECT decline_reason AS reason FROM kuer.assignments WHERE call_id = $1 AND state = 'declined' ORDER BY 1`,
      [id],
    );
    expect(assignments.map(({ reason }) => reason.split(':')[0])).toEqual([
      'Befangenheit',
      'Im fraglichen Zeitraum übernehme ich eine Vertretung an meiner Hochschule.',
    ]);
    const overdue = await api.look(
      `SELECT s.due_on::text AS "dueOn" FROM kuer.assignments s LEFT JOIN kuer.reviews r ON r.assignment_id = s.id
        WHERE s.call_id = $1 AND s.state = 'accepted' AND r.state = 'in_progress' AND s.due_on < $2::date`,
      [id, TODAY],
    );
    expect(overdue).toEqual([{ dueOn: addDays(TODAY, -4) }]);
  });

  it('has a jury practice with a session planned for the next day and two scenarios to compare', async () => {
    const chair = await as('vorsitz');
    const { id } = calls.inJury;
    const { body: sessions } = await chair.get(`/calls/${id}/sessions`).expect(200);
    expect(sessions.items).toHaveLength(1);
    expect(sessions.items[0]).toMatchObject({ state: 'planned', startsAt: `${addDays(TODAY, 1)}T08:00:00.000Z` });
    const { body: bundles } = await chair.get(`/calls/${id}/bundles`).expect(200);
    expect(bundles.items.map(({ name, isShared }: { name: string; isShared: boolean }) => [name, isShared])).toEqual([
      ['Szenario Ausgewogenheit', true],
      ['Szenario Ländlicher Raum', true],
    ]);
  });
});
