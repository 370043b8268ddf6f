import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { connect, idOf, refusalOf, SchemaDatabase } from './schema-database.js';
import { buildWorld, CALL } from './schema-world.js';

const DENIED = '42501';

/** The four database roles: what each may do at all, whoever asks. */
describe('the roles of the database', () => {
  let db: SchemaDatabase;
  let owner: Client;
  let verifier: Client;
  let backup: Client;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
    await buildWorld(db);
    const { ownerUrl, verifierUrl, backupUrl } = db.database;
    [owner, verifier, backup] = await Promise.all([connect(ownerUrl), connect(verifierUrl), connect(backupUrl)]);
  });
  afterAll(async () => {
    await Promise.all([owner.end(), verifier.end(), backup.end()]);
    await db.close();
  });

  const privileges = async (role: string, table: string): Promise<string> => {
    const rows = await db.scene(
      `SELECT privilege_type AS name FROM information_schema.table_privileges WHERE table_schema = 'kuer' AND grantee = $1 AND table_name = $2`,
      [role, table],
    );
    return rows
      .map(({ name }) => name)
      .sort()
      .join(' ');
  };

  describe('kuer_app', () => {
    it('is no superuser, goes round nothing and owns nothing', async () => {
      expect(
        await db.scene(
          `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles WHERE rolname = 'kuer_app'`,
        ),
      ).toEqual([
        { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false },
      ]);
      expect(
        await db.scene(
          `SELECT 1 FROM pg_class WHERE relowner = 'kuer_app'::regrole UNION ALL SELECT 1 FROM pg_proc WHERE proowner = 'kuer_app'::regrole`,
        ),
      ).toEqual([]);
      expect(await db.scene(`SELECT 1 FROM pg_auth_members WHERE member = 'kuer_app'::regrole`)).toEqual([]);
    });

    it.each([
      'CREATE TABLE kuer.x (id int)',
      'CREATE TABLE public.x (id int)',
      'CREATE TEMP TABLE x (id int)',
      'CREATE SCHEMA x',
      'CREATE FUNCTION kuer.x() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'ALTER TABLE kuer.applications ADD COLUMN x int',
      'ALTER TABLE kuer.applications DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE kuer.applications NO FORCE ROW LEVEL SECURITY',
      'ALTER TABLE kuer.audit_events DISABLE TRIGGER ALL',
      'DROP TABLE kuer.audit_events',
      'DROP POLICY app_select ON kuer.applications',
      'CREATE POLICY x ON kuer.applications USING (true)',
      'CREATE INDEX ON kuer.applications (id)',
      'TRUNCATE kuer.sign_in_attempts',
      'SET ROLE kuer_owner',
      'SET SESSION AUTHORIZATION kuer_owner',
      'SET session_replication_role = replica',
      `SELECT pg_read_file('/etc/passwd')`,
      `COPY kuer.calls TO PROGRAM 'true'`,
    ])('is refused: %s', async (sql) => {
      expect(await refusalOf(db.app.query(sql))).toBe(DENIED);
    });

    it.each([
      'audit_events',
      'audit_chains',
      'formal_check_decisions',
      'attachment_contents',
      'ranking_versions',
      'ranking_entries',
      'decision_items',
      'notices',
      'third_review_orders',
    ])('neither updates nor deletes in %s', async (table) => {
      expect(await privileges('kuer_app', table)).toBe(table === 'audit_chains' ? 'SELECT' : 'INSERT SELECT');
      expect(await refusalOf(db.as(idOf('office1'), `DELETE FROM kuer.${table}`))).toBe(DENIED);
      expect(await refusalOf(db.as(idOf('office1'), `TRUNCATE kuer.${table}`))).toBe(DENIED);
      const [column] = await db.scene(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'kuer' AND table_name = $1 LIMIT 1`,
        [table],
      );
      expect(
        await refusalOf(db.as(idOf('office1'), `UPDATE kuer.${table} SET ${column?.name} = ${column?.name}`)),
      ).toBe(DENIED);
    });

    it('deletes only where nothing is lost', async () => {
      const tables = await db.scene(
        `SELECT table_name AS name FROM information_schema.table_privileges WHERE table_schema = 'kuer' AND grantee = 'kuer_app' AND privilege_type = 'DELETE'`,
      );
      expect(tables.map(({ name }) => name).sort()).toEqual(
        [
          'application_parties',
          'bundle_items',
          'catalogue_criteria',
          'idempotency_records',
          'members',
          'refresh_tokens',
          'sign_in_attempts',
        ].sort(),
      );
    });

    it("never reads a password hash or a slip, in whoever's name", async () => {
      for (const identity of [idOf('admin'), idOf('office1'), 'system']) {
        expect(await refusalOf(db.as(identity, 'SELECT password_hash FROM kuer.accounts'))).toBe(DENIED);
        expect(await refusalOf(db.as(identity, 'SELECT * FROM kuer.accounts'))).toBe(DENIED);
        expect(await refusalOf(db.as(identity, 'SELECT 1 FROM kuer.secret_ballots'))).toBe(DENIED);
        expect(
          await refusalOf(
            db.as(identity, `INSERT INTO kuer.secret_ballots (motion_id, choice) VALUES ($1, 'yes')`, [CALL]),
          ),
        ).toBe(DENIED);
      }
      const readable =
        await db.scene(`SELECT column_name AS name FROM information_schema.columns c WHERE table_schema = 'kuer' AND table_name = 'accounts'
        AND NOT has_column_privilege('kuer_app', 'kuer.accounts', column_name, 'SELECT')`);
      expect(readable.map(({ name }) => name)).toEqual(['password_hash']);
    });

    it('forgets who asked with the transaction', async () => {
      expect(await db.as(idOf('office1'), 'SELECT count(*)::int AS n FROM kuer.applications')).toEqual([{ n: 4 }]);
      const { rows } = await db.app.query(
        "SELECT count(*)::int AS n, current_setting('kuer.account_id', true) AS identity FROM kuer.applications",
      );
      expect(rows).toEqual([{ n: 0, identity: '' }]);
    });
  });

  describe('kuer_owner', () => {
    it('is no superuser and goes round nothing', async () => {
      expect(await db.scene(`SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'kuer_owner'`)).toEqual([
        { rolsuper: false, rolbypassrls: false },
      ]);
    });

    it.each([
      'attachments',
      'attachment_contents',
      'formal_check_items',
      'supplement_requests',
      'conflict_statements',
      'notices',
      'recommendations',
      'refresh_tokens',
    ])('sees nothing of %s: what no function needs is closed to it as well', async (table) => {
      expect((await db.scene(`SELECT 1 FROM kuer.${table} LIMIT 1`)).length).toBe(table === 'refresh_tokens' ? 0 : 1);
      expect((await owner.query(`SELECT 1 FROM kuer.${table}`)).rows).toEqual([]);
    });

    it('changes nothing by hand where functions only read', async () => {
      for (const table of [
        'applications',
        'application_contents',
        'assignments',
        'scores',
        'conflicts',
        'members',
        'decisions',
        'audit_events',
      ]) {
        expect((await owner.query(`DELETE FROM kuer.${table}`)).rowCount).toBe(0);
      }
      expect((await owner.query(`UPDATE kuer.scores SET value = 0`)).rowCount).toBe(0);
      expect((await owner.query(`UPDATE kuer.decisions SET reason = 'x'`)).rowCount).toBe(0);
      expect((await owner.query(`UPDATE kuer.application_contents SET title = 'x'`)).rowCount).toBe(0);
    });
  });

  describe('kuer_verifier', () => {
    it('reads the trail and nothing else', async () => {
      expect((await verifier.query('SELECT 1 FROM kuer.audit_events')).rows).toHaveLength(4);
      expect((await verifier.query('SELECT 1 FROM kuer.audit_chains')).rows).toHaveLength(2);
      const tables = await db.scene(
        `SELECT DISTINCT table_name AS name FROM information_schema.table_privileges WHERE table_schema = 'kuer' AND grantee = 'kuer_verifier'`,
      );
      expect(tables.map(({ name }) => name).sort()).toEqual(['audit_chains', 'audit_events']);
      expect(await refusalOf(verifier.query('SELECT 1 FROM kuer.applications'))).toBe(DENIED);
      expect(await refusalOf(verifier.query('DELETE FROM kuer.audit_events'))).toBe(DENIED);
    });
  });

  describe('kuer_backup', () => {
    it('reads every row of every table and writes none', async () => {
      const tables = await db.scene(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'kuer'`);
      for (const { name } of tables) {
        const count = `SELECT count(*)::int AS n FROM kuer.${name}`;
        expect((await backup.query(count)).rows).toEqual(await db.scene(count));
        expect(await privileges('kuer_backup', String(name))).toBe('SELECT');
      }
    });

    it('would do so without BYPASSRLS too', async () => {
      const open = await db.scene(
        `SELECT tablename AS name FROM pg_policies WHERE schemaname = 'kuer' AND policyname = 'backup_reads' AND qual = 'true'`,
      );
      expect(open).toHaveLength((await db.scene(`SELECT 1 FROM pg_tables WHERE schemaname = 'kuer'`)).length);
    });
  });
});
