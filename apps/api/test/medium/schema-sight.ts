import { idOf, type SchemaDatabase } from './schema-database.js';
import { CALL, PEOPLE, type Person } from './schema-world.js';

/** Everybody who can ask, the three that are nobody included. */
export const IDENTITIES = [...(Object.keys(PEOPLE) as Person[]), 'system', 'anonymous', 'nobody'] as const;
export type Identity = (typeof IDENTITIES)[number];

export function identityOf(identity: Identity): string {
  if (identity === 'nobody') return '';
  return identity === 'system' || identity === 'anonymous' ? identity : idOf(identity);
}

const numberOf = (column: string): string =>
  `(SELECT CASE p.call_id WHEN '${CALL}' THEN p.number ELSE 'elsewhere' END FROM names.applications p WHERE p.id = ${column})`;
const reviewOf = (column: string): string => `(SELECT r.name FROM names.reviews r WHERE r.id = ${column})`;
const personOf = (column: string): string => `(SELECT a.name FROM names.accounts a WHERE a.id = ${column})`;

/** How a row of each table is called in the expectations. A table that is not named here fails the test that lists them. */
export const LABELS: Readonly<Record<string, string>> = {
  accounts: personOf('accounts.id'),
  calls: `CASE id WHEN '${CALL}' THEN 'call' ELSE 'elsewhere' END`,
  catalogue_versions: `number::text`,
  catalogue_criteria: `(SELECT number::text FROM names.catalogues c WHERE c.id = catalogue_id)`,
  members: personOf('account_id'),
  override_requests: `reason`,
  applications: numberOf('applications.id'),
  application_contents: numberOf('application_id'),
  application_parties: numberOf('application_id'),
  attachments: numberOf('application_id'),
  attachment_contents: `(SELECT d.name FROM names.attachments d WHERE d.id = attachment_id)`,
  formal_check_items: numberOf('application_id'),
  formal_check_decisions: numberOf('application_id'),
  supplement_requests: numberOf('application_id'),
  conflicts: personOf('account_id'),
  conflict_statements: numberOf('application_id'),
  assignments: `${numberOf('application_id')} || '/' || slot`,
  reviews: reviewOf('reviews.id'),
  review_versions: `${reviewOf('review_id')} || CASE state WHEN 'draft' THEN ' draft' ELSE '' END`,
  scores: `(SELECT v.name FROM names.versions v WHERE v.id = review_version_id)`,
  reconciliations: numberOf('application_id'),
  third_review_orders: numberOf('application_id'),
  recommendations: numberOf('application_id'),
  ranking_versions: `number::text`,
  ranking_entries: numberOf('application_id'),
  bundles: `name`,
  bundle_items: `(SELECT b.name FROM names.bundles b WHERE b.id = bundle_id) || ':' || ${numberOf('application_id')}`,
  bundle_justifications: `(SELECT b.name FROM names.bundles b WHERE b.id = bundle_id) || ':' || ${numberOf('application_id')}`,
  bundle_corridor_justifications: `(SELECT b.name FROM names.bundles b WHERE b.id = bundle_id) || ':' || value`,
  sessions: `title`,
  session_attendance: personOf('account_id'),
  motions: `text`,
  motion_electorate: personOf('account_id'),
  votes: `(SELECT m.name FROM names.motions m WHERE m.id = motion_id) || ':' || ${personOf('account_id')}`,
  decisions: `number::text`,
  decision_items: numberOf('application_id'),
  notices: `coalesce(${numberOf('application_id')}, 'all')`,
  audit_chains: `CASE id WHEN '${CALL}' THEN 'call' ELSE 'installation' END`,
  audit_events: `CASE WHEN call_id IS NULL THEN 'installation' ELSE coalesce(${numberOf('application_id')}, 'call') END`,
  refresh_tokens: personOf('account_id'),
  sign_in_attempts: personOf('account_id'),
  idempotency_records: personOf('account_id'),
};

/** Names by id, outside of the schema and of row-level security, so that what is seen can be called by name. */
export async function nameThings(db: SchemaDatabase): Promise<void> {
  await db.scene(`
    DROP SCHEMA IF EXISTS names CASCADE;
    CREATE SCHEMA names;
    CREATE TABLE names.applications AS SELECT id, call_id, number FROM kuer.applications;
    CREATE TABLE names.accounts AS SELECT id, display_name AS name FROM kuer.accounts;
    CREATE TABLE names.reviews AS SELECT r.id, p.number || '/' || r.label AS name FROM kuer.reviews r JOIN kuer.applications p ON p.id = r.application_id;
    CREATE TABLE names.versions AS SELECT v.id, r.name || CASE state WHEN 'draft' THEN ' draft' ELSE '' END AS name
      FROM kuer.review_versions v JOIN names.reviews r ON r.id = v.review_id;
    CREATE TABLE names.catalogues AS SELECT id, number FROM kuer.catalogue_versions;
    CREATE TABLE names.bundles AS SELECT id, name FROM kuer.bundles;
    CREATE TABLE names.motions AS SELECT id, text AS name FROM kuer.motions;
    CREATE TABLE names.attachments AS SELECT d.id, CASE d.call_id WHEN '${CALL}' THEN p.number ELSE 'elsewhere' END AS name
      FROM kuer.attachments d JOIN kuer.applications p ON p.id = d.application_id;
    GRANT USAGE ON SCHEMA names TO kuer_app;
    GRANT SELECT ON ALL TABLES IN SCHEMA names TO kuer_app;
  `);
}

/** What each person sees of a table; who sees nothing is left out. */
export async function sightOf(db: SchemaDatabase, table: string): Promise<Record<string, string>> {
  const sight: Record<string, string> = {};
  for (const identity of IDENTITIES) {
    const rows = await db.as(identityOf(identity), `SELECT DISTINCT ${LABELS[table]} AS label FROM kuer.${table}`);
    if (rows.length > 0)
      sight[identity] = rows
        .map(({ label }) => String(label))
        .sort()
        .join(' ');
  }
  return sight;
}

/** The same expectation for several people: `{ 'office1 auditor': 'B-001' }`. */
export function forEach(expected: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(expected).flatMap(([people, rows]) => people.split(' ').map((person) => [person, rows])),
  );
}
