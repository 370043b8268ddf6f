import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { connect, idOf, refusalOf, SchemaDatabase } from './schema-database.js';
import { openJury, openMotion, putBundle, putMotion } from './schema-jury.js';
import { applicationId, buildWorld, CALL, CATALOGUE, versionId } from './schema-world.js';

/**
 * Two at the same moment. The first has done its part and has not committed; the second must wait and then find what the
 * first one left, whichever way round.
 */
describe('two at the same moment', () => {
  let db: SchemaDatabase;
  let first: Client;
  let second: Client;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
    await buildWorld(db);
    [first, second] = await Promise.all([connect(db.database.superuserUrl), connect(db.database.superuserUrl)]);
  });
  afterAll(async () => {
    await Promise.all([first.end(), second.end()]);
    await db.close();
  });

  /** Runs `early`, starts `late` beside it, sees it wait, commits `early`: what becomes of `late`. */
  async function race(early: string, late: string): Promise<string> {
    await first.query('BEGIN');
    await first.query(early);
    await second.query('BEGIN');
    const outcome = refusalOf(second.query(late));
    try {
      await untilItWaits(second);
      await first.query('COMMIT');
      const answer = await outcome;
      if (answer !== 'done') {
        await second.query('ROLLBACK');
        return answer;
      }
      return await refusalOf(second.query('COMMIT'));
    } catch (error) {
      await first.query('ROLLBACK');
      await outcome;
      await second.query('ROLLBACK');
      throw error;
    }
  }

  async function untilItWaits(client: Client): Promise<void> {
    const { processID } = client as unknown as { processID: number };
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const [row] = await db.scene(`SELECT wait_event_type AS type FROM pg_stat_activity WHERE pid = $1`, [processID]);
      if (row?.type === 'Lock') return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('The second one did not wait for the first one');
  }

  const draft = versionId('B-002', 'B');
  const saveScore = (value: number): string =>
    `INSERT INTO kuer.scores (review_version_id, catalogue_id, criterion, scale_max, scale_step, value) VALUES ('${draft}', '${CATALOGUE}', 'K3', 5, 1, ${value})
     ON CONFLICT (review_version_id, criterion) DO UPDATE SET value = excluded.value`;
  const submit = `UPDATE kuer.review_versions SET state = 'submitted', submitted_at = now() WHERE id = '${draft}'`;

  it('a score saved before a submission is in it (I2)', async () => {
    expect(await race(saveScore(5), submit)).toBe('done');
    expect(
      await db.scene(`SELECT value::int AS value FROM kuer.scores WHERE review_version_id = $1 AND criterion = 'K3'`, [
        draft,
      ]),
    ).toEqual([{ value: 5 }]);
  });

  it('a score saved after a submission is refused, not lost in it (I2)', async () => {
    await db.as(
      idOf('office1'),
      `SELECT kuer.reopen_review((SELECT id FROM kuer.reviews WHERE id = $1), $2, 'Rechenfehler', now())`,
      [idOf('review B-002 B'), idOf('second draft')],
    );
    const again = (sql: string): string => sql.replaceAll(draft, idOf('second draft'));
    expect(await race(again(submit), again(saveScore(0)))).toBe('scores_only_into_a_draft');
    expect(
      await db.scene(`SELECT value::int AS value FROM kuer.scores WHERE review_version_id = $1 AND criterion = 'K3'`, [
        idOf('second draft'),
      ]),
    ).toEqual([{ value: 5 }]);
  });

  const assign = (name: string, slot: number, reviewer: string): string =>
    `INSERT INTO kuer.assignments (id, application_id, call_id, slot, reviewer_id, assigned_by) VALUES ('${idOf(name)}', '${applicationId('B-004')}', '${CALL}', ${slot}, '${idOf(reviewer)}', '${idOf('office1')}')`;
  const declare = (reviewer: string): string =>
    `INSERT INTO kuer.conflicts (id, call_id, application_id, account_id, ground, source, created_by)
     VALUES ('${idOf(`sudden ${reviewer}`)}', '${CALL}', '${applicationId('B-004')}', '${idOf(reviewer)}', 'other', 'declared', '${idOf(reviewer)}')`;

  it('a slot is filled once', async () => {
    expect(await race(assign('a1', 1, 'reviewer1'), assign('a2', 1, 'reviewer2'))).toBe(
      'assignments_one_active_per_slot',
    );
  });

  it('a reviewer is asked once', async () => {
    expect(await race(assign('a3', 2, 'reviewer2'), assign('a4', 1, 'reviewer2'))).toMatch(
      /^assignments_(reviewer_once_per_application|one_active_per_slot)$/,
    );
  });

  it('a conflict keeps an assignment out (I3)', async () => {
    expect(await race(declare('reviewer3'), assign('a5', 2, 'reviewer3'))).toBe('assignments_never_in_conflict');
  });

  it('a conflict waits for an assignment, so that whoever records it finds the assignment to revoke', async () => {
    await db.scene(`UPDATE kuer.assignments SET state = 'declined', decline_reason = 'r' WHERE id = $1`, [idOf('a3')]);
    expect(await race(assign('a6', 2, 'late'), declare('late'))).toBe('done');
  });

  it('roles that exclude each other are not given side by side', async () => {
    await db.insert('accounts', { id: idOf('newcomer'), email: 'newcomer@kuer.example', display_name: 'newcomer' });
    const give = (role: string): string =>
      `INSERT INTO kuer.members (call_id, account_id, role) VALUES ('${CALL}', '${idOf('newcomer')}', '${role}')`;
    expect(await race(give('juror'), give('reviewer'))).toBe('members_roles_exclude_each_other');
    expect(
      await race(`UPDATE kuer.accounts SET is_administrator = true WHERE id = '${idOf('newcomer')}'`, give('auditor')),
    ).toBe('members_roles_exclude_each_other');
  });

  it('a criterion does not slip into a catalogue that is being frozen', async () => {
    const freeze = `UPDATE kuer.catalogue_versions SET frozen_at = now() WHERE call_id = '${CALL}' AND number = 2`;
    const slipIn = `INSERT INTO kuer.catalogue_criteria (catalogue_id, code, group_code, scale_max, scale_step, position) SELECT id, 'K9', 'G1', 5, 1, 9 FROM kuer.catalogue_versions WHERE call_id = '${CALL}' AND number = 2`;
    expect(await race(freeze, slipIn)).toBe('catalogue_is_frozen');
  });

  it('the trail has no branch: one of two next events is refused (I8)', async () => {
    const append = (
      id: string,
    ): string => `INSERT INTO kuer.audit_events (chain_id, seq, id, call_id, type, at, payload, canonical, previous_hash, hash)
      SELECT id, last_seq + 1, '${idOf(id)}', id, 'X', now(), '{}', '${id}', last_hash, sha256(last_hash || convert_to('${id}', 'UTF8')) FROM kuer.audit_chains WHERE id = '${CALL}'`;
    expect(await race(append('e1'), append('e2'))).toBe('audit_events_follow');
  });

  it('an event is written while somebody else holds the application: the trail waits for nothing but its chain', async () => {
    await first.query('BEGIN');
    await first.query(`SELECT 1 FROM kuer.applications WHERE id = $1 FOR UPDATE`, [applicationId('B-001')]);
    await first.query(`SELECT 1 FROM kuer.calls WHERE id = $1 FOR UPDATE`, [CALL]);
    await first.query(`SELECT 1 FROM kuer.accounts WHERE id = $1 FOR UPDATE`, [idOf('office1')]);
    await second.query(`SET lock_timeout = '500ms'`);
    try {
      const append = `INSERT INTO kuer.audit_events (chain_id, seq, id, call_id, application_id, actor_id, type, at, payload, canonical, previous_hash, hash)
        SELECT id, last_seq + 1, $1, id, $2, $3, 'X', now(), '{}', '{}', last_hash, sha256(last_hash || convert_to('{}', 'UTF8')) FROM kuer.audit_chains WHERE id = $4`;
      expect(await refusalOf(second.query(append, [idOf('e3'), applicationId('B-001'), idOf('office1'), CALL]))).toBe(
        'done',
      );
    } finally {
      await first.query('ROLLBACK');
      await second.query('RESET lock_timeout');
    }
  });

  describe('in the jury', () => {
    beforeAll(async () => {
      await openJury(db);
      await putMotion(db, 'motion', {});
      await openMotion(db, 'motion', ['juror', 'chair']);
      await putBundle(db, 'bundle', 'chair');
    });

    it('a bundle takes nothing in while it is being frozen', async () => {
      const freeze = `UPDATE kuer.bundles SET state = 'frozen' WHERE id = '${idOf('bundle')}'`;
      const putIn = `INSERT INTO kuer.bundle_items (bundle_id, application_id, call_id, added_by) VALUES ('${idOf('bundle')}', '${applicationId('B-001')}', '${CALL}', '${idOf('chair')}')`;
      expect(await race(freeze, putIn)).toBe('bundle_content_is_fixed');
    });

    it('a vote comes before the closing or not at all (I6)', async () => {
      const close = (yes: number): string =>
        `UPDATE kuer.motions SET state = 'closed', closed_at = now(), outcome = 'rejected', yes_count = ${yes}, no_count = 0, abstain_count = 0 WHERE id = '${idOf('motion')}'`;
      const vote = `INSERT INTO kuer.votes (motion_id, account_id, call_id, choice) VALUES ('${idOf('motion')}', '${idOf('juror')}', '${CALL}', 'yes')`;
      // Counted before the vote came in: the closing is refused as a whole, and counted again.
      expect(await race(vote, close(0))).toBe('motions_result_from_the_votes');
      expect(await race(close(1), vote.replace(idOf('juror'), idOf('chair')))).toBe('votes_only_while_open');
    });
  });
});
