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

/**
 * What must never be, tried as superuser: constraints and guards hold for every role. Each test says the name of the rule
 * that refuses, and where it is not plain, does the neighbouring thing that is allowed.
 */
describe('the rules of the database', () => {
  let db: SchemaDatabase;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
    await buildWorld(db);
  });
  afterAll(() => db.close());

  const refused = (table: string, row: Row): Promise<string> => refusalOf(db.insert(table, row));
  const refusedSql = (sql: string, parameters: unknown[] = []): Promise<string> => refusalOf(db.scene(sql, parameters));

  describe('people and calls', () => {
    it('keep one account per address, whatever its case', async () => {
      expect(await refused('accounts', { id: idOf('x'), email: 'OFFICE1@kuer.example', display_name: 'x' })).toBe(
        'accounts_email_is_unique',
      );
    });

    it.each([
      ['reviewer1', 'juror'],
      ['reviewer1', 'chair'],
      ['reviewer1', 'examiner'],
      ['reviewer1', 'coordinator'],
      ['juror', 'reviewer'],
      ['examiner1', 'reviewer'],
      ['office1', 'reviewer'],
      ['auditor', 'juror'],
      ['auditor', 'coordinator'],
      ['office1', 'auditor'],
      ['admin', 'auditor'],
    ])('refuse %s the role %s besides', async (person, role) => {
      expect(await refused('members', { call_id: CALL, account_id: idOf(person), role })).toBe(
        'members_roles_exclude_each_other',
      );
    });

    it('allow a coordinator to examine, and a role in another call', async () => {
      await db.scene('BEGIN');
      await db.insert('members', { call_id: CALL, account_id: idOf('office1'), role: 'examiner' });
      await db.insert('members', { call_id: idOf('other call'), account_id: idOf('reviewer1'), role: 'juror' });
      await db.scene('ROLLBACK');
    });

    it('do not let an auditor become administrator, nor a membership be rewritten', async () => {
      expect(
        await refusedSql(`UPDATE kuer.accounts SET is_administrator = true WHERE id = $1`, [idOf('auditor')]),
      ).toBe('members_roles_exclude_each_other');
      expect(await refusedSql(`UPDATE kuer.members SET role = 'chair' WHERE account_id = $1`, [idOf('juror')])).toBe(
        'members_come_and_go',
      );
    });

    it.each([
      ['jury', 'published'],
      ['review', 'decided'],
      ['review', 'draft'],
    ])('know no step of a call from %s to %s', async (from, to) => {
      await db.insert('calls', { id: idOf(`${from}${to}`), title: 'x', state: from });
      expect(await refusedSql(`UPDATE kuer.calls SET state = $2 WHERE id = $1`, [idOf(`${from}${to}`), to])).toBe(
        'calls_step_is_known',
      );
    });

    it('know no state of a call that the procedure does not have', async () => {
      expect(await refused('calls', { id: idOf('x'), title: 'x', state: 'somewhere' })).toBe('calls_state_is_known');
    });

    it('do not let a call be decided or published without a decision', async () => {
      await db.insert('calls', { id: idOf('undecided'), title: 'x', state: 'jury' });
      expect(await refusedSql(`UPDATE kuer.calls SET state = 'decided' WHERE id = $1`, [idOf('undecided')])).toBe(
        'calls_decided_by_the_jury',
      );
      await db.insert('calls', { id: idOf('unpublished'), title: 'x', state: 'decided' });
      expect(await refusedSql(`UPDATE kuer.calls SET state = 'published' WHERE id = $1`, [idOf('unpublished')])).toBe(
        'calls_published_with_a_decision',
      );
      expect(await refusedSql(`UPDATE kuer.calls SET state = 'jury' WHERE id = $1`, [idOf('unpublished')])).toBe(
        'calls_step_is_known',
      );
    });

    it('leave a frozen catalogue as it is, and freeze none without criteria', async () => {
      expect(
        await refusedSql(`UPDATE kuer.catalogue_versions SET content = '{"a":1}' WHERE id = $1`, [CATALOGUE]),
      ).toBe('catalogue_is_frozen');
      expect(await refusedSql(`UPDATE kuer.catalogue_versions SET frozen_at = NULL WHERE id = $1`, [CATALOGUE])).toBe(
        'catalogue_is_frozen',
      );
      expect(await refusedSql(`DELETE FROM kuer.catalogue_versions WHERE id = $1`, [CATALOGUE])).toBe(
        'catalogue_is_frozen',
      );
      expect(
        await refusedSql(`UPDATE kuer.catalogue_criteria SET weight = 2 WHERE catalogue_id = $1`, [CATALOGUE]),
      ).toBe('catalogue_is_frozen');
      expect(await refusedSql(`DELETE FROM kuer.catalogue_criteria WHERE catalogue_id = $1`, [CATALOGUE])).toBe(
        'catalogue_is_frozen',
      );
      expect(
        await refusedSql(
          `UPDATE kuer.catalogue_criteria SET catalogue_id = $1 WHERE catalogue_id = $2 AND code = 'K1'`,
          [CATALOGUE, OPEN_CATALOGUE],
        ),
      ).toBe('catalogue_is_frozen');
      expect(
        await refused('catalogue_criteria', {
          catalogue_id: CATALOGUE,
          code: 'K9',
          group_code: 'G1',
          scale_max: 5,
          scale_step: 1,
          position: 9,
        }),
      ).toBe('catalogue_is_frozen');
      await db.insert('catalogue_versions', { id: idOf('empty'), call_id: CALL, number: 3, content: {} });
      expect(
        await refusedSql(`UPDATE kuer.catalogue_versions SET frozen_at = now() WHERE id = $1`, [idOf('empty')]),
      ).toBe('catalogue_is_not_empty');
      await db.scene(`UPDATE kuer.catalogue_criteria SET weight = 2 WHERE catalogue_id = $1`, [OPEN_CATALOGUE]);
    });

    it('want a second coordinator for an override, and take it as it was asked for', async () => {
      const ask = {
        id: idOf('override'),
        call_id: CALL,
        from_state: 'review',
        to_state: 'jury',
        reason: 'Frist',
        requested_by: idOf('office1'),
      };
      expect(await refused('override_requests', { ...ask, requested_by: idOf('chair') })).toBe(
        'override_requests_two_coordinators',
      );
      expect(await refused('override_requests', { ...ask, reason: ' ' })).toBe('override_requests_reason_is_given');
      await db.insert('override_requests', ask);
      expect(await refused('override_requests', { ...ask, id: idOf('override 2') })).toBe(
        'override_requests_one_pending_per_call',
      );
      const confirm = `UPDATE kuer.override_requests SET confirmed_by = $2, confirmed_at = now() WHERE id = $1`;
      expect(await refusedSql(confirm, [ask.id, idOf('office1')])).toMatch(
        /^override_requests_(confirmed_by_another|two_coordinators)$/,
      );
      expect(await refusedSql(confirm, [ask.id, idOf('examiner1')])).toBe('override_requests_two_coordinators');
      expect(await refusedSql(`UPDATE kuer.override_requests SET to_state = 'decided' WHERE id = $1`, [ask.id])).toBe(
        'override_requests_are_confirmed_as_asked',
      );
      await db.scene(confirm, [ask.id, idOf('office2')]);
      expect(await refusedSql(`UPDATE kuer.override_requests SET withdrawn_at = now() WHERE id = $1`, [ask.id])).toBe(
        'override_requests_end_once',
      );
    });
  });

  describe('applications', () => {
    it('keep their number, unique in its call', async () => {
      expect(await refused('applications', { id: idOf('x'), call_id: CALL, number: 'B-001' })).toBe(
        'applications_number_is_unique',
      );
      expect(await refused('applications', { id: idOf('x'), call_id: CALL, number: 'Nr. 1' })).toBe(
        'applications_number_has_its_form',
      );
      expect(
        await refusedSql(`UPDATE kuer.applications SET number = 'B-900' WHERE id = $1`, [applicationId('B-001')]),
      ).toBe('applications_number_never_changes');
    });

    it('take no step that the table of transitions does not have', async () => {
      expect(
        await refusedSql(`UPDATE kuer.applications SET state = 'selected' WHERE id = $1`, [applicationId('B-004')]),
      ).toBe('applications_step_is_known');
      expect(
        await refusedSql(`UPDATE kuer.applications SET state = 'unknown' WHERE id = $1`, [applicationId('B-004')]),
      ).toMatch(/^applications_(step|state)_is_known$/);
    });

    it.each(['0500000', '050000001', 'abcdefgh', '05000000123', '0500000 '])(
      'take no key of a municipality like "%s"',
      async (ags) => {
        expect(
          await refusedSql(`UPDATE kuer.application_contents SET lead_ags = $2 WHERE application_id = $1`, [
            applicationId('B-004'),
            ags,
          ]),
        ).toBe('application_contents_lead_ags_is_a_key');
        expect(
          await refusedSql(`UPDATE kuer.application_parties SET ags = $2 WHERE application_id = $1`, [
            applicationId('B-004'),
            ags,
          ]),
        ).toBe('application_parties_ags_is_a_key');
      },
    );

    it('take a key of 12 digits, and no negative money', async () => {
      await db.scene(`UPDATE kuer.application_contents SET lead_ags = '051170000000' WHERE application_id = $1`, [
        applicationId('B-004'),
      ]);
      expect(
        await refusedSql(`UPDATE kuer.application_contents SET funding_requested = -0.01 WHERE application_id = $1`, [
          applicationId('B-004'),
        ]),
      ).toBe('application_contents_funding_is_not_negative');
    });

    it('let a municipality lead once per call, and again after a withdrawal', async () => {
      const another = {
        id: idOf('lead again'),
        application_id: applicationId('B-004'),
        call_id: CALL,
        role: 'partner',
        name: 'Stadt B-001',
        ags: '05000000',
      };
      await db.insert('application_parties', { ...another, id: idOf('partner') });
      await db.insert('applications', { id: idOf('second'), call_id: CALL, number: 'B-005' });
      const lead = { ...another, application_id: idOf('second'), role: 'lead' };
      expect(await refused('application_parties', lead)).toBe('application_parties_lead_once_per_call');
      await db.scene('BEGIN');
      await db.scene(`UPDATE kuer.applications SET state = 'withdrawn' WHERE id = $1`, [applicationId('B-001')]);
      await db.insert('application_parties', lead);
      await db.scene('ROLLBACK');
    });

    it('hang no row of one call below an application of another', async () => {
      expect(
        await refused('notices', {
          id: idOf('x'),
          call_id: idOf('other call'),
          application_id: applicationId('B-001'),
          kind: 'x',
          subject: 's',
          body: 'b',
          sent_by: idOf('office1'),
        }),
      ).toBe('notices_application');
    });
  });

  describe('formal check and conflicts', () => {
    const decision = (name: string, by: string, more: Row = {}): Row => ({
      id: idOf(name),
      application_id: applicationId('B-004'),
      call_id: CALL,
      outcome: 'rejected',
      reason: 'Beschluss fehlt',
      decided_by: idOf(by),
      ...more,
    });

    it('reject only by two different examiners (I4)', async () => {
      await db.insert('applications', {
        id: idOf('to reject'),
        call_id: CALL,
        number: 'B-006',
        state: 'in_formal_check',
      });
      const on = { application_id: idOf('to reject') };
      const reject = `UPDATE kuer.applications SET state = 'formally_rejected' WHERE id = $1`;
      expect(await refused('formal_check_decisions', decision('no reason', 'examiner1', { ...on, reason: null }))).toBe(
        'formal_check_decisions_rejection_has_reason',
      );
      await db.insert('formal_check_decisions', decision('first', 'examiner1', on));
      expect(await refusedSql(reject, [idOf('to reject')])).toBe('applications_rejected_by_two');
      expect(
        await refused('formal_check_decisions', decision('self', 'examiner1', { ...on, confirms_id: idOf('first') })),
      ).toBe('formal_check_decisions_by_another_examiner');
      expect(
        await refused('formal_check_decisions', decision('elsewhere', 'examiner2', { confirms_id: idOf('first') })),
      ).toBe('formal_check_decisions_confirms');
      await db.insert('formal_check_decisions', decision('second', 'examiner2', { ...on, confirms_id: idOf('first') }));
      expect(
        await refused('formal_check_decisions', decision('third', 'examiner2', { ...on, confirms_id: idOf('first') })),
      ).toBe('formal_check_decisions_confirmed_once');
      await db.scene(reject, [idOf('to reject')]);
      expect(
        await refusedSql(`UPDATE kuer.formal_check_decisions SET reason = 'anders' WHERE id = $1`, [idOf('first')]),
      ).toBe('formal_check_decisions_never_change');
      expect(await refusedSql(`DELETE FROM kuer.formal_check_decisions WHERE id = $1`, [idOf('second')])).toBe(
        'formal_check_decisions_never_change',
      );
    });

    it('keep conflicts on record, to be lifted once by somebody else (I3)', async () => {
      const conflict = idOf('conflict recused');
      const lift = `UPDATE kuer.conflicts SET state = 'lifted', lifted_by = $2, lifted_at = now(), lift_reason = 'Irrtum' WHERE id = $1`;
      expect(await refusedSql(lift, [conflict, idOf('recused')])).toBe('conflicts_lifted_by_another');
      expect(await refusedSql(`UPDATE kuer.conflicts SET state = 'lifted' WHERE id = $1`, [conflict])).toBe(
        'conflicts_lift_is_whole',
      );
      expect(await refusedSql(`UPDATE kuer.conflicts SET note = 'anders' WHERE id = $1`, [conflict])).toBe(
        'conflicts_are_only_lifted',
      );
      expect(await refusedSql(`DELETE FROM kuer.conflicts WHERE id = $1`, [conflict])).toBe('conflicts_never_vanish');
      await db.scene('BEGIN');
      await db.scene(lift, [conflict, idOf('office1')]);
      expect(await refusedSql(lift, [conflict, idOf('office1')])).toBe('conflicts_are_only_lifted');
      await db.scene('ROLLBACK');
    });

    it('let the answer to the conflict question only turn to yes', async () => {
      const answer = `UPDATE kuer.conflict_statements SET has_conflict = $2 WHERE application_id = $1`;
      await db.scene(answer, [applicationId('B-002'), true]);
      expect(await refusedSql(answer, [applicationId('B-002'), false])).toBe('conflict_statements_only_turn_to_yes');
    });
  });

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
