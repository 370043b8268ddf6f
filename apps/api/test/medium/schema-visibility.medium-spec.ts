import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { idOf, SchemaDatabase } from './schema-database.js';
import { closeMotion, decide, openJury, openMotion, putBundle, putItem, putMotion, vote } from './schema-jury.js';
import { forEach, IDENTITIES, LABELS, nameThings, sightOf } from './schema-sight.js';
import { applicationId, buildWorld, CALL, PEOPLE } from './schema-world.js';

const ALL = 'B-001 B-002 B-003 B-004';
const BUT_FIRST = 'B-002 B-003 B-004';
const SUBMITTED = 'B-001/A B-001/B B-002/A';
const everybody = (sight: string): Record<string, string> => forEach({ [MEMBERS.join(' ')]: sight });
const MEMBERS = Object.entries(PEOPLE).flatMap(([name, roles]) => (roles.length > 0 && name !== 'left' ? [name] : []));
const PERSONS = Object.keys(PEOPLE).sort().join(' ');
const MEMBER_NAMES = [...MEMBERS, 'left'].sort().join(' ');
const BENCH = ['chair', 'juror', 'left', 'office1', 'office2', 'recused'].join(' ');

/** The same in every stage of the call. Whoever is not named sees nothing. */
const ALWAYS: Readonly<Record<string, Record<string, string>>> = {
  accounts: forEach({
    'admin system': PERSONS,
    'office1 office2 auditor auditor2': MEMBER_NAMES,
    'juror recused chair': BENCH,
    'examiner1 examiner2': 'examiner1 examiner2 left office1 office2',
    reviewer1: 'reviewer1',
    reviewer2: 'reviewer2',
    reviewer3: 'reviewer3',
    late: 'late',
    left: 'left',
    stranger: 'stranger',
  }),
  members: {
    ...forEach({
      'admin system': `${MEMBER_NAMES} stranger`,
      'office1 office2 auditor auditor2': MEMBER_NAMES,
      'juror recused chair': BENCH,
      'examiner1 examiner2': 'examiner1 examiner2 left office1 office2',
      reviewer1: 'reviewer1',
      reviewer2: 'reviewer2',
      reviewer3: 'reviewer3',
      late: 'late',
      left: 'left',
      stranger: 'stranger',
    }),
  },
  calls: {
    ...everybody('call'),
    office1: 'call elsewhere',
    admin: 'call elsewhere',
    system: 'call elsewhere',
    stranger: 'elsewhere',
  },
  catalogue_versions: { ...everybody('1 2'), admin: '1 2' },
  catalogue_criteria: { ...everybody('1 2'), admin: '1 2' },
  override_requests: forEach({ 'office1 office2 auditor auditor2': 'Frist' }),
  formal_check_items: forEach({ 'office1 examiner1 auditor': 'B-001 B-002', 'office2 examiner2 auditor2': 'B-002' }),
  formal_check_decisions: forEach({
    'office1 examiner1 auditor': 'B-001 B-002',
    'office2 examiner2 auditor2': 'B-002',
  }),
  supplement_requests: forEach({ 'office1 examiner1 auditor': 'B-001 B-002', 'office2 examiner2 auditor2': 'B-002' }),
  conflicts: forEach({
    'office1 office2 auditor auditor2': 'auditor2 examiner2 late office2 recused',
    examiner2: 'examiner2',
    recused: 'recused',
    late: 'late',
  }),
  conflict_statements: forEach({ 'office1 office2 auditor auditor2 reviewer1': 'B-001 B-002' }),
  assignments: forEach({
    'office1 office2 auditor auditor2': 'B-001/1 B-001/2 B-002/1 B-002/2 B-003/1 B-003/2',
    reviewer1: 'B-001/1 B-002/1',
    reviewer2: 'B-001/2 B-002/2',
    reviewer3: 'B-003/1',
    late: 'B-003/2',
  }),
  notices: forEach({ 'office1 auditor': 'B-001 B-002 all', 'office2 auditor2': 'B-002 all' }),
  audit_chains: {
    ...everybody('call installation'),
    ...forEach({ 'admin system': 'call installation', 'left stranger': 'installation' }),
  },
  audit_events: forEach({
    office1: 'B-001 B-002 call',
    office2: 'B-002 call',
    auditor: 'B-001 B-002 call installation',
    auditor2: 'B-002 call installation',
    'admin system': 'installation',
  }),
  refresh_tokens: forEach({ 'reviewer1 admin system': 'reviewer1' }),
  sign_in_attempts: forEach({ reviewer1: 'reviewer1', system: 'reviewer1' }),
  idempotency_records: forEach({ reviewer1: 'reviewer1', system: 'reviewer1' }),
  secret_ballots: {},
};

const IN_REVIEW: Readonly<Record<string, Record<string, string>>> = {
  applications: forEach({
    'office1 office2 examiner1 examiner2 auditor auditor2': ALL,
    'reviewer1 reviewer2': 'B-001 B-002',
    stranger: 'elsewhere',
  }),
  ...Object.fromEntries(
    ['application_contents', 'application_parties', 'attachments', 'attachment_contents'].map((table) => [
      table,
      forEach({
        'office1 examiner1 auditor': ALL,
        'office2 examiner2 auditor2': BUT_FIRST,
        'reviewer1 reviewer2': 'B-001 B-002',
        stranger: 'elsewhere',
      }),
    ]),
  ),
  reviews: forEach({
    'office1 auditor': SUBMITTED,
    'office2 auditor2': 'B-002/A',
    reviewer1: SUBMITTED,
    reviewer2: 'B-001/A B-001/B B-002/B',
  }),
  ...Object.fromEntries(
    ['review_versions', 'scores'].map((table) => [
      table,
      forEach({
        'office1 auditor': SUBMITTED,
        'office2 auditor2': 'B-002/A',
        reviewer1: SUBMITTED,
        reviewer2: 'B-001/A B-001/B B-002/B draft',
      }),
    ]),
  ),
  reconciliations: forEach({ 'office1 auditor reviewer1 reviewer2': 'B-001' }),
  third_review_orders: forEach({ 'office1 auditor': 'B-001' }),
  recommendations: forEach({ 'office1 auditor': 'B-001' }),
  ranking_versions: forEach({ 'office1 office2 auditor auditor2': '1' }),
  ranking_entries: forEach({ 'office1 auditor': 'B-001 B-002', 'office2 auditor2': 'B-002' }),
};

const JURY = 'juror recused chair';
const IN_JURY: Readonly<Record<string, Record<string, string>>> = {
  applications: { ...IN_REVIEW.applications, ...forEach({ [JURY]: ALL }) },
  application_contents: { ...IN_REVIEW.application_contents, ...forEach({ 'juror chair': ALL, recused: BUT_FIRST }) },
  application_parties: { ...IN_REVIEW.application_parties, ...forEach({ 'juror chair': ALL, recused: BUT_FIRST }) },
  attachments: { ...IN_REVIEW.attachments, ...forEach({ 'juror chair': ALL, recused: BUT_FIRST }) },
  attachment_contents: { ...IN_REVIEW.attachment_contents, ...forEach({ 'juror chair': ALL, recused: BUT_FIRST }) },
  reviews: { ...IN_REVIEW.reviews, ...forEach({ 'juror chair': SUBMITTED, recused: 'B-002/A' }) },
  review_versions: { ...IN_REVIEW.review_versions, ...forEach({ 'juror chair': SUBMITTED, recused: 'B-002/A' }) },
  scores: { ...IN_REVIEW.scores, ...forEach({ 'juror chair': SUBMITTED, recused: 'B-002/A' }) },
  reconciliations: { ...IN_REVIEW.reconciliations, ...forEach({ 'juror chair': 'B-001' }) },
  third_review_orders: { ...IN_REVIEW.third_review_orders, ...forEach({ 'juror chair': 'B-001' }) },
  recommendations: { ...IN_REVIEW.recommendations, ...forEach({ 'juror chair': 'B-001' }) },
  ranking_versions: { ...IN_REVIEW.ranking_versions, ...forEach({ [JURY]: '1' }) },
  ranking_entries: { ...IN_REVIEW.ranking_entries, ...forEach({ 'juror chair': 'B-001 B-002', recused: 'B-002' }) },
  bundles: forEach({
    'office1 office2 auditor auditor2 chair recused': 'adopted private shared',
    juror: 'adopted shared',
  }),
  bundle_items: forEach({
    'office1 auditor chair': 'adopted:B-001 adopted:B-002 private:B-003 shared:B-001 shared:B-002',
    'office2 auditor2 recused': 'adopted:B-002 private:B-003 shared:B-002',
    juror: 'adopted:B-001 adopted:B-002 shared:B-001 shared:B-002',
  }),
  bundle_justifications: forEach({
    'office1 auditor chair juror': 'shared:B-001 shared:B-004',
    'office2 auditor2 recused': 'shared:B-004',
  }),
  bundle_corridor_justifications: forEach({ [`office1 office2 auditor auditor2 ${JURY}`]: 'shared:NW' }),
  ...Object.fromEntries(
    Object.entries({
      sessions: 'Jurysitzung',
      session_attendance: 'chair juror recused',
      motions: 'adopt adopted closed open',
      motion_electorate: 'chair juror recused',
    }).map(([table, sight]) => [table, forEach({ [`office1 office2 auditor auditor2 ${JURY}`]: sight })]),
  ),
  votes: forEach({
    'auditor auditor2': 'adopt adopted:juror closed:juror closed:recused',
    juror: 'adopt adopted:juror closed:juror closed:recused open:juror',
    recused: 'adopt adopted:juror closed:juror closed:recused',
    chair: 'adopt adopted:juror closed:juror closed:recused open:chair',
  }),
  decisions: forEach({ [`office1 office2 auditor auditor2 ${JURY}`]: '1' }),
  decision_items: forEach({ [`office1 office2 auditor auditor2 ${JURY}`]: 'B-001 B-002' }),
};

/** The access matrix of reading, against the database alone: no service, no policy, only row-level security. */
describe('what people see in the database', () => {
  jest.setTimeout(30_000);
  let db: SchemaDatabase;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
    await buildWorld(db);
    await db.insert('third_review_orders', {
      application_id: applicationId('B-001'),
      call_id: CALL,
      reason: 'Abweichung',
      ordered_by: idOf('office1'),
    });
    await db.insert('override_requests', {
      id: idOf('override'),
      call_id: CALL,
      from_state: 'review',
      to_state: 'jury',
      reason: 'Frist',
      requested_by: idOf('office1'),
    });
    await db.insert('refresh_tokens', {
      id: idOf('token'),
      family_id: idOf('family'),
      account_id: idOf('reviewer1'),
      token_hash: 'x',
      expires_at: new Date(),
    });
    await db.insert('sign_in_attempts', {
      id: idOf('attempt'),
      email: 'reviewer1@kuer.example',
      account_id: idOf('reviewer1'),
      succeeded: true,
    });
    await db.insert('idempotency_records', {
      account_id: idOf('reviewer1'),
      key: 'k',
      route: 'POST /x',
      request_hash: 'h',
      status: 201,
    });
    await nameThings(db);
  });
  afterAll(() => db.close());

  it('names every table, so that none is forgotten', async () => {
    const tables = await db.scene(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'kuer'`);
    const named = new Set([...Object.keys(ALWAYS), ...Object.keys(IN_REVIEW), ...Object.keys(IN_JURY)]);
    expect([...named].sort()).toEqual(tables.map(({ name }) => name).sort());
    expect([...Object.keys(LABELS), 'secret_ballots'].sort()).toEqual([...named].sort());
  });

  describe('in the review stage', () => {
    it.each(Object.entries({ ...ALWAYS, ...IN_REVIEW }).filter(([table]) => table !== 'secret_ballots'))(
      'of %s',
      async (table, expected) => {
        expect(await sightOf(db, table)).toEqual(expected);
      },
    );

    it('nothing of the jury, which has not begun', async () => {
      for (const table of ['bundles', 'sessions', 'motions', 'votes', 'decisions'])
        expect(await sightOf(db, table)).toEqual({});
    });
  });

  describe('in the jury stage', () => {
    beforeAll(async () => {
      await openJury(db);
      await putBundle(db, 'private', 'recused');
      await putBundle(db, 'shared', 'chair', true);
      await putBundle(db, 'adopted', 'chair', true);
      await putItem(db, 'private', 'B-003');
      for (const number of ['B-001', 'B-002'])
        for (const bundle of ['shared', 'adopted']) await putItem(db, bundle, number);
      for (const number of ['B-001', 'B-004']) {
        await db.insert('bundle_justifications', {
          bundle_id: idOf('shared'),
          application_id: applicationId(number),
          call_id: CALL,
          reason: 'Region',
          written_by: idOf('chair'),
        });
      }
      await db.insert('bundle_corridor_justifications', {
        bundle_id: idOf('shared'),
        call_id: CALL,
        dimension: 'state',
        value: 'NW',
        reason: 'zu wenige',
        written_by: idOf('chair'),
      });
      await putMotion(db, 'closed', { number: 1 });
      await openMotion(db, 'closed', ['juror', 'recused']);
      await vote(db, 'closed', 'juror', 'yes');
      await vote(db, 'closed', 'recused', 'no');
      await closeMotion(db, 'closed', 'rejected', [1, 1, 0]);
      await decide(db, 'adopted');
      for (const number of ['B-001', 'B-002']) {
        await db.insert('decision_items', {
          decision_id: idOf('decision'),
          application_id: applicationId(number),
          call_id: CALL,
          outcome: 'selected',
          portfolio_group: 'mittelstaedte',
        });
      }
      await putMotion(db, 'open', { number: 2 });
      await openMotion(db, 'open', ['juror', 'chair']);
      await vote(db, 'open', 'juror', 'yes');
      await vote(db, 'open', 'chair', 'no');
      await nameThings(db);
    });

    it.each(Object.entries({ ...ALWAYS, ...IN_JURY }).filter(([table]) => table !== 'secret_ballots'))(
      'of %s',
      async (table, expected) => {
        expect(await sightOf(db, table)).toEqual(expected);
      },
    );

    it('nothing of it again once the call has stepped back', async () => {
      await db.scene('ALTER TABLE kuer.calls DISABLE TRIGGER calls_guard');
      await db.scene(`UPDATE kuer.calls SET state = 'review' WHERE id = $1`, [CALL]);
      for (const table of ['application_contents', 'reviews', 'scores'])
        expect(await sightOf(db, table)).toEqual(IN_REVIEW[table]);
    });
  });

  it('and nobody at all sees nothing', async () => {
    for (const table of Object.keys(LABELS)) {
      for (const identity of ['', 'anonymous', 'SYSTEM', `${idOf('office1')}x`, '%', idOf('nobody of this name')]) {
        const rows = await db.as(identity, `SELECT 1 FROM kuer.${table}`);
        if (!(table === 'audit_chains' && identity === idOf('nobody of this name')))
          expect({ table, identity, rows }).toEqual({ table, identity, rows: [] });
      }
    }
    expect(IDENTITIES).toContain('nobody');
  });

  it('and a connection that never said who asks sees nothing', async () => {
    for (const table of Object.keys(LABELS)) {
      const { rows } = await db.app.query(`SELECT ${table === 'accounts' ? 'id' : '*'} FROM kuer.${table}`);
      expect({ table, rows }).toEqual({ table, rows: [] });
    }
  });
});
