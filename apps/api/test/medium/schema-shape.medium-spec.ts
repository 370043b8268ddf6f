import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  APPLICATION_STATES,
  APPLICATION_TRANSITIONS,
  ASSIGNMENT_STATES,
  BALLOTS,
  BUNDLE_STATES,
  CALL_STATES,
  CHECK_RESULTS,
  CONFLICT_GROUNDS,
  CONFLICT_SOURCES,
  CONFLICT_STATES,
  ELECTORATE_STATUSES,
  FEDERAL_STATES,
  FORMAL_CHECK_OUTCOMES,
  MAJORITIES,
  MOTION_OUTCOMES,
  MOTION_STATES,
  OUTCOMES,
  PARTY_ROLES,
  PHASES,
  PORTFOLIO_GROUPS,
  RECOMMENDATION_OUTCOMES,
  RECONCILIATION_OUTCOMES,
  REVIEW_LABELS,
  REVIEW_STATES,
  REVIEW_VERDICTS,
  REVIEW_VERSION_STATES,
  ROLES,
  SESSION_STATES,
  SIZE_CLASSES,
  TIE_RULES,
  VOTE_CHOICES,
} from '@kuer/domain';
import { SchemaDatabase } from './schema-database.js';

describe('the schema', () => {
  let db: SchemaDatabase;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
  });
  afterAll(() => db.close());

  const namesOf = async (sql: string): Promise<unknown[]> => (await db.scene(sql)).map(({ name }) => name);

  it('enables and forces row-level security on every table', async () => {
    expect(
      await namesOf(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'kuer'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
        AND NOT (relkind = 'r' AND relrowsecurity AND relforcerowsecurity)`),
    ).toEqual([]);
  });

  it('has an index for every foreign key but those that say who: accounts are never deleted', async () => {
    expect(
      await namesOf(`SELECT conrelid::regclass || ' ' || conname AS name FROM pg_constraint c
        WHERE contype = 'f' AND connamespace = 'kuer'::regnamespace AND confrelid <> 'kuer.accounts'::regclass
          -- The first column (the id) is selective; what follows it only holds rows of one call together.
          AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL AND i.indkey[0] = c.conkey[1])`),
    ).toEqual([]);
    expect(
      await namesOf(
        `SELECT grantee AS name FROM information_schema.table_privileges WHERE table_schema = 'kuer' AND table_name = 'accounts' AND privilege_type = 'DELETE' AND grantee <> 'kuer_owner'`,
      ),
    ).toEqual([]);
  });

  it('fixes the search_path of every function, and lets nobody but the application call them', async () => {
    const functions = `FROM pg_proc WHERE pronamespace = 'kuer'::regnamespace`;
    expect(
      await namesOf(
        `SELECT proname AS name ${functions} AND NOT coalesce(proconfig::text, '') LIKE '%search_path=pg_catalog, pg_temp%'`,
      ),
    ).toEqual([]);
    expect(
      await namesOf(`SELECT proname AS name ${functions} AND has_function_privilege('public', oid, 'EXECUTE')`),
    ).toEqual([]);
    expect(
      await namesOf(`SELECT proname AS name ${functions} AND has_function_privilege('kuer_verifier', oid, 'EXECUTE')`),
    ).toEqual([]);
    expect(
      await namesOf(
        `SELECT proname AS name ${functions} AND prorettype = 'trigger'::regtype AND has_function_privilege('kuer_app', oid, 'EXECUTE')`,
      ),
    ).toEqual([]);
  });

  it('names every trigger after its rule and every constraint after its table', async () => {
    expect(
      await namesOf(`SELECT tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE NOT tgisinternal AND relnamespace = 'kuer'::regnamespace AND tgname NOT LIKE relname || '\\_%'
          AND tgname NOT IN ('catalogue_versions_frozen', 'catalogue_criteria_frozen')`),
    ).toEqual([]);
    expect(
      await namesOf(
        `SELECT conname AS name FROM pg_constraint WHERE connamespace = 'kuer'::regnamespace AND conrelid <> 0 AND conname NOT LIKE conrelid::regclass::text || '%' AND 'kuer.' || conname NOT LIKE conrelid::regclass::text || '%'`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['calls_state_is_known', CALL_STATES],
    ['applications_state_is_known', APPLICATION_STATES],
    ['members_role_is_known', ROLES.filter((role) => role !== 'administrator')],
    ['accounts_home_state_is_known', FEDERAL_STATES],
    ['application_parties_state_is_known', FEDERAL_STATES],
    ['application_contents_states_are_known', FEDERAL_STATES],
    ['application_contents_size_class_is_known', SIZE_CLASSES],
    ['application_contents_group_is_known', PORTFOLIO_GROUPS],
    ['ranking_entries_group_is_known', PORTFOLIO_GROUPS],
    ['decision_items_group_is_known', PORTFOLIO_GROUPS],
    ['application_contents_phase_is_known', PHASES],
    ['application_parties_role_is_known', PARTY_ROLES],
    ['formal_check_items_result_is_known', CHECK_RESULTS],
    ['formal_check_decisions_outcome_is_known', FORMAL_CHECK_OUTCOMES],
    ['conflicts_ground_is_known', CONFLICT_GROUNDS],
    ['conflicts_source_is_known', CONFLICT_SOURCES],
    ['conflicts_state_is_known', CONFLICT_STATES],
    ['assignments_state_is_known', ASSIGNMENT_STATES],
    ['reviews_label_is_known', REVIEW_LABELS],
    ['reviews_state_is_known', REVIEW_STATES],
    ['review_versions_state_is_known', REVIEW_VERSION_STATES],
    ['review_versions_verdict_is_known', REVIEW_VERDICTS],
    ['reconciliations_outcome_is_known', RECONCILIATION_OUTCOMES],
    ['recommendations_outcome_is_known', RECOMMENDATION_OUTCOMES],
    ['recommendations_derived_is_known', RECOMMENDATION_OUTCOMES],
    ['bundles_state_is_known', BUNDLE_STATES],
    ['sessions_state_is_known', SESSION_STATES],
    ['motions_ballot_is_known', BALLOTS],
    ['motions_majority_is_known', MAJORITIES],
    ['motions_tie_rule_is_known', TIE_RULES],
    ['motions_state_is_known', MOTION_STATES],
    ['motions_outcome_is_known', MOTION_OUTCOMES],
    ['motion_electorate_status_is_known', ELECTORATE_STATUSES],
    ['votes_choice_is_known', VOTE_CHOICES],
    ['secret_ballots_choice_is_known', VOTE_CHOICES],
    ['decision_items_outcome_is_known', OUTCOMES],
  ])('%s knows the words of the domain', async (constraint, words: readonly string[]) => {
    const [row] = await db.scene(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1`,
      [constraint],
    );
    const known = [...String(row?.definition).matchAll(/'([^']*)'::text/g)].map(([, word]) => word);
    expect(known.sort()).toEqual([...words].sort());
  });

  it('moves applications along the very transitions of the domain', async () => {
    const steps = new Set(
      APPLICATION_TRANSITIONS.flatMap(({ from, to }) =>
        from.filter((state) => state !== to).map((state) => `${state} → ${to}`),
      ),
    );
    const inDatabase =
      await namesOf(`SELECT a || ' → ' || b AS name FROM unnest('{${APPLICATION_STATES.join(',')}}'::text[]) a, unnest('{${APPLICATION_STATES.join(',')}}'::text[]) b
      WHERE kuer.is_application_step(a, b)`);
    expect(inDatabase.sort()).toEqual([...steps].sort());
  });
});
