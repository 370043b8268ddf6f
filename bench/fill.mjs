import { DEFAULT_CALL_RULES, DEFAULT_SCALE, DEFAULT_THRESHOLDS } from '@kuer/domain';
import { hash } from '@node-rs/argon2';
import { CATALOGUE_2020 } from '../apps/api/dist/calls/catalogue-2020.js';
import { withClient } from '../scripts/database/prepare-database.mjs';

/** As the API hashes passwords; a cheaper hash would flatter the sign-in. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const PASSWORD = 'Vierzehn-Apfelbaeume-2020';
export const PEOPLE = 500;
export const CRITERIA = CATALOGUE_2020.groups.flatMap(({ criteria }) => criteria.map(({ code }) => code));
/** No other figure in a statement looks like it: that is how a recorded version is told apart. */
export const FIRST_VERSION = 7001;
export const FIRST_TEXT = `Die Skizze legt das mit Zahlen und Belegen dar. ${'Begründung im Umfang eines Absatzes. '.repeat(8)}`;

const KINDS = { account: 1, call: 2, catalogue: 3, application: 4, party: 5, assignment: 6, review: 7, version: 8 };

/** The id of the nth thing of a kind; ids follow each other like those that Kür makes (UUIDv7). All begin with PREFIX. */
export const PREFIX = '00000000-';
export const idOf = (kind, call, n = 0) => `${PREFIX}${hex(KINDS[kind], 4)}-7000-8${hex(call, 3)}-${hex(n, 12)}`;
const hex = (number, digits) => number.toString(16).padStart(digits, '0');
const sqlId = (kind, call, n) => `('${idOf(kind, call).slice(0, -12)}' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

/** Person 0 coordinates everything; the others review. */
export const emailOf = (n) => `person${n}@bench.example`;
export const COORDINATOR = 0;

/** Three calls in the review stage: one that is being scored, one of the size of 2020, and a large one. */
export const callsOf = ({ large }) => ({
  scoring: { number: 1, applications: 86, reviewers: [1, 50], state: 'in_review' },
  small: { number: 2, applications: 86, reviewers: [51, 74], state: 'reviewed' },
  large: { number: 3, applications: large, reviewers: [101, 499], state: 'reviewed' },
});

/** Fills the database by SQL. Keys and checks hold; only the guards that would ask for each step of ten thousand stories rest. */
export function fill(superuserUrl, calls) {
  return withClient(superuserUrl, async (client) => {
    await client.query('SET synchronous_commit = off');
    const { rows } = await client.query(
      `SELECT oid::regclass AS name FROM pg_class WHERE relnamespace = 'kuer'::regnamespace AND relkind = 'r' AND relhastriggers`,
    );
    const guards = (act) => client.query(rows.map(({ name }) => `ALTER TABLE ${name} ${act} TRIGGER USER`).join('; '));
    await guards('DISABLE');
    await client.query(
      `INSERT INTO kuer.accounts (id, email, display_name, password_hash)
       SELECT ${sqlId('account', 0, 'n')}, 'person' || n || '@bench.example', 'Person ' || n, $1 FROM generate_series(0, ${PEOPLE - 1}) n`,
      [await hash(PASSWORD, ARGON2ID)],
    );
    for (const call of Object.values(calls)) await fillCall(client, call);
    await guards('ENABLE');
    // Checkpointed here, so that it does not happen while something is measured.
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  });
}

async function fillCall(client, { number, applications, reviewers: [first, last], state }) {
  const call = idOf('call', number);
  const catalogue = idOf('catalogue', number);
  const id = (kind, n) => sqlId(kind, number, n);
  const series = `generate_series(1, ${applications}) n`;
  const opinions = `${series}, generate_series(0, 1) k`;
  const many = last - first + 1;
  // Two different reviewers for each application, evenly spread; the first fifty applications go to the first fifty in turn.
  const reviewer = sqlId('account', 0, `${first} + (n - 1 + k * 7) % ${many}`);
  const isDraft = state === 'in_review';
  const settings = {
    thresholds: DEFAULT_THRESHOLDS,
    documents: [],
    corridors: [],
    budget: { total: 300_000_000, count: { min: 1, max: 40 } },
    dates: {},
    rules: DEFAULT_CALL_RULES,
  };
  const coordinator = idOf('account', 0, COORDINATOR);
  await client.query(
    `INSERT INTO kuer.calls (id, title, state, settings, created_by) VALUES ($1, $2, 'review', $3, $4)`,
    [call, `Aufruf mit ${applications} Bewerbungen`, settings, coordinator],
  );
  await client.query(
    `INSERT INTO kuer.catalogue_versions (id, call_id, number, content, created_by, frozen_by, frozen_at) VALUES ($1, $2, 1, $3, $4, $4, now())`,
    [catalogue, call, { groups: CATALOGUE_2020.groups, scale: DEFAULT_SCALE }, coordinator],
  );
  const criteria = CATALOGUE_2020.groups.flatMap((group) =>
    group.criteria.map(({ code, weight }) => ({ code, weight, groupCode: group.code })),
  );
  await client.query(
    `INSERT INTO kuer.catalogue_criteria (catalogue_id, code, group_code, weight, scale_max, scale_step, position)
     SELECT $1, c ->> 'code', c ->> 'groupCode', (c ->> 'weight')::numeric, $3, $4, i - 1
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS x (c, i)`,
    [catalogue, JSON.stringify(criteria), DEFAULT_SCALE.max, DEFAULT_SCALE.step],
  );
  await client.query(`
    INSERT INTO kuer.members (call_id, account_id, role) VALUES ('${call}', '${coordinator}', 'coordinator');
    INSERT INTO kuer.members (call_id, account_id, role)
      SELECT '${call}', ${sqlId('account', 0, 'n')}, 'reviewer' FROM generate_series(${first}, ${last}) n;
    INSERT INTO kuer.applications (id, call_id, number, state)
      SELECT ${id('application', 'n')}, '${call}', 'B-' || CASE WHEN n < 1000 THEN lpad(n::text, 3, '0') ELSE n::text END, '${state}' FROM ${series};
    INSERT INTO kuer.application_contents
      (application_id, call_id, title, motto, summary, lead_name, lead_ags, federal_states, size_class, portfolio_group, phase, funding_requested, population)
      SELECT ${id('application', 'n')}, '${call}', 'Vorhaben ' || n || ' für eine vernetzte Stadt', 'Gemeinsam weiter', repeat('Worum es geht. ', 40),
             'Stadt ' || n, lpad(n::text, 8, '0'), ARRAY[(ARRAY['NW','BY','SN','HE'])[1 + n % 4]],
             (ARRAY['landgemeinde','kleinere-mittelstadt','kleinere-grossstadt'])[1 + n % 3],
             (ARRAY['kleinstaedte_landgemeinden','mittelstaedte','grossstaedte'])[1 + n % 3], (ARRAY['A','B'])[1 + n % 2],
             1000000 + n * 1000, 5000 + n * 37
        FROM ${series};
    INSERT INTO kuer.application_parties (id, application_id, call_id, role, position, name, ags, federal_state)
      SELECT ${id('party', 'n * 4 + k')}, ${id('application', 'n')}, '${call}', CASE k WHEN 0 THEN 'lead' ELSE 'partner' END, k,
             'Stadt ' || n || '/' || k, lpad((n + k * 20000)::text, 8, '0'), 'NW'
        FROM ${series}, LATERAL generate_series(0, CASE WHEN n % 4 = 0 THEN 2 ELSE 0 END) k;
    INSERT INTO kuer.assignments (id, call_id, application_id, slot, reviewer_id, state, assigned_by, responded_at)
      SELECT ${id('assignment', 'n * 2 + k')}, '${call}', ${id('application', 'n')}, k + 1, ${reviewer}, 'accepted', '${coordinator}', now() FROM ${opinions};
    INSERT INTO kuer.conflict_statements (application_id, call_id, account_id, has_conflict)
      SELECT ${id('application', 'n')}, '${call}', ${reviewer}, false FROM ${opinions};
    INSERT INTO kuer.reviews (id, assignment_id, application_id, call_id, label, state, submitted_number)
      SELECT ${id('review', 'n * 2 + k')}, ${id('assignment', 'n * 2 + k')}, ${id('application', 'n')}, '${call}', CASE k WHEN 0 THEN 'A' ELSE 'B' END,
             ${isDraft ? "'in_progress', NULL" : "'submitted', 1"} FROM ${opinions};
    INSERT INTO kuer.review_versions (id, review_id, application_id, call_id, catalogue_id, number, state, verdict, submitted_at, is_current, total)
      SELECT ${id('version', 'n * 2 + k')}, ${id('review', 'n * 2 + k')}, ${id('application', 'n')}, '${call}', '${catalogue}', 1,
             ${isDraft ? "'draft', NULL, NULL, false, NULL" : `'submitted', 'eligible', now(), true, ${POINTS} * 20`} FROM ${opinions};`);
  // Totals are kept with the review, and no list reads scores: only drafts get them.
  if (!isDraft) return;
  await client.query(
    `INSERT INTO kuer.scores (review_version_id, catalogue_id, criterion, scale_max, scale_step, value, justification, version)
     SELECT ${id('version', 'n * 2 + k')}, '${catalogue}', c.code, c.scale_max, c.scale_step, ${POINTS}, $1, ${FIRST_VERSION}
       FROM ${opinions}, kuer.catalogue_criteria c WHERE c.catalogue_id = '${catalogue}'`,
    [FIRST_TEXT],
  );
}

/** Every criterion of a review gets as many points, so that its total is known. */
const POINTS = '((n + k) % 5 + 1)';

/** The mean of both totals of application n, as the list must show it. */
export const totalOf = (n) => (((n % 5) + 1 + (((n + 1) % 5) + 1)) / 2) * 20;
