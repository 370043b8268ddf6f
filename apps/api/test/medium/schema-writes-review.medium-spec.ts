import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type Row, refusalOf, SchemaDatabase } from './schema-database.js';
import {
  applicationId,
  assignmentId,
  buildWorld,
  CALL,
  CATALOGUE,
  INSTALLATION,
  nextEvent,
  type Person,
  reviewId,
  versionId,
} from './schema-world.js';

const DENIED = '42501';

/** Who may write what of reviews, the trail and the infrastructure, against the database alone. */
describe('what people write of reviews and the trail', () => {
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

  describe('reviews', () => {
    const score = (version: string): Row => ({
      review_version_id: version,
      catalogue_id: CATALOGUE,
      criterion: 'K3',
      scale_max: 5,
      scale_step: 1,
      value: 3,
    });

    it('are scored by their reviewer and nobody else (I1)', async () => {
      for (const person of [
        'reviewer1',
        'reviewer3',
        'late',
        'office1',
        'auditor',
        'juror',
        'chair',
        'examiner1',
        'admin',
      ] as const) {
        expect(await insert(person, 'scores', score(versionId('B-002', 'B')))).toBe(DENIED);
        expect(
          await touched(person, `UPDATE kuer.scores SET value = 0 WHERE review_version_id = $1`, [
            versionId('B-002', 'B'),
          ]),
        ).toBe(0);
        expect(
          await touched(person, `UPDATE kuer.review_versions SET summary = 'x' WHERE id = $1`, [
            versionId('B-002', 'B'),
          ]),
        ).toBe(0);
        expect(
          await touched(person, `UPDATE kuer.reviews SET version = 9 WHERE id = $1`, [reviewId('B-002', 'B')]),
        ).toBe(0);
      }
    });

    it('are saved by upsert and submitted by their reviewer', async () => {
      const upsert = `INSERT INTO kuer.scores (review_version_id, catalogue_id, criterion, scale_max, scale_step, value) VALUES ($1, $2, 'K3', 5, 1, $3)
        ON CONFLICT (review_version_id, criterion) DO UPDATE SET value = excluded.value, version = scores.version + 1 RETURNING version`;
      expect(await db.as(idOf('reviewer2'), upsert, [versionId('B-002', 'B'), CATALOGUE, 3])).toEqual([{ version: 1 }]);
      expect(await db.as(idOf('reviewer2'), upsert, [versionId('B-002', 'B'), CATALOGUE, 4])).toEqual([{ version: 2 }]);
      expect(
        await touched(
          'reviewer2',
          `UPDATE kuer.review_versions SET state = 'submitted', submitted_at = now(), total = 70 WHERE id = $1`,
          [versionId('B-002', 'B')],
        ),
      ).toBe(1);
      expect(
        await db.as(idOf('reviewer2'), `SELECT state, submitted_number FROM kuer.reviews WHERE id = $1`, [
          reviewId('B-002', 'B'),
        ]),
      ).toEqual([{ state: 'submitted', submitted_number: 1 }]);
      expect(await refusalOf(db.as(idOf('reviewer2'), upsert, [versionId('B-002', 'B'), CATALOGUE, 1]))).toBe(
        'scores_only_into_a_draft',
      );
    });

    it('begin with the acceptance, in one transaction that reads what it wrote', async () => {
      await db.insert('assignments', {
        id: idOf('fresh'),
        application_id: applicationId('B-003'),
        call_id: CALL,
        slot: 1,
        reviewer_id: idOf('reviewer1'),
        assigned_by: idOf('office1'),
      });
      const rows = await db.inName(idOf('reviewer1'), async (query) => {
        await query(`UPDATE kuer.assignments SET state = 'accepted', responded_at = now() WHERE id = $1`, [
          idOf('fresh'),
        ]);
        await query(
          `INSERT INTO kuer.reviews (id, assignment_id, application_id, call_id, label) VALUES ($1, $2, $3, $4, 'A') RETURNING created_at`,
          [idOf('fresh review'), idOf('fresh'), applicationId('B-003'), CALL],
        );
        return query(
          `INSERT INTO kuer.review_versions (id, review_id, application_id, call_id, catalogue_id, number) VALUES ($1, $2, $3, $4, $5, 1) RETURNING opened_at`,
          [idOf('fresh version'), idOf('fresh review'), applicationId('B-003'), CALL, CATALOGUE],
        );
      });
      expect(rows).toHaveLength(1);
      expect(
        await insert('reviewer2', 'reviews', {
          id: idOf('x'),
          assignment_id: assignmentId('B-003', 2, 'late'),
          application_id: applicationId('B-003'),
          call_id: CALL,
          label: 'C',
        }),
      ).toBe(DENIED);
    });

    it('are assigned by coordinators, answered by the reviewer', async () => {
      const row = {
        id: idOf('a'),
        application_id: applicationId('B-004'),
        call_id: CALL,
        slot: 1,
        reviewer_id: idOf('reviewer3'),
      };
      for (const person of ['reviewer3', 'auditor', 'chair', 'admin'] as const)
        expect(await insert(person, 'assignments', { ...row, assigned_by: idOf(person) })).toBe(DENIED);
      expect(await insert('office1', 'assignments', { ...row, assigned_by: idOf('office2') })).toBe(DENIED);
      expect(await insert('office1', 'assignments', { ...row, assigned_by: idOf('office1') })).toBe('done');
      expect(await touched('reviewer1', `UPDATE kuer.assignments SET state = 'accepted' WHERE id = $1`, [row.id])).toBe(
        0,
      );
      expect(await touched('reviewer3', `UPDATE kuer.assignments SET state = 'accepted' WHERE id = $1`, [row.id])).toBe(
        1,
      );
    });
  });

  describe('the trail', () => {
    it("is written in one's own name, into a call one takes part in (I8)", async () => {
      const event = await nextEvent(db, CALL, null, idOf('reviewer1'));
      expect(await insert('reviewer2', 'audit_events', event)).toBe(DENIED);
      expect(await insert('stranger', 'audit_events', { ...event, actor_id: idOf('stranger') })).toBe(DENIED);
      expect(await insert('', 'audit_events', { ...event, actor_id: null })).toBe(DENIED);
      expect(await insert('system', 'audit_events', event)).toBe(DENIED);
      expect(await insert('reviewer1', 'audit_events', { ...event, actor_id: null })).toBe(DENIED);
      expect(await insert('reviewer1', 'audit_events', event)).toBe('done');
      expect(await insert('system', 'audit_events', await nextEvent(db, null, null, idOf('reviewer1')))).toBe('done');
      expect(await insert('admin', 'audit_events', await nextEvent(db, CALL, null, idOf('admin')))).toBe('done');
    });

    it('tells its head to whoever has to write the next event', async () => {
      expect(
        await db.as(idOf('reviewer1'), `SELECT last_seq::int AS seq FROM kuer.audit_chains WHERE id = $1`, [CALL]),
      ).toEqual([{ seq: 5 }]);
      expect(
        await db.as('system', `SELECT last_seq::int AS seq FROM kuer.audit_chains WHERE id = $1`, [INSTALLATION]),
      ).toEqual([{ seq: 2 }]);
    });
  });

  it("tokens, attempts and repeated requests are one's own or the installation's", async () => {
    const token = {
      id: idOf('t'),
      family_id: idOf('f'),
      account_id: idOf('juror'),
      token_hash: 't',
      expires_at: new Date(),
    };
    expect(await insert('chair', 'refresh_tokens', token)).toBe(DENIED);
    expect(await insert('system', 'refresh_tokens', token)).toBe('done');
    expect(await touched('chair', `UPDATE kuer.refresh_tokens SET revoked_at = now()`)).toBe(0);
    expect(await touched('juror', `UPDATE kuer.refresh_tokens SET revoked_at = now()`)).toBe(1);
    expect(await insert('juror', 'sign_in_attempts', { id: idOf('s'), email: 'x', succeeded: true })).toBe(DENIED);
    expect(await insert('system', 'sign_in_attempts', { id: idOf('s'), email: 'x', succeeded: true })).toBe('done');
    expect(
      await insert('juror', 'idempotency_records', {
        account_id: idOf('chair'),
        key: 'k',
        route: 'r',
        request_hash: 'h',
        status: 200,
      }),
    ).toBe(DENIED);
    expect(
      await insert('juror', 'idempotency_records', {
        account_id: idOf('juror'),
        key: 'k',
        route: 'r',
        request_hash: 'h',
        status: 200,
      }),
    ).toBe('done');
  });
});
