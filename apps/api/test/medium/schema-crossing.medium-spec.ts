import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type Row, refusalOf, SchemaDatabase } from './schema-database.js';
import { IDENTITIES, type Identity, identityOf } from './schema-sight.js';
import {
  applicationId,
  assignmentId,
  buildWorld,
  CALL,
  INSTALLATION,
  NUMBERS,
  reviewId,
  versionId,
} from './schema-world.js';

/** What crosses the lines of row-level security: to whom, and nothing beyond it. */
describe('the functions that cross', () => {
  let db: SchemaDatabase;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
    await buildWorld(db);
  });
  afterAll(() => db.close());

  /** Who gets an answer that is not empty, null or false. */
  const answered = async (call: string, parameters: unknown[] = []): Promise<string> => {
    const got: Identity[] = [];
    for (const identity of IDENTITIES) {
      const rows = await db.as(identityOf(identity), `SELECT * FROM kuer.${call}`, parameters);
      const values = rows.flatMap((row) => Object.values(row));
      if (values.some((value) => value !== null && value !== false)) got.push(identity);
    }
    return got.join(' ');
  };
  const ask = (person: Identity, call: string, parameters: unknown[] = []): Promise<Row[]> =>
    db.as(identityOf(person), `SELECT * FROM kuer.${call}`, parameters);
  const nameOf = (id: unknown): string => NUMBERS.find((number) => applicationId(number) === id) ?? 'elsewhere';

  describe('in the review stage', () => {
    it('sign_in_lookup: the hash, to the installation before anybody is signed in', async () => {
      expect(await answered(`sign_in_lookup('Juror@KUER.example')`)).toBe('system');
      expect(await ask('system', `sign_in_lookup('juror@kuer.example')`)).toEqual([
        { account_id: idOf('juror'), password_hash: 'hash of juror', is_disabled: false },
      ]);
      expect(await ask('system', `sign_in_lookup('left@kuer.example')`)).toMatchObject([{ is_disabled: true }]);
      expect(await ask('system', `sign_in_lookup('nobody@kuer.example')`)).toEqual([]);
    });

    it('review_progress: n of 12 for the office, and no value', async () => {
      expect(await answered('review_progress($1)', [CALL])).toBe('office1 office2 auditor auditor2');
      const rows = await ask('office1', 'review_progress($1)', [CALL]);
      const progress = Object.fromEntries(
        rows.map((row) => [
          `${nameOf(row.application_id)}/${row.label}`,
          `${row.review_state} ${row.scored} of ${row.criteria}`,
        ]),
      );
      expect(progress).toEqual({
        'B-001/A': 'submitted 3 of 3',
        'B-001/B': 'submitted 3 of 3',
        'B-002/A': 'submitted 3 of 3',
        'B-002/B': 'in_progress 2 of 3',
        'B-003/null': 'null 0 of 3',
        'B-003/B': 'in_progress 2 of 3',
      });
      expect(Object.keys(rows[0] ?? {})).not.toContain('value');
    });

    it('review_complete: once every active assignment has submitted, and there are enough', async () => {
      const complete = (number: string): Promise<string> => answered('review_complete($1)', [applicationId(number)]);
      expect(await complete('B-001')).toBe('office1 office2 reviewer1 reviewer2 auditor auditor2');
      for (const number of ['B-002', 'B-003', 'B-004']) expect(await complete(number)).toBe('');
      await db.scene(`UPDATE kuer.calls SET settings = '{"rules":{"reviewsPerApplication":3}}' WHERE id = $1`, [CALL]);
      expect(await complete('B-001')).toBe('');
      await db.scene(`UPDATE kuer.calls SET settings = '{}' WHERE id = $1`, [CALL]);
    });

    it('reviewer_load and own_assignment_numbers', async () => {
      expect(await answered('reviewer_load($1)', [CALL])).toBe('office1 office2 auditor auditor2');
      const loads = await ask('office1', 'reviewer_load($1)', [CALL]);
      expect(loads.find(({ reviewer_id }) => reviewer_id === idOf('reviewer1'))).toEqual({
        reviewer_id: idOf('reviewer1'),
        active: 2,
        submitted: 2,
        conflicts: 0,
      });
      expect(loads.find(({ reviewer_id }) => reviewer_id === idOf('late'))).toMatchObject({
        active: 1,
        submitted: 0,
        conflicts: 1,
      });
      expect(await answered('own_assignment_numbers()')).toBe('reviewer1 reviewer2 reviewer3 late');
      expect(await ask('late', 'own_assignment_numbers()')).toEqual([
        {
          assignment_id: assignmentId('B-003', 2, 'late'),
          application_id: applicationId('B-003'),
          application_number: 'B-003',
        },
      ]);
    });

    it('conflict_facts: bodies and states, to whoever sets off the derivation', async () => {
      expect(await answered('conflict_facts($1)', [CALL])).toBe('admin office1 office2');
      const [row] = await ask('admin', 'conflict_facts($1)', [CALL]);
      expect(Object.keys(row ?? {}).sort()).toEqual([
        'ags',
        'application_id',
        'federal_states',
        'party_name',
        'party_role',
      ]);
    });

    it('ranking_facts: counted reviews, whole, to the office', async () => {
      expect(await answered('ranking_facts($1)', [CALL])).toBe('office1 office2');
      const rows = await ask('office2', 'ranking_facts($1)', [CALL]);
      expect(rows.map((row) => `${nameOf(row.application_id)}/${row.label}`).sort()).toEqual([
        'B-001/A',
        'B-001/B',
        'B-002/A',
      ]);
      expect(rows[0]?.scores).toEqual({ K1: 4, K2: 4, K3: 4 });
    });

    it('audit_chain_links: the whole chain, without what a conflict hides', async () => {
      expect(await answered('audit_chain_links($1)', [CALL])).toBe('office1 office2 auditor auditor2');
      expect(await answered('audit_chain_links($1)', [INSTALLATION])).toBe('admin auditor auditor2');
      const links = await ask('auditor2', 'audit_chain_links($1)', [CALL]);
      expect(links.map(({ seq, canonical }) => [Number(seq), canonical === null])).toEqual([
        [1, false],
        [2, true],
        [3, false],
      ]);
      expect(links[2]?.previous_hash).toEqual(links[1]?.hash);
    });

    it('nothing of the jury yet', async () => {
      expect(await answered('application_balance_facts($1)', [CALL])).toBe('office1 office2 auditor auditor2');
      expect(await answered('jury_recusals($1)', [CALL])).toBe('office1 office2 auditor auditor2');
      expect(await answered('reserve_facts($1)', [CALL])).toBe('office1 office2');
      expect(await answered('public_overview($1)', [CALL])).toBe('');
      expect(await answered('public_calls()')).toBe('');
    });

    describe('reopen_review', () => {
      const reopen = 'reopen_review($1, $2, $3, now())';

      it('opens a new version for the office and, in a reconciliation, for its reviewer', async () => {
        for (const person of [
          'office2',
          'auditor',
          'reviewer2',
          'juror',
          'chair',
          'examiner1',
          'admin',
          'system',
          'nobody',
        ] as const) {
          expect(await ask(person, reopen, [reviewId('B-001', 'A'), idOf('no'), 'Grund'])).toEqual([
            { reopen_review: false },
          ]);
        }
        // No reconciliation is open on B-002.
        expect(await ask('reviewer1', reopen, [reviewId('B-002', 'A'), idOf('no'), 'Grund'])).toEqual([
          { reopen_review: false },
        ]);
        expect(await refusalOf(ask('office1', reopen, [reviewId('B-002', 'A'), idOf('no'), ' ']))).toBe(
          'review_versions_amendment_has_reason',
        );
        expect(
          await ask('reviewer1', reopen, [reviewId('B-001', 'A'), versionId('B-001', 'A', 2), 'Abstimmung']),
        ).toEqual([{ reopen_review: true }]);
        expect(await ask('reviewer1', reopen, [reviewId('B-001', 'A'), idOf('twice'), 'Abstimmung'])).toEqual([
          { reopen_review: false },
        ]);
        expect(
          await ask('office1', reopen, [reviewId('B-002', 'A'), versionId('B-002', 'A', 2), 'Rechenfehler']),
        ).toEqual([{ reopen_review: true }]);
      });

      it('gives the draft to its author alone, the scores so far in it', async () => {
        const draft = `SELECT criterion, value::int AS value FROM kuer.scores WHERE review_version_id = $1 ORDER BY criterion`;
        expect(await db.as(idOf('reviewer1'), draft, [versionId('B-002', 'A', 2)])).toEqual([
          { criterion: 'K1', value: 4 },
          { criterion: 'K2', value: 4 },
          { criterion: 'K3', value: 4 },
        ]);
        for (const person of ['office1', 'auditor', 'reviewer2', 'chair'] as const)
          expect(await db.as(idOf(person), draft, [versionId('B-002', 'A', 2)])).toEqual([]);
        expect(
          await db.as(idOf('office1'), `SELECT state, submitted_number FROM kuer.reviews WHERE id = $1`, [
            reviewId('B-002', 'A'),
          ]),
        ).toEqual([{ state: 'in_progress', submitted_number: 1 }]);
      });

      it('leaves the submitted version in force until the new one is submitted, then both readable to the office', async () => {
        const versions = `SELECT number, is_current FROM kuer.review_versions WHERE review_id = $1 ORDER BY number`;
        expect(await db.as(idOf('office1'), versions, [reviewId('B-002', 'A')])).toEqual([
          { number: 1, is_current: true },
        ]);
        await db.as(
          idOf('reviewer1'),
          `UPDATE kuer.scores SET value = 2 WHERE review_version_id = $1 AND criterion = 'K1'`,
          [versionId('B-002', 'A', 2)],
        );
        await db.as(
          idOf('reviewer1'),
          `UPDATE kuer.review_versions SET state = 'submitted', submitted_at = now(), total = 67 WHERE id = $1`,
          [versionId('B-002', 'A', 2)],
        );
        expect(await db.as(idOf('office1'), versions, [reviewId('B-002', 'A')])).toEqual([
          { number: 1, is_current: false },
          { number: 2, is_current: true },
        ]);
        expect(
          await db.as(
            idOf('office1'),
            `SELECT value::int AS value FROM kuer.scores WHERE criterion = 'K1' AND review_version_id = ANY ($1::uuid[]) ORDER BY value`,
            [[versionId('B-002', 'A'), versionId('B-002', 'A', 2)]],
          ),
        ).toEqual([{ value: 2 }, { value: 4 }]);
      });

      it('keeps the other review in sight of a reconciliation while one amends', async () => {
        expect(
          await db.as(idOf('reviewer2'), `SELECT number FROM kuer.review_versions WHERE review_id = $1`, [
            reviewId('B-001', 'A'),
          ]),
        ).toEqual([{ number: 1 }]);
        await db.as(
          idOf('reviewer1'),
          `UPDATE kuer.review_versions SET state = 'submitted', submitted_at = now(), total = 60 WHERE id = $1`,
          [versionId('B-001', 'A', 2)],
        );
        expect(
          await db.as(idOf('reviewer2'), `SELECT number FROM kuer.review_versions WHERE review_id = $1`, [
            reviewId('B-001', 'A'),
          ]),
        ).toEqual([{ number: 2 }]);
      });
    });

    it('a third review closes the reviews to each other again until it is submitted (I1)', async () => {
      await db.insert('third_review_orders', {
        application_id: applicationId('B-001'),
        call_id: CALL,
        reason: 'Abweichung',
        ordered_by: idOf('office1'),
      });
      await db.insert('assignments', {
        id: idOf('third'),
        application_id: applicationId('B-001'),
        call_id: CALL,
        slot: 3,
        reviewer_id: idOf('reviewer3'),
        assigned_by: idOf('office1'),
      });
      const seen = `SELECT label FROM kuer.reviews WHERE application_id = $1 ORDER BY label`;
      expect(await db.as(idOf('reviewer3'), seen, [applicationId('B-001')])).toEqual([]);
      expect(await db.as(idOf('reviewer1'), seen, [applicationId('B-001')])).toEqual([{ label: 'A' }]);
      await db.scene(`UPDATE kuer.assignments SET state = 'declined', decline_reason = 'keine Zeit' WHERE id = $1`, [
        idOf('third'),
      ]);
      expect(await db.as(idOf('reviewer1'), seen, [applicationId('B-001')])).toEqual([{ label: 'A' }, { label: 'B' }]);
    });
  });
});
