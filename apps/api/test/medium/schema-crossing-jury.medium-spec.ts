import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type Row, refusalOf, SchemaDatabase } from './schema-database.js';
import { closeMotion, decide, openJury, openMotion, putBundle, putItem, putMotion, vote } from './schema-jury.js';
import { IDENTITIES, type Identity, identityOf } from './schema-sight.js';
import { applicationId, buildWorld, CALL, NUMBERS } from './schema-world.js';

/** What crosses the lines of row-level security in the jury stage and for the public. */
describe('the functions that cross in the jury', () => {
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

  describe('in the jury stage', () => {
    const office = 'office1 office2';
    const audit = 'auditor auditor2';

    beforeAll(async () => {
      await openJury(db);
      await putBundle(db, 'private', 'juror');
      await putItem(db, 'private', 'B-001');
      await putItem(db, 'private', 'B-002');
      await db.insert('bundle_justifications', {
        bundle_id: idOf('private'),
        application_id: applicationId('B-003'),
        call_id: CALL,
        reason: 'Region',
        written_by: idOf('juror'),
      });
    });

    it('application_balance_facts: classes and money also of what one is recused from, no names', async () => {
      expect(await answered('application_balance_facts($1)', [CALL])).toBe(`${office} juror recused chair ${audit}`);
      const rows = await ask('recused', 'application_balance_facts($1)', [CALL]);
      expect(
        rows.filter(({ is_conflicted }) => is_conflicted).map(({ application_id }) => nameOf(application_id)),
      ).toEqual(['B-001']);
      expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
        [
          'application_id',
          'application_state',
          'federal_states',
          'funding_requested',
          'is_conflicted',
          'phase',
          'portfolio_group',
          'size_class',
        ].sort(),
      );
    });

    it('bundle_membership: to whoever reads the bundle, whole', async () => {
      expect(await answered('bundle_membership($1)', [idOf('private')])).toBe(`${office} juror chair ${audit}`);
      await db.scene(`UPDATE kuer.bundles SET is_shared = true WHERE id = $1`, [idOf('private')]);
      const rows = await ask('recused', 'bundle_membership($1)', [idOf('private')]);
      expect(rows.map((row) => [nameOf(row.application_id), row.is_item, row.is_justified]).sort()).toEqual([
        ['B-001', true, false],
        ['B-002', true, false],
        ['B-003', false, true],
      ]);
    });

    it('reserve_facts and jury_recusals', async () => {
      expect(await answered('reserve_facts($1)', [CALL])).toBe(`${office} chair`);
      expect(
        (await ask('chair', 'reserve_facts($1)', [CALL]))
          .map(({ application_id, rank }) => [nameOf(application_id), rank])
          .sort(),
      ).toEqual([
        ['B-001', 1],
        ['B-002', 2],
        ['B-003', null],
        ['B-004', null],
      ]);
      expect(await answered('jury_recusals($1)', [CALL])).toBe(`${office} juror recused chair ${audit}`);
      expect(await ask('juror', 'jury_recusals($1)', [CALL])).toEqual([
        { account_id: idOf('recused'), application_id: applicationId('B-001') },
      ]);
    });

    it('votes_cast and motion_tally: how many while it is open, what only afterwards (I6)', async () => {
      await putMotion(db, 'open', { number: 1 });
      await openMotion(db, 'open', ['juror', 'chair']);
      await vote(db, 'open', 'juror', 'yes');
      expect(await answered('votes_cast($1)', [idOf('open')])).toBe(`${office} juror recused chair ${audit}`);
      expect(await ask('chair', 'votes_cast($1)', [idOf('open')])).toEqual([{ votes_cast: 1 }]);
      expect(await answered('motion_tally($1)', [idOf('open')])).toBe('');
      await closeMotion(db, 'open', 'adopted', [1, 0, 0]);
      expect(await answered('motion_tally($1)', [idOf('open')])).toBe(`${office} juror recused chair ${audit}`);
      expect(await ask('office1', 'motion_tally($1)', [idOf('open')])).toEqual([{ yes: 1, no: 0, abstain: 0 }]);
    });

    it("cast_secret_vote: one's own vote, once, and its slip", async () => {
      await putMotion(db, 'secret', { number: 2, ballot: 'secret' });
      await openMotion(db, 'secret', ['juror', 'chair']);
      const cast = `cast_secret_vote($1, $2, now())`;
      for (const person of ['recused', 'office1', 'auditor', 'stranger', 'admin', 'nobody'] as const) {
        expect(await refusalOf(ask(person, cast, [idOf('secret'), 'yes']))).toBe('votes_only_by_the_eligible');
      }
      expect(await refusalOf(ask('juror', cast, [idOf('secret'), 'maybe']))).toBe('secret_ballots_choice_is_known');
      await ask('juror', cast, [idOf('secret'), 'yes']);
      expect(await refusalOf(ask('juror', cast, [idOf('secret'), 'no']))).toBe('votes_pkey');
      await ask('chair', cast, [idOf('secret'), 'no']);
      expect(
        await db.as(idOf('chair'), `SELECT choice FROM kuer.votes WHERE motion_id = $1`, [idOf('secret')]),
      ).toEqual([{ choice: null }]);
      await closeMotion(db, 'secret', 'rejected', [1, 1, 0]);
      expect(await ask('chair', 'motion_tally($1)', [idOf('secret')])).toEqual([{ yes: 1, no: 1, abstain: 0 }]);
      expect(
        await db.as(idOf('auditor'), `SELECT choice FROM kuer.votes WHERE motion_id = $1`, [idOf('secret')]),
      ).toEqual([{ choice: null }, { choice: null }]);
      expect(await refusalOf(ask('juror', cast, [idOf('open'), 'no']))).toMatch(/^votes_/);
    });

    it('nobody votes for another one', async () => {
      await putMotion(db, 'third', { number: 3 });
      await openMotion(db, 'third', ['juror', 'chair']);
      const row = { motion_id: idOf('third'), call_id: CALL, choice: 'yes' };
      expect(await refusalOf(db.insertAs(idOf('chair'), 'votes', { ...row, account_id: idOf('juror') }))).toBe('42501');
      expect(await refusalOf(db.insertAs(idOf('juror'), 'votes', { ...row, account_id: idOf('juror') }))).toBe('done');
      expect(
        await db.touchedAs(idOf('chair'), `UPDATE kuer.votes SET choice = 'no' WHERE motion_id = $1`, [idOf('third')]),
      ).toBe(0);
      expect(
        await db.touchedAs(idOf('juror'), `UPDATE kuer.votes SET choice = 'no' WHERE motion_id = $1`, [idOf('third')]),
      ).toBe(1);
      await closeMotion(db, 'third', 'rejected', [0, 1, 0]);
    });

    it("a review whose assignment was revoked is out of the jury's sight and stays on file with the office", async () => {
      const seen = `SELECT r.label FROM kuer.reviews r JOIN kuer.review_versions v ON v.review_id = r.id JOIN kuer.scores s ON s.review_version_id = v.id
        WHERE r.application_id = $1 GROUP BY r.label ORDER BY r.label`;
      const labels = async (person: string): Promise<unknown[]> =>
        (await db.as(idOf(person), seen, [applicationId('B-001')])).map(({ label }) => label);
      expect(await labels('juror')).toEqual(['A', 'B']);
      await db.as(
        idOf('office1'),
        `UPDATE kuer.assignments SET state = 'revoked', revoked_by = $2, revoked_at = now(), revoke_reason = 'befangen' WHERE application_id = $1 AND slot = 1`,
        [applicationId('B-001'), idOf('office1')],
      );
      for (const person of ['juror', 'chair', 'reviewer2']) expect(await labels(person)).toEqual(['B']);
      expect(await labels('reviewer1')).toEqual([]);
      for (const person of ['office1', 'auditor']) expect(await labels(person)).toEqual(['A', 'B']);
    });

    it('public_calls and public_overview: to everybody once published, the selected and nothing else', async () => {
      await decide(db, 'private');
      const item = (number: string, more: Row): Promise<unknown> =>
        db.insert('decision_items', {
          decision_id: idOf('decision'),
          application_id: applicationId(number),
          call_id: CALL,
          portfolio_group: 'mittelstaedte',
          ...more,
        });
      await item('B-001', { outcome: 'selected' });
      await item('B-002', { outcome: 'selected' });
      await item('B-003', { outcome: 'reserve', reserve_rank: 1 });
      await item('B-004', { outcome: 'not_selected' });
      await db.scene(`UPDATE kuer.calls SET state = 'decided' WHERE id = $1`, [CALL]);
      expect(await answered('public_overview($1)', [CALL])).toBe('');
      await db.scene(`UPDATE kuer.decisions SET published_at = now(), published_by = $1`, [idOf('office1')]);
      await db.scene(`UPDATE kuer.calls SET state = 'published' WHERE id = $1`, [CALL]);
      expect(await answered('public_overview($1)', [CALL])).toBe(IDENTITIES.join(' '));
      const rows = await ask('nobody', 'public_overview($1)', [CALL]);
      expect(rows.map(({ application_number }) => application_number).sort()).toEqual(['B-001', 'B-002']);
      expect(Object.keys(rows[0] ?? {})).not.toContain('funding_requested');
      expect(await ask('nobody', 'public_calls()')).toMatchObject([{ call_id: CALL, applications: 4, selected: 2 }]);
      expect(await ask('nobody', 'public_overview($1)', [idOf('other call')])).toEqual([]);
    });
  });
});
