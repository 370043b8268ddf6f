import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type Row, refusalOf, SchemaDatabase } from './schema-database.js';
import {
  adopt,
  closeMotion,
  openJury,
  openMotion,
  putBundle,
  putItem,
  putMotion,
  SESSION,
  vote,
} from './schema-jury.js';
import { applicationId, buildWorld, CALL } from './schema-world.js';

/** What must never be in the jury's stage, tried as superuser: constraints and guards hold for every role. */
describe('the rules of the database for the jury', () => {
  let db: SchemaDatabase;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
    await buildWorld(db);
    await openJury(db);
  });
  afterAll(() => db.close());

  const refused = (table: string, row: Row): Promise<string> => refusalOf(db.insert(table, row));
  const refusedSql = (sql: string, parameters: unknown[] = []): Promise<string> => refusalOf(db.scene(sql, parameters));

  describe('a motion', () => {
    it('is put, opened in an open session and closed, in this order', async () => {
      await db.insert('sessions', { id: idOf('planned'), call_id: CALL, title: 'Später', created_by: idOf('chair') });
      await putMotion(db, 'early', { number: 40 });
      await db.scene(`UPDATE kuer.motions SET session_id = $2 WHERE id = $1`, [idOf('early'), idOf('planned')]);
      const open = `UPDATE kuer.motions SET state = 'open', opened_at = now() WHERE id = $1`;
      expect(await refusedSql(open, [idOf('early')])).toBe('motions_in_an_open_session');
      expect(
        await refusedSql(
          `UPDATE kuer.motions SET state = 'closed', opened_at = now(), closed_at = now() WHERE id = $1`,
          [idOf('early')],
        ),
      ).toBe('motions_step_is_known');
      expect(
        await refusedSql(
          `INSERT INTO kuer.motions SELECT (m).* FROM (SELECT jsonb_populate_record(m, jsonb_build_object('id', $2::text, 'number', 41, 'state', 'open', 'opened_at', now())) m FROM kuer.motions m WHERE id = $1) x`,
          [idOf('early'), idOf('born open')],
        ),
      ).toBe('motions_start_as_put');
    });

    it('takes one vote a member, of the eligible only, while it is open (I6)', async () => {
      await putMotion(db, 'first', { number: 1 });
      await db.insert('motion_electorate', {
        motion_id: idOf('first'),
        account_id: idOf('juror'),
        call_id: CALL,
        status: 'eligible',
      });
      expect(await refusalOf(vote(db, 'first', 'juror', 'yes'))).toBe('votes_only_while_open');
      await db.insert('motion_electorate', {
        motion_id: idOf('first'),
        account_id: idOf('recused'),
        call_id: CALL,
        status: 'recused',
      });
      await db.insert('motion_electorate', {
        motion_id: idOf('first'),
        account_id: idOf('chair'),
        call_id: CALL,
        status: 'absent',
      });
      await db.scene(`UPDATE kuer.motions SET state = 'open', opened_at = now() WHERE id = $1`, [idOf('first')]);
      await vote(db, 'first', 'juror', 'yes');
      expect(await refusalOf(vote(db, 'first', 'juror', 'no'))).toBe('votes_pkey');
      expect(await refusalOf(vote(db, 'first', 'recused', 'no'))).toBe('votes_only_by_the_eligible');
      expect(await refusalOf(vote(db, 'first', 'chair', 'no'))).toBe('votes_only_by_the_eligible');
      expect(await refusalOf(vote(db, 'first', 'office1', 'no'))).toBe('votes_only_by_the_eligible');
      expect(await refusalOf(vote(db, 'first', 'juror', null))).toBe('votes_as_the_ballot_says');
      expect(await refusedSql(`DELETE FROM kuer.votes WHERE motion_id = $1`, [idOf('first')])).toBe(
        'votes_never_vanish',
      );
      expect(
        await refusedSql(
          `UPDATE kuer.motion_electorate SET status = 'absent' WHERE motion_id = $1 AND account_id = $2`,
          [idOf('first'), idOf('juror')],
        ),
      ).toBe('motion_electorate_keeps_voters');
      expect(await refusedSql(`UPDATE kuer.motions SET text = 'anders' WHERE id = $1`, [idOf('first')])).toBe(
        'motions_voted_on_as_put',
      );
    });

    it('has the result of its votes, and never another one', async () => {
      expect(await refusalOf(closeMotion(db, 'first', 'adopted', [2, 0, 0]))).toBe('motions_result_from_the_votes');
      expect(
        await refusedSql(`UPDATE kuer.motions SET state = 'closed', closed_at = now() WHERE id = $1`, [idOf('first')]),
      ).toBe('motions_result_from_the_votes');
      await closeMotion(db, 'first', 'adopted', [1, 0, 0]);
      for (const change of [
        `outcome = 'rejected'`,
        `yes_count = 5`,
        `text = 'anders'`,
        `state = 'open', closed_at = NULL`,
      ]) {
        expect(await refusedSql(`UPDATE kuer.motions SET ${change} WHERE id = $1`, [idOf('first')])).toBe(
          'motions_closed_never_change',
        );
      }
      expect(await refusalOf(vote(db, 'first', 'chair', 'no'))).toBe('votes_only_while_open');
      expect(await refusedSql(`UPDATE kuer.votes SET choice = 'no' WHERE motion_id = $1`, [idOf('first')])).toBe(
        'votes_only_while_open',
      );
      expect(
        await refusedSql(`UPDATE kuer.motion_electorate SET status = 'eligible' WHERE motion_id = $1`, [idOf('first')]),
      ).toBe('motions_closed_never_change');
      expect(await refusedSql(`DELETE FROM kuer.motions WHERE id = $1`, [idOf('first')])).toBe('motions_never_vanish');
    });

    it('may read its votes before it writes the result, in the closing transaction', async () => {
      await putMotion(db, 'two steps', { number: 2 });
      await openMotion(db, 'two steps', ['juror', 'chair']);
      await vote(db, 'two steps', 'juror', 'no');
      await db.scene('BEGIN');
      await db.scene(`UPDATE kuer.motions SET state = 'closed', closed_at = now() WHERE id = $1`, [idOf('two steps')]);
      await db.scene(
        `UPDATE kuer.motions SET outcome = 'rejected', yes_count = 0, no_count = 1, abstain_count = 0 WHERE id = $1`,
        [idOf('two steps')],
      );
      await db.scene('COMMIT');
      expect(
        await refusedSql(
          `UPDATE kuer.motions SET outcome = 'adopted', yes_count = 0, no_count = 1, abstain_count = 0 WHERE id = $1`,
          [idOf('two steps')],
        ),
      ).toBe('motions_closed_never_change');
    });

    it('leaves one open at a time, and nobody in conflict with its application eligible (I3)', async () => {
      await putMotion(db, 'on B-001', { number: 3, application: 'B-001' });
      expect(await refusalOf(openMotion(db, 'on B-001', ['juror', 'recused']))).toBe(
        'motion_electorate_without_the_recused',
      );
      await db.scene(`DELETE FROM kuer.motion_electorate WHERE motion_id = $1`, [idOf('on B-001')]);
      await openMotion(db, 'on B-001', ['juror', 'chair']);
      await putMotion(db, 'meanwhile', { number: 4 });
      expect(
        await refusedSql(`UPDATE kuer.motions SET state = 'open', opened_at = now() WHERE id = $1`, [
          idOf('meanwhile'),
        ]),
      ).toBe('motions_one_open_per_session');
      await db.scene('BEGIN');
      await db.insert('conflicts', {
        id: idOf('sudden'),
        call_id: CALL,
        application_id: applicationId('B-001'),
        account_id: idOf('chair'),
        ground: 'other',
        source: 'declared',
        created_by: idOf('chair'),
      });
      expect(await refusalOf(vote(db, 'on B-001', 'chair', 'yes'))).toBe('votes_only_by_the_eligible');
      await db.scene('ROLLBACK');
      await closeMotion(db, 'on B-001', 'not_quorate', [0, 0, 0]);
    });

    it('asks the jury and nobody else', async () => {
      await putMotion(db, 'for all', { number: 5 });
      expect(
        await refused('motion_electorate', {
          motion_id: idOf('for all'),
          account_id: idOf('office1'),
          call_id: CALL,
          status: 'eligible',
        }),
      ).toBe('motion_electorate_is_the_jury');
    });
  });

  describe('a secret ballot', () => {
    it('keeps slips that nobody can take back or double', async () => {
      await putMotion(db, 'secret', { number: 6, ballot: 'secret' });
      await openMotion(db, 'secret', ['juror', 'chair']);
      expect(await refused('secret_ballots', { motion_id: idOf('secret'), choice: 'yes' })).toBe(
        'secret_ballots_one_per_vote',
      );
      expect(await refusalOf(vote(db, 'secret', 'juror', 'yes'))).toBe('votes_as_the_ballot_says');
      expect(await refusalOf(vote(db, 'secret', 'juror', null))).toBe('votes_secret_with_a_slip');
      await db.scene('BEGIN');
      await vote(db, 'secret', 'juror', null);
      await db.insert('secret_ballots', { motion_id: idOf('secret'), choice: 'yes' });
      await db.scene('COMMIT');
      expect(await refused('secret_ballots', { motion_id: idOf('secret'), choice: 'yes' })).toBe(
        'secret_ballots_one_per_vote',
      );
      expect(await refusedSql(`UPDATE kuer.secret_ballots SET choice = 'no'`)).toBe('secret_ballots_never_change');
      expect(await refusedSql(`DELETE FROM kuer.secret_ballots`)).toBe('secret_ballots_never_change');
    });

    it('holds no account, no time, and ids that tell no time', async () => {
      const columns = await db.scene(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'kuer' AND table_name = 'secret_ballots'`,
      );
      expect(columns.map(({ name }) => name).sort()).toEqual(['choice', 'id', 'motion_id']);
      const [slip] = await db.scene(`SELECT id FROM kuer.secret_ballots`);
      expect(String(slip?.id).charAt(14)).toBe('4');
    });

    it('is shuffled by closing: no transaction and no order joins a slip to a voter', async () => {
      await db.scene('BEGIN');
      await vote(db, 'secret', 'chair', null);
      await db.insert('secret_ballots', { motion_id: idOf('secret'), choice: 'no' });
      await db.scene('COMMIT');
      const joined = `SELECT count(*)::int AS n FROM kuer.votes v JOIN kuer.secret_ballots b ON b.motion_id = v.motion_id AND b.xmin = v.xmin WHERE v.motion_id = $1`;
      expect(await db.scene(joined, [idOf('secret')])).toEqual([{ n: 2 }]);
      await closeMotion(db, 'secret', 'rejected', [1, 1, 0]);
      expect(await db.scene(joined, [idOf('secret')])).toEqual([{ n: 0 }]);
      const slips = await db.scene(
        `SELECT id, xmin::text AS transaction FROM kuer.secret_ballots WHERE motion_id = $1 ORDER BY ctid`,
        [idOf('secret')],
      );
      expect(new Set(slips.map(({ transaction }) => transaction)).size).toBe(1);
      expect(slips.map(({ id }) => id)).toEqual(slips.map(({ id }) => id).sort());
    });
  });

  describe('a bundle', () => {
    it('is adopted by an adopted motion on exactly this bundle', async () => {
      await putBundle(db, 'A', 'chair', true);
      await putItem(db, 'A', 'B-001');
      expect(await refusalOf(adopt(db, 'A'))).toBe('bundles_adopted_by_motion');
      await putBundle(db, 'B', 'juror');
      await putMotion(db, 'adopt A', { number: 10, bundle: 'A' });
      await openMotion(db, 'adopt A', ['juror', 'chair']);
      expect(await refusalOf(putItem(db, 'A', 'B-002'))).toBe('bundle_content_is_voted_on');
      await vote(db, 'adopt A', 'juror', 'yes');
      await closeMotion(db, 'adopt A', 'adopted', [1, 0, 0]);
      expect(await refusalOf(adopt(db, 'B'))).toBe('bundles_adopted_by_motion');
      expect(await refusalOf(putItem(db, 'A', 'B-002'))).toBe('bundle_content_is_voted_on');
      await adopt(db, 'A');
    });

    it('never changes once adopted, and stays the only one of its call', async () => {
      expect(await refusedSql(`UPDATE kuer.bundles SET name = 'anders' WHERE id = $1`, [idOf('A')])).toBe(
        'bundles_adopted_never_change',
      );
      expect(await refusedSql(`DELETE FROM kuer.bundles WHERE id = $1`, [idOf('A')])).toBe(
        'bundles_adopted_never_change',
      );
      expect(await refusedSql(`DELETE FROM kuer.bundle_items WHERE bundle_id = $1`, [idOf('A')])).toBe(
        'bundle_content_is_fixed',
      );
      expect(
        await refused('bundle_justifications', {
          bundle_id: idOf('A'),
          application_id: applicationId('B-002'),
          call_id: CALL,
          reason: 'zu spät',
          written_by: idOf('chair'),
        }),
      ).toBe('bundle_content_is_fixed');
      await putMotion(db, 'adopt B', { number: 11, bundle: 'B' });
      await openMotion(db, 'adopt B', ['juror', 'chair']);
      await vote(db, 'adopt B', 'juror', 'yes');
      await closeMotion(db, 'adopt B', 'adopted', [1, 0, 0]);
      expect(await refusalOf(adopt(db, 'B'))).toBe('bundles_one_adopted_per_call');
      expect(await refusedSql(`UPDATE kuer.calls SET state = 'review' WHERE id = $1`, [CALL])).toBe(
        'calls_never_back_past_a_decision',
      );
    });

    it('is fixed while frozen', async () => {
      await putBundle(db, 'C', 'juror');
      await putItem(db, 'C', 'B-003');
      await db.scene(`UPDATE kuer.bundles SET state = 'frozen' WHERE id = $1`, [idOf('C')]);
      expect(await refusalOf(putItem(db, 'C', 'B-004'))).toBe('bundle_content_is_fixed');
      expect(await refusedSql(`DELETE FROM kuer.bundle_items WHERE bundle_id = $1`, [idOf('C')])).toBe(
        'bundle_content_is_fixed',
      );
      await db.insert('bundle_justifications', {
        bundle_id: idOf('C'),
        application_id: applicationId('B-001'),
        call_id: CALL,
        reason: 'Region fehlt sonst',
        written_by: idOf('juror'),
      });
    });
  });

  describe('a decision', () => {
    const decision = (name: string, more: Row = {}): Row => ({
      id: idOf(name),
      call_id: CALL,
      number: 1,
      bundle_id: idOf('A'),
      motion_id: idOf('adopt A'),
      decided_by: idOf('chair'),
      ...more,
    });
    const item = (name: string, number: string, more: Row): Row => ({
      decision_id: idOf(name),
      application_id: applicationId(number),
      call_id: CALL,
      portfolio_group: 'mittelstaedte',
      ...more,
    });
    const publish = `UPDATE kuer.decisions SET published_at = now(), published_by = $2 WHERE id = $1`;

    it('rests on the adopted bundle and its motion', async () => {
      expect(await refused('decisions', decision('on C', { bundle_id: idOf('C') }))).toBe(
        'decisions_rest_on_an_adopted_bundle',
      );
      expect(await refused('decisions', decision('on a rejected motion', { motion_id: idOf('secret') }))).toBe(
        'decisions_rest_on_an_adopted_bundle',
      );
      expect(
        await refused('decisions', decision('at once', { published_at: new Date(), published_by: idOf('office1') })),
      ).toBe('decisions_published_after_their_items');
      await db.insert('decisions', decision('decision'));
      expect(await refused('decisions', decision('twice'))).toBe('decisions_number_is_unique');
    });

    it('gives a place to those on the reserve list and to nobody else', async () => {
      await db.insert('decision_items', item('decision', 'B-001', { outcome: 'selected' }));
      await db.insert('decision_items', item('decision', 'B-002', { outcome: 'reserve', reserve_rank: 1 }));
      expect(await refused('decision_items', item('decision', 'B-003', { outcome: 'reserve' }))).toBe(
        'decision_items_reserve_has_a_place',
      );
      expect(await refused('decision_items', item('decision', 'B-003', { outcome: 'selected', reserve_rank: 2 }))).toBe(
        'decision_items_reserve_has_a_place',
      );
    });

    it('is corrected by a new one that refers to it, never changed (I11)', async () => {
      const correction = { number: 2, supersedes_id: idOf('decision'), reason: 'Name berichtigt' };
      expect(await refused('decisions', decision('correction', correction))).toBe(
        'decisions_correct_the_published_one',
      );
      expect(await refusedSql(`UPDATE kuer.decisions SET decided_at = now() WHERE id = $1`, [idOf('decision')])).toBe(
        'decisions_published_as_taken',
      );
      await db.scene(publish, [idOf('decision'), idOf('office1')]);
      expect(await refusedSql(publish, [idOf('decision'), idOf('office2')])).toBe('decisions_published_never_change');
      expect(await refused('decision_items', item('decision', 'B-004', { outcome: 'selected' }))).toBe(
        'decisions_published_never_change',
      );
      expect(await refusedSql(`UPDATE kuer.decision_items SET outcome = 'selected', reserve_rank = NULL`)).toBe(
        'decision_items_never_change',
      );
      expect(await refusedSql(`DELETE FROM kuer.decision_items`)).toBe('decision_items_never_change');
      expect(await refusedSql(`TRUNCATE kuer.decisions CASCADE`)).toMatch(/_never_truncated$/);
      expect(await refused('decisions', decision('correction', { ...correction, reason: ' ' }))).toBe(
        'decisions_correction_refers_and_says_why',
      );
      await db.insert('decisions', decision('correction', correction));
      expect(await refused('decisions', decision('other correction', { ...correction, number: 3 }))).toBe(
        'decisions_correct_the_published_one',
      );
    });

    it('lets the call be decided and published', async () => {
      await db.scene(`UPDATE kuer.calls SET state = 'decided' WHERE id = $1`, [CALL]);
      await db.scene(`UPDATE kuer.calls SET state = 'published' WHERE id = $1`, [CALL]);
    });
  });

  it('a closed session changes no more but for its minutes', async () => {
    await db.scene(`UPDATE kuer.sessions SET state = 'closed', closed_at = now() WHERE id = $1`, [SESSION]);
    expect(await refusedSql(`UPDATE kuer.sessions SET title = 'anders' WHERE id = $1`, [SESSION])).toBe(
      'sessions_closed_never_change',
    );
    expect(
      await refusedSql(`UPDATE kuer.session_attendance SET status = 'absent' WHERE session_id = $1`, [SESSION]),
    ).toBe('sessions_closed_never_change');
    expect(
      await refusedSql(`UPDATE kuer.sessions SET state = 'open', closed_at = NULL WHERE id = $1`, [SESSION]),
    ).toMatch(/^sessions_(step_is_known|closed_never_change)$/);
    await db.scene(`UPDATE kuer.sessions SET minutes = 'Niederschrift', version = version + 1 WHERE id = $1`, [
      SESSION,
    ]);
  });

  it('notices stay as they were sent', async () => {
    expect(await refusedSql(`UPDATE kuer.notices SET body = 'anders'`)).toBe('notices_never_change');
    expect(await refusedSql(`DELETE FROM kuer.notices`)).toBe('notices_never_change');
  });
});
