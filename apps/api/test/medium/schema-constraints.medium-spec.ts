import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type Row, refusalOf, SchemaDatabase } from './schema-database.js';
import { applicationId, buildWorld, CALL, CATALOGUE, OPEN_CATALOGUE } from './schema-world.js';

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
});
