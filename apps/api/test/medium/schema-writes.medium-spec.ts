import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type Row, refusalOf, SchemaDatabase } from './schema-database.js';
import { applicationId, buildWorld, CALL, CATALOGUE, OPEN_CATALOGUE, type Person, versionId } from './schema-world.js';

const DENIED = '42501';

/**
 * Who may write what, against the database alone. Refused: Postgres says so. Untouched: the row is not there for the
 * person, so that nothing happens and nothing is learnt.
 */
describe('what people write in the database', () => {
  let db: SchemaDatabase;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
    await buildWorld(db);
  });
  afterAll(() => db.close());

  const insert = (person: Person | 'system' | '', table: string, row: Row): Promise<string> =>
    refusalOf(db.insertAs(person === '' || person === 'system' ? person : idOf(person), table, row));
  const touched = (person: Person, sql: string, parameters: unknown[] = []): Promise<number> =>
    db.touchedAs(idOf(person), sql, parameters);

  describe('accounts and members', () => {
    const account = (name: string): Row => ({
      id: idOf(name),
      email: `${name}@kuer.example`,
      display_name: name,
      password_hash: 'h',
    });

    it('are made by administrators and the installation', async () => {
      expect(await insert('office1', 'accounts', account('n1'))).toBe(DENIED);
      expect(await insert('', 'accounts', account('n1'))).toBe(DENIED);
      expect(await insert('admin', 'accounts', account('n1'))).toBe('done');
      expect(await insert('system', 'accounts', account('n2'))).toBe('done');
      const member = { call_id: CALL, account_id: idOf('n1'), role: 'juror' };
      expect(await insert('office1', 'members', member)).toBe(DENIED);
      expect(await insert('chair', 'members', { ...member, account_id: idOf('chair') })).toBe(DENIED);
      expect(await insert('admin', 'members', member)).toBe('done');
      expect(await touched('office1', `DELETE FROM kuer.members WHERE account_id = $1`, [idOf('n1')])).toBe(0);
      expect(await touched('admin', `DELETE FROM kuer.members WHERE account_id = $1`, [idOf('n1')])).toBe(1);
    });

    it('are edited by oneself, but for address and standing', async () => {
      expect(
        await touched('reviewer1', `UPDATE kuer.accounts SET locale = 'en' WHERE id = $1`, [idOf('reviewer1')]),
      ).toBe(1);
      expect(
        await touched('reviewer1', `UPDATE kuer.accounts SET locale = 'en' WHERE id = $1`, [idOf('reviewer2')]),
      ).toBe(0);
      for (const change of ['is_administrator = true', `email = 'x@kuer.example'`, 'disabled_at = now()']) {
        expect(
          await refusalOf(
            touched('reviewer1', `UPDATE kuer.accounts SET ${change} WHERE id = $1`, [idOf('reviewer1')]),
          ),
        ).toBe('accounts_marks_by_administrators');
      }
      expect(await touched('admin', `UPDATE kuer.accounts SET disabled_at = now() WHERE id = $1`, [idOf('n2')])).toBe(
        1,
      );
    });
  });

  describe('calls', () => {
    const call = (name: string, by: Person): Row => ({ id: idOf(name), title: name, created_by: idOf(by) });

    it('are founded by coordinators and administrators, who read them at once and become coordinator', async () => {
      expect(await insert('chair', 'calls', call('new', 'chair'))).toBe(DENIED);
      expect(await insert('office1', 'calls', call('new', 'office2'))).toBe(DENIED);
      const rows = await db.as(
        idOf('office1'),
        `INSERT INTO kuer.calls (id, title, created_by) VALUES ($1, 'Neu', $2) RETURNING created_at`,
        [idOf('new'), idOf('office1')],
      );
      expect(rows).toHaveLength(1);
      expect(
        await insert('office1', 'catalogue_versions', {
          id: idOf('new catalogue'),
          call_id: idOf('new'),
          number: 1,
          content: {},
        }),
      ).toBe('done');
      expect(
        await insert('office1', 'catalogue_criteria', {
          catalogue_id: idOf('new catalogue'),
          code: 'K1',
          group_code: 'G1',
          scale_max: 5,
          scale_step: 1,
          position: 0,
        }),
      ).toBe('done');
      expect(
        await insert('office2', 'members', { call_id: idOf('new'), account_id: idOf('office2'), role: 'coordinator' }),
      ).toBe(DENIED);
      expect(
        await insert('office1', 'members', { call_id: idOf('new'), account_id: idOf('office1'), role: 'juror' }),
      ).toBe(DENIED);
      expect(
        await insert('office1', 'members', { call_id: idOf('new'), account_id: idOf('office1'), role: 'coordinator' }),
      ).toBe('done');
      expect(await insert('admin', 'calls', call('of the admin', 'admin'))).toBe('done');
    });

    it('are written by their coordinators only', async () => {
      for (const person of ['examiner1', 'chair', 'auditor', 'admin', 'stranger', 'left'] as const) {
        expect(await touched(person, `UPDATE kuer.calls SET title = 'x' WHERE id = $1`, [CALL])).toBe(0);
        expect(
          await touched(person, `UPDATE kuer.catalogue_versions SET content = '{}' WHERE id = $1`, [OPEN_CATALOGUE]),
        ).toBe(0);
        expect(
          await touched(person, `DELETE FROM kuer.catalogue_criteria WHERE catalogue_id = $1`, [OPEN_CATALOGUE]),
        ).toBe(0);
      }
      expect(await touched('office2', `UPDATE kuer.calls SET title = 'y' WHERE id = $1`, [CALL])).toBe(1);
    });
  });

  describe('applications', () => {
    it('are taken in by coordinators', async () => {
      const row = { id: idOf('B-010'), call_id: CALL, number: 'B-010' };
      for (const person of ['examiner1', 'reviewer1', 'chair', 'auditor', 'admin', 'stranger'] as const) {
        expect(await insert(person, 'applications', row)).toBe(DENIED);
      }
      expect(await insert('office1', 'applications', row)).toBe('done');
    });

    it('are moved by each role where its own act leads', async () => {
      const move = (person: Person, number: string, state: string): Promise<unknown> =>
        refusalOf(
          db.as(idOf(person), `UPDATE kuer.applications SET state = $2 WHERE id = $1 RETURNING 1`, [
            number === 'B-010' ? idOf(number) : applicationId(number),
            state,
          ]),
        );
      expect(await move('examiner1', 'B-010', 'in_formal_check')).toBe('done');
      expect(await move('examiner1', 'B-010', 'withdrawn')).toBe(DENIED);
      expect(await move('reviewer1', 'B-002', 'withdrawn')).toBe(DENIED);
      expect(await move('reviewer1', 'B-002', 'reviewed')).toBe('done');
      expect(await move('office1', 'B-002', 'in_review')).toBe('done');
      expect(
        await touched('reviewer1', `UPDATE kuer.applications SET state = 'reviewed' WHERE id = $1`, [
          applicationId('B-004'),
        ]),
      ).toBe(0);
      for (const person of ['chair', 'juror', 'auditor', 'admin', 'late'] as const) {
        expect(
          await touched(person, `UPDATE kuer.applications SET version = version + 1 WHERE id = $1`, [
            applicationId('B-003'),
          ]),
        ).toBe(0);
      }
    });

    it('are edited by coordinators without a conflict', async () => {
      const edit = `UPDATE kuer.application_contents SET title = 'x' WHERE application_id = $1`;
      expect(await touched('office2', edit, [applicationId('B-001')])).toBe(0);
      expect(await touched('office2', edit, [applicationId('B-002')])).toBe(1);
      for (const person of ['examiner1', 'reviewer1', 'auditor', 'chair', 'admin'] as const)
        expect(await touched(person, edit, [applicationId('B-001')])).toBe(0);
      expect(
        await touched('office2', `DELETE FROM kuer.application_parties WHERE application_id = $1`, [
          applicationId('B-001'),
        ]),
      ).toBe(0);
    });
  });

  describe('the formal check', () => {
    const item = (by: Person, number = 'B-003'): Row => ({
      application_id: applicationId(number),
      call_id: CALL,
      item_key: `of ${by}`,
      result: 'passed',
      examined_by: idOf(by),
    });
    const decision = (by: Person, number = 'B-003'): Row => ({
      id: idOf(`decision of ${by}`),
      application_id: applicationId(number),
      call_id: CALL,
      outcome: 'accepted',
      decided_by: idOf(by),
    });

    it("is the examiners' own, without a conflict and in their own name", async () => {
      for (const person of ['office1', 'auditor', 'reviewer1', 'chair', 'admin'] as const) {
        expect(await insert(person, 'formal_check_items', item(person))).toBe(DENIED);
        expect(await insert(person, 'formal_check_decisions', decision(person))).toBe(DENIED);
      }
      expect(await insert('examiner1', 'formal_check_items', item('examiner2'))).toBe(DENIED);
      expect(await insert('examiner1', 'formal_check_decisions', decision('examiner2'))).toBe(DENIED);
      expect(await insert('examiner2', 'formal_check_items', item('examiner2', 'B-001'))).toBe(DENIED);
      expect(await insert('examiner2', 'formal_check_items', item('examiner2'))).toBe('done');
      expect(await insert('examiner2', 'formal_check_decisions', decision('examiner2'))).toBe('done');
    });
  });

  describe('conflicts', () => {
    const conflict = (of: Person, by: Person, source: string, number = 'B-004'): Row => ({
      id: idOf(`${of} ${by} ${source}`),
      call_id: CALL,
      application_id: applicationId(number),
      account_id: idOf(of),
      ground: 'other',
      source,
      created_by: idOf(by),
    });
    const lift = `UPDATE kuer.conflicts SET state = 'lifted', lifted_by = $2, lifted_at = now(), lift_reason = 'geprüft' WHERE id = $1`;

    it('are declared for oneself, set by coordinators, derived by whoever gives a role', async () => {
      expect(await insert('juror', 'conflicts', conflict('chair', 'juror', 'set'))).toBe(DENIED);
      expect(await insert('juror', 'conflicts', conflict('chair', 'chair', 'declared'))).toBe(DENIED);
      expect(await insert('stranger', 'conflicts', conflict('stranger', 'stranger', 'declared'))).toBe(DENIED);
      expect(await insert('auditor', 'conflicts', conflict('juror', 'auditor', 'set'))).toBe(DENIED);
      expect(await insert('admin', 'conflicts', conflict('juror', 'admin', 'set'))).toBe(DENIED);
      expect(await insert('juror', 'conflicts', conflict('juror', 'juror', 'declared'))).toBe('done');
      expect(await insert('office1', 'conflicts', conflict('chair', 'office1', 'set'))).toBe('done');
      expect(await insert('admin', 'conflicts', conflict('recused', 'admin', 'derived'))).toBe('done');
    });

    it("are lifted by a coordinator, never one's own", async () => {
      const id = idOf('chair office1 set');
      expect(await touched('chair', lift, [id, idOf('chair')])).toBe(0);
      expect(await touched('auditor', lift, [id, idOf('auditor')])).toBe(0);
      expect(await refusalOf(touched('office1', lift, [id, idOf('office2')]))).toBe(DENIED);
      expect(await touched('office2', lift, [idOf('conflict office2'), idOf('office2')])).toBe(0);
      expect(await touched('office1', lift, [id, idOf('office1')])).toBe(1);
    });

    it("pull a person's access at once (I3)", async () => {
      const seen = `SELECT 1 FROM kuer.application_contents WHERE application_id = $1`;
      expect(await db.as(idOf('reviewer2'), seen, [applicationId('B-002')])).toHaveLength(1);
      expect(
        await db.as(idOf('reviewer2'), `SELECT 1 FROM kuer.reviews WHERE application_id = $1`, [
          applicationId('B-002'),
        ]),
      ).toHaveLength(1);
      await db.scene('BEGIN');
      await db.insert('conflicts', conflict('reviewer2', 'reviewer2', 'declared', 'B-002'));
      await db.scene('COMMIT');
      for (const table of [
        'applications WHERE id',
        'application_contents WHERE application_id',
        'reviews WHERE application_id',
        'review_versions WHERE application_id',
      ]) {
        expect(await db.as(idOf('reviewer2'), `SELECT 1 FROM kuer.${table} = $1`, [applicationId('B-002')])).toEqual(
          [],
        );
      }
      expect(
        await touched('reviewer2', `UPDATE kuer.scores SET value = 1 WHERE review_version_id = $1`, [
          versionId('B-002', 'B'),
        ]),
      ).toBe(0);
      expect(
        await refusalOf(
          db.insertAs(idOf('reviewer2'), 'scores', {
            review_version_id: versionId('B-002', 'B'),
            catalogue_id: CATALOGUE,
            criterion: 'K3',
            scale_max: 5,
            scale_step: 1,
            value: 1,
          }),
        ),
      ).toBe(DENIED);
      await touched('office1', lift, [idOf('reviewer2 reviewer2 declared'), idOf('office1')]);
    });
  });
});
