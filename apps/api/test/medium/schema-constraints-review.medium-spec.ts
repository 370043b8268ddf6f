import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type Row, refusalOf, SchemaDatabase } from './schema-database.js';
import {
  applicationId,
  assignmentId,
  buildWorld,
  CALL,
  CATALOGUE,
  nextEvent,
  OPEN_CATALOGUE,
  reviewId,
  score,
  submit,
  versionId,
} from './schema-world.js';

/** What must never be in assignments, reviews and the trail, tried as superuser. */
describe('the rules of the database for reviews and the trail', () => {
  let db: SchemaDatabase;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
    await buildWorld(db);
  });
  afterAll(() => db.close());

  const refused = (table: string, row: Row): Promise<string> => refusalOf(db.insert(table, row));
  const refusedSql = (sql: string, parameters: unknown[] = []): Promise<string> => refusalOf(db.scene(sql, parameters));

  describe('assignments', () => {
    const assignment = (more: Row): Row => ({
      id: idOf('new assignment'),
      application_id: applicationId('B-004'),
      call_id: CALL,
      slot: 1,
      reviewer_id: idOf('reviewer1'),
      assigned_by: idOf('office1'),
      ...more,
    });

    it('fill a slot once, and ask nobody twice', async () => {
      const onFirst = { application_id: applicationId('B-001') };
      expect(await refused('assignments', assignment({ ...onFirst, reviewer_id: idOf('reviewer3') }))).toBe(
        'assignments_one_active_per_slot',
      );
      await db.insert('third_review_orders', {
        application_id: applicationId('B-001'),
        call_id: CALL,
        reason: 'Abweichung',
        ordered_by: idOf('office1'),
      });
      expect(await refused('assignments', assignment({ ...onFirst, slot: 3 }))).toBe(
        'assignments_reviewer_once_per_application',
      );
      expect(await refused('assignments', assignment({ slot: 4 }))).toBe('assignments_slot_is_known');
    });

    it('give the slot of somebody who declined to another one', async () => {
      await db.scene('BEGIN');
      await db.insert(
        'assignments',
        assignment({ application_id: applicationId('B-003'), reviewer_id: idOf('reviewer1') }),
      );
      await db.scene('ROLLBACK');
    });

    it('go to reviewers of the call who are not in conflict, a third one by order (I3)', async () => {
      expect(await refused('assignments', assignment({ reviewer_id: idOf('juror') }))).toBe(
        'assignments_only_to_reviewers',
      );
      expect(
        await refused('assignments', assignment({ application_id: applicationId('B-003'), reviewer_id: idOf('late') })),
      ).toBe('assignments_never_in_conflict');
      expect(await refused('assignments', assignment({ slot: 3 }))).toBe('assignments_third_by_order');
    });

    it('are not handed on and do not come back', async () => {
      expect(
        await refusedSql(`UPDATE kuer.assignments SET reviewer_id = $2 WHERE id = $1`, [
          assignmentId('B-001', 1, 'reviewer1'),
          idOf('reviewer3'),
        ]),
      ).toBe('assignments_identity_is_fixed');
      expect(
        await refusedSql(`UPDATE kuer.assignments SET state = 'accepted' WHERE id = $1`, [
          assignmentId('B-003', 1, 'reviewer3'),
        ]),
      ).toBe('assignments_step_is_known');
    });
  });

  describe('reviews', () => {
    const draft = versionId('B-002', 'B');
    const submitted = versionId('B-001', 'A');

    it.each([
      ['above the scale', 6, 'scores_value_is_on_the_scale'],
      ['below the scale', -1, 'scores_value_is_on_the_scale'],
      ['between the steps', 3.5, 'scores_value_is_a_step'],
    ])('hold no score %s', async (_what, value, rule) => {
      expect(await refusalOf(score(db, draft, 'K3', value))).toBe(rule);
    });

    it('hold no score on a criterion or a scale that the frozen catalogue does not have', async () => {
      const at = { review_version_id: draft, catalogue_id: CATALOGUE, scale_step: 1, value: 1 };
      expect(await refusalOf(score(db, draft, 'K13', 3))).toBe('scores_criterion_of_the_catalogue');
      expect(await refused('scores', { ...at, criterion: 'K3', scale_max: 10 })).toBe(
        'scores_criterion_of_the_catalogue',
      );
      expect(await refused('scores', { ...at, criterion: 'K3', scale_max: 5, catalogue_id: OPEN_CATALOGUE })).toBe(
        'scores_version',
      );
      const version = {
        id: idOf('x'),
        review_id: reviewId('B-003', 'B'),
        application_id: applicationId('B-003'),
        call_id: CALL,
        number: 2,
        reason: 'r',
      };
      expect(await refused('review_versions', { ...version, catalogue_id: OPEN_CATALOGUE })).toBe(
        'review_versions_on_the_frozen_catalogue',
      );
      expect(await refused('review_versions', { ...version, catalogue_id: CATALOGUE, number: 7 })).toBe(
        'review_versions_number_has_no_gap',
      );
      expect(await refused('review_versions', { ...version, catalogue_id: CATALOGUE })).toBe(
        'review_versions_one_draft',
      );
    });

    it('never change once submitted, not a letter of them (I2)', async () => {
      for (const change of [
        `summary = 'anders'`,
        `verdict = 'not_eligible'`,
        `total = 1`,
        `state = 'draft', submitted_at = NULL`,
        `is_current = false`,
        `submitted_at = now()`,
      ]) {
        expect(await refusedSql(`UPDATE kuer.review_versions SET ${change} WHERE id = $1`, [submitted])).toBe(
          'review_versions_submitted_never_change',
        );
      }
      expect(await refusedSql(`DELETE FROM kuer.review_versions WHERE id = $1`, [submitted])).toBe(
        'review_versions_never_vanish',
      );
      expect(await refusedSql(`TRUNCATE kuer.review_versions CASCADE`)).toBe('review_versions_never_truncated');
      expect(await refusedSql(`TRUNCATE kuer.scores`)).toBe('scores_never_truncated');
      expect(await refusedSql(`UPDATE kuer.scores SET value = 0 WHERE review_version_id = $1`, [submitted])).toBe(
        'scores_only_into_a_draft',
      );
      expect(
        await refusedSql(`UPDATE kuer.scores SET justification = 'x' WHERE review_version_id = $1`, [submitted]),
      ).toBe('scores_only_into_a_draft');
      expect(
        await refusedSql(`UPDATE kuer.scores SET review_version_id = $2 WHERE review_version_id = $1`, [
          submitted,
          draft,
        ]),
      ).toBe('scores_identity_is_fixed');
      expect(await refusedSql(`DELETE FROM kuer.scores WHERE review_version_id = $1`, [submitted])).toBe(
        'scores_never_vanish',
      );
      expect(await refusalOf(score(db, submitted, 'K1', 3))).toBe('scores_only_into_a_draft');
    });

    it('are submitted complete, start as drafts, and are not counted by hand', async () => {
      expect(await refusalOf(submit(db, draft))).toBe('review_versions_submitted_complete');
      const at = { application_id: applicationId('B-001'), call_id: CALL };
      expect(
        await refused('review_versions', {
          id: idOf('x'),
          review_id: reviewId('B-001', 'A'),
          ...at,
          catalogue_id: CATALOGUE,
          number: 2,
          reason: 'r',
          state: 'submitted',
          submitted_at: new Date(),
        }),
      ).toBe('review_versions_start_as_draft');
      expect(
        await refused('review_versions', {
          id: idOf('x'),
          review_id: reviewId('B-001', 'A'),
          ...at,
          catalogue_id: CATALOGUE,
          number: 2,
        }),
      ).toBe('review_versions_amendment_has_reason');
      expect(await refusedSql(`UPDATE kuer.review_versions SET total = 50 WHERE id = $1`, [draft])).toBe(
        'review_versions_draft_has_no_total',
      );
      expect(
        await refusedSql(`UPDATE kuer.reviews SET is_counted = false WHERE id = $1`, [reviewId('B-001', 'A')]),
      ).toBe('reviews_count_by_submission');
      expect(
        await refusedSql(`UPDATE kuer.reviews SET state = 'submitted' WHERE id = $1`, [reviewId('B-002', 'B')]),
      ).toBe('reviews_submitted_without_draft');
      expect(await refusedSql(`UPDATE kuer.reviews SET label = 'C' WHERE id = $1`, [reviewId('B-001', 'A')])).toBe(
        'reviews_identity_is_fixed',
      );
    });

    it('keep what the jury was shown', async () => {
      expect(await refusedSql(`UPDATE kuer.ranking_entries SET rank = 9`)).toBe('ranking_entries_never_change');
      expect(await refusedSql(`DELETE FROM kuer.ranking_entries`)).toBe('ranking_entries_never_change');
      expect(await refusedSql(`UPDATE kuer.ranking_versions SET result = '{}'`)).toBe('ranking_versions_never_change');
      expect(
        await refused('recommendations', {
          application_id: applicationId('B-002'),
          call_id: CALL,
          derived_outcome: 'recommended',
          outcome: 'not_recommended',
          confirmed_by: idOf('office1'),
        }),
      ).toBe('recommendations_deviation_has_comment');
    });

    it('count no more once the assignment is revoked, and stay on file', async () => {
      await db.scene('BEGIN');
      await db.scene(
        `UPDATE kuer.assignments SET state = 'revoked', revoked_by = $2, revoked_at = now(), revoke_reason = 'befangen' WHERE id = $1`,
        [assignmentId('B-001', 1, 'reviewer1'), idOf('office1')],
      );
      expect(
        await db.scene(
          `SELECT r.is_counted, v.is_current, v.state, v.summary FROM kuer.reviews r JOIN kuer.review_versions v ON v.review_id = r.id WHERE r.id = $1`,
          [reviewId('B-001', 'A')],
        ),
      ).toEqual([{ is_counted: false, is_current: false, state: 'submitted', summary: 'B-001/A' }]);
      await db.insert('assignments', assignment('reviewer3'));
      await db.scene('ROLLBACK');

      function assignment(reviewer: string): Row {
        return {
          id: idOf('replacement'),
          application_id: applicationId('B-001'),
          call_id: CALL,
          slot: 1,
          reviewer_id: idOf(reviewer),
          assigned_by: idOf('office1'),
        };
      }
    });
  });

  describe('the trail', () => {
    it('takes the next event and no other (I8)', async () => {
      const next = await nextEvent(db, CALL, null, idOf('office1'));
      expect(await refused('audit_events', { ...next, seq: (next.seq as number) + 1 })).toBe('audit_events_follow');
      expect(await refused('audit_events', { ...next, seq: 1 })).toBe('audit_events_follow');
      expect(await refused('audit_events', { ...next, previous_hash: Buffer.alloc(32) })).toBe('audit_events_follow');
      for (const reference of [
        { application_id: idOf('nothing') },
        { application_id: applicationId('B-001', idOf('other call')) },
        { actor_id: idOf('nobody') },
      ]) {
        expect(await refused('audit_events', { ...next, ...reference })).toBe('audit_events_refer_to_what_exists');
      }
      expect(await refused('audit_events', { ...next, canonical: '{"forged":true}' })).toBe(
        'audit_events_hash_follows',
      );
      expect(
        await refused('audit_events', {
          ...next,
          chain_id: idOf('other call'),
          seq: 1,
          previous_hash: Buffer.alloc(32),
        }),
      ).toMatch(/^audit_events_(chain_of_the_call|hash_follows)$/);
      await db.insert('audit_events', next);
      expect(await refused('audit_events', { ...next, id: idOf('again') })).toBe('audit_events_follow');
    });

    it.each([
      ['UPDATE kuer.audit_events SET type = type', 'audit_events_never_change'],
      ['DELETE FROM kuer.audit_events', 'audit_events_never_change'],
      ['TRUNCATE kuer.audit_events', 'audit_events_never_truncated'],
      ['UPDATE kuer.audit_chains SET last_seq = last_seq + 1', 'audit_chains_move_with_their_events'],
      ['DELETE FROM kuer.audit_chains', 'audit_chains_never_vanish'],
      ['TRUNCATE kuer.audit_chains CASCADE', 'audit_chains_never_truncated'],
    ])('refuses %s to the very superuser', async (sql, rule) => {
      expect(await refusedSql(sql)).toBe(rule);
    });
  });
});
