import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each database role may do at all, before row-level security asks who is there. The roles themselves belong to the
 * server and exist before; here they are only granted to.
 */
export class Grants1795000014000 implements MigrationInterface {
  name = 'Grants1795000014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA kuer FROM PUBLIC;
      GRANT USAGE ON SCHEMA kuer TO kuer_app, kuer_verifier, kuer_backup;
    `);
    await runner.query(
      APP_TABLES.map(([table, privileges]) => `GRANT ${privileges} ON kuer.${table} TO kuer_app;`).join('\n'),
    );
    await runner.query(ACCOUNT_COLUMNS);
    await runner.query(APP_FUNCTIONS.map((name) => `GRANT EXECUTE ON FUNCTION kuer.${name} TO kuer_app;`).join('\n'));
    await runner.query(OWNER_POLICIES);
    await runner.query(OTHER_ROLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE
        found record;
      BEGIN
        FOR found IN SELECT policyname, tablename FROM pg_policies
                      WHERE schemaname = 'kuer' AND NOT roles @> '{kuer_app}' LOOP
          EXECUTE format('DROP POLICY %I ON kuer.%I', found.policyname, found.tablename);
        END LOOP;
      END $$;
      REVOKE ALL ON ALL TABLES IN SCHEMA kuer FROM kuer_app, kuer_verifier, kuer_backup;
      REVOKE ALL (${READABLE_ACCOUNT_COLUMNS}) ON kuer.accounts FROM kuer_app;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA kuer FROM kuer_app;
      REVOKE USAGE ON SCHEMA kuer FROM kuer_app, kuer_verifier, kuer_backup;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA kuer TO PUBLIC;
    `);
  }
}

/** No DELETE where something would be lost, no UPDATE where something was said once, nothing but SELECT and INSERT on the trail. */
const APP_TABLES: readonly (readonly [table: string, privileges: string])[] = [
  ['calls', 'SELECT, INSERT, UPDATE'],
  ['catalogue_versions', 'SELECT, INSERT, UPDATE'],
  ['catalogue_criteria', 'SELECT, INSERT, UPDATE, DELETE'],
  ['members', 'SELECT, INSERT, DELETE'],
  ['override_requests', 'SELECT, INSERT, UPDATE'],
  ['applications', 'SELECT, INSERT, UPDATE'],
  ['application_contents', 'SELECT, INSERT, UPDATE'],
  ['application_parties', 'SELECT, INSERT, UPDATE, DELETE'],
  ['attachments', 'SELECT, INSERT, UPDATE'],
  ['attachment_contents', 'SELECT, INSERT'],
  ['formal_check_items', 'SELECT, INSERT, UPDATE'],
  ['formal_check_decisions', 'SELECT, INSERT'],
  ['supplement_requests', 'SELECT, INSERT, UPDATE'],
  ['conflicts', 'SELECT, INSERT, UPDATE'],
  ['conflict_statements', 'SELECT, INSERT, UPDATE'],
  ['assignments', 'SELECT, INSERT, UPDATE'],
  ['reviews', 'SELECT, INSERT, UPDATE'],
  ['review_versions', 'SELECT, INSERT, UPDATE'],
  ['scores', 'SELECT, INSERT, UPDATE'],
  ['reconciliations', 'SELECT, INSERT, UPDATE'],
  ['third_review_orders', 'SELECT, INSERT'],
  ['recommendations', 'SELECT, INSERT, UPDATE'],
  ['ranking_versions', 'SELECT, INSERT'],
  ['ranking_entries', 'SELECT, INSERT'],
  ['bundles', 'SELECT, INSERT, UPDATE'],
  ['bundle_items', 'SELECT, INSERT, UPDATE, DELETE'],
  ['bundle_justifications', 'SELECT, INSERT, UPDATE'],
  ['bundle_corridor_justifications', 'SELECT, INSERT, UPDATE'],
  ['sessions', 'SELECT, INSERT, UPDATE'],
  ['session_attendance', 'SELECT, INSERT, UPDATE'],
  ['motions', 'SELECT, INSERT, UPDATE'],
  ['motion_electorate', 'SELECT, INSERT, UPDATE'],
  ['votes', 'SELECT, INSERT, UPDATE'],
  ['decisions', 'SELECT, INSERT, UPDATE'],
  ['decision_items', 'SELECT, INSERT'],
  ['notices', 'SELECT, INSERT'],
  ['audit_chains', 'SELECT'],
  ['audit_events', 'SELECT, INSERT'],
  ['refresh_tokens', 'SELECT, INSERT, UPDATE, DELETE'],
  ['sign_in_attempts', 'SELECT, INSERT, DELETE'],
  ['idempotency_records', 'SELECT, INSERT, DELETE'],
];

/** Every column but password_hash, which can be written and never read: kuer.sign_in_lookup() hands it out. */
const READABLE_ACCOUNT_COLUMNS =
  'id, email, display_name, is_administrator, municipality_ags, employer, home_state, expertise, locale, is_demo, disabled_at, created_at, updated_at, version';
const ACCOUNT_COLUMNS = `
  GRANT SELECT (${READABLE_ACCOUNT_COLUMNS}) ON kuer.accounts TO kuer_app;
  GRANT INSERT, UPDATE ON kuer.accounts TO kuer_app;
`;

const APP_FUNCTIONS: readonly string[] = [
  // what policies and guards are made of
  'account_id()',
  'is_system()',
  'is_administrator()',
  'calls_as(text[])',
  'jury_calls_as(text[])',
  'founded_calls()',
  'my_calls()',
  'conflicted_applications()',
  'own_assignments()',
  'is_own_draft(uuid)',
  'reconciled_applications()',
  'visible_accounts()',
  'is_application_step(text, text)',
  'refuse(text, text)',
  // what crosses
  'sign_in_lookup(text)',
  'review_progress(uuid)',
  'review_complete(uuid)',
  'reopen_review(uuid, uuid, text, timestamptz)',
  'own_assignment_numbers()',
  'reviewer_load(uuid)',
  'conflict_facts(uuid)',
  'ranking_facts(uuid)',
  'reserve_facts(uuid)',
  'application_balance_facts(uuid)',
  'bundle_membership(uuid)',
  'jury_recusals(uuid)',
  'cast_secret_vote(uuid, text, timestamptz)',
  'votes_cast(uuid)',
  'motion_tally(uuid)',
  'audit_chain_links(uuid)',
  'public_calls()',
  'public_overview(uuid)',
];

/**
 * Row-level security is forced, so that the owner too sees nothing but what stands here: the rows that the definer
 * functions and trigger functions look at, and the few they write. Everything else (documents, check items, notices,
 * statements, tokens) is closed to the owner as well. A flag in the transaction would do the same, and anybody could set it.
 */
const OWNER_READS =
  'accounts,calls,catalogue_versions,catalogue_criteria,members,applications,application_contents,application_parties,formal_check_decisions,conflicts,assignments,reviews,review_versions,scores,reconciliations,third_review_orders,ranking_versions,ranking_entries,bundles,bundle_items,bundle_justifications,sessions,motions,motion_electorate,votes,secret_ballots,decisions,decision_items,audit_chains,audit_events';
const OWNER_WRITES = 'audit_chains:INSERT,votes:INSERT,secret_ballots:INSERT,review_versions:INSERT,scores:INSERT';
const OWNER_UPDATES =
  'accounts,applications,application_parties,reviews,review_versions,catalogue_versions,bundles,motions,audit_chains';
const OWNER_POLICIES = `
  DO $$
  DECLARE
    name text;
  BEGIN
    FOREACH name IN ARRAY string_to_array('${OWNER_READS}', ',') LOOP
      EXECUTE format('CREATE POLICY functions_read ON kuer.%I FOR SELECT TO kuer_owner USING (true)', name);
    END LOOP;
    FOREACH name IN ARRAY string_to_array('${OWNER_WRITES}', ',') LOOP
      EXECUTE format('CREATE POLICY functions_insert ON kuer.%I FOR INSERT TO kuer_owner WITH CHECK (true)', split_part(name, ':', 1));
    END LOOP;
    -- Also what is only locked (FOR SHARE, FOR UPDATE) counts as updated.
    FOREACH name IN ARRAY string_to_array('${OWNER_UPDATES}', ',') LOOP
      EXECUTE format('CREATE POLICY functions_update ON kuer.%I FOR UPDATE TO kuer_owner USING (true) WITH CHECK (true)', name);
    END LOOP;
  END $$;
  -- The shuffling of a closed secret ballot.
  CREATE POLICY functions_delete ON kuer.secret_ballots FOR DELETE TO kuer_owner USING (true);
`;

const OTHER_ROLES = `
  -- The verifier reads the trail and nothing else.
  GRANT SELECT ON kuer.audit_chains, kuer.audit_events TO kuer_verifier;
  CREATE POLICY verifier_reads ON kuer.audit_chains FOR SELECT TO kuer_verifier USING (true);
  CREATE POLICY verifier_reads ON kuer.audit_events FOR SELECT TO kuer_verifier USING (true);

  -- A backup that row-level security thins out would be worse than none: it reads everything, with or without BYPASSRLS.
  GRANT SELECT ON ALL TABLES IN SCHEMA kuer TO kuer_backup;
  DO $$
  DECLARE
    name text;
  BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kuer' LOOP
      EXECUTE format('CREATE POLICY backup_reads ON kuer.%I FOR SELECT TO kuer_backup USING (true)', name);
    END LOOP;
  END $$;
`;
