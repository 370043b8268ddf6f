/**
 * The terms that policies are made of. Migrations are history: what stands here is never changed, a later migration that
 * needs another term writes its own.
 *
 * Each term stands in a scalar subquery or an uncorrelated IN, so that Postgres asks the function once per statement and
 * compares rows with the answer, instead of asking it for each of 10,000 rows.
 */

/** The row's call is one in which the person holds one of these roles. */
export const inCallsAs = (roles: string, column = 'call_id'): string =>
  `${column} = ANY ((SELECT kuer.calls_as('{${roles}}'))::uuid[])`;

/** The row's call has reached the jury stage, and the person sits in its jury (or chairs it). */
export const inJuryCallsAs = (roles: string, column = 'call_id'): string =>
  `${column} = ANY ((SELECT kuer.jury_calls_as('{${roles}}'))::uuid[])`;

/** The row's call is one the person takes part in, in any role. */
export const inMyCalls = (column = 'call_id'): string => `${column} = ANY ((SELECT kuer.my_calls())::uuid[])`;

/** The row's call is a draft that the person has just created. */
export const inFoundedCalls = (column = 'call_id'): string => `${column} = ANY ((SELECT kuer.founded_calls())::uuid[])`;

/** No conflict stands between the person and the row's application: a conflict beats every role. */
export const clear = (column = 'application_id'): string => `${column} NOT IN (SELECT kuer.conflicted_applications())`;

/** The row's application is assigned to the person as reviewer, and no conflict stands between them. */
export const assigned = (column = 'application_id'): string =>
  `${column} IN (SELECT o.application_id FROM kuer.own_assignments() AS o)`;

/** The row's assignment is the person's own, active, and no conflict stands between them and its application. */
export const ownAssignment = `assignment_id IN (SELECT o.assignment_id FROM kuer.own_assignments() AS o)`;

/** The row's review is the person's own, in the same sense. */
export const ownReview = `review_id IN (SELECT o.review_id FROM kuer.own_assignments() AS o WHERE o.review_id IS NOT NULL)`;

/** The column holds the person who asks. */
export const self = (column: string): string => `${column} = (SELECT kuer.account_id())`;

export const administrator = `(SELECT kuer.is_administrator())`;
export const system = `(SELECT kuer.is_system())`;

type Command = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** What kuer_app may do with a table, one condition a command; a command without one is refused. */
export interface TableRules {
  readonly select?: string;
  readonly insert?: string;
  /** Rows that may be changed, and (where it differs) what they may become. */
  readonly update?: string | { readonly from: string; readonly to: string };
  readonly delete?: string;
}

/** The statements that put a table under forced row-level security with these rules. */
export function protect(table: string, rules: TableRules): string {
  const policy = (command: Command, clauses: string): string =>
    `CREATE POLICY app_${command.toLowerCase()} ON kuer.${table} FOR ${command} TO kuer_app ${clauses};`;
  const { select, insert, update } = rules;
  return [
    `ALTER TABLE kuer.${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE kuer.${table} FORCE ROW LEVEL SECURITY;`,
    ...(select ? [policy('SELECT', `USING (${select})`)] : []),
    ...(insert ? [policy('INSERT', `WITH CHECK (${insert})`)] : []),
    ...(typeof update === 'string' ? [policy('UPDATE', `USING (${update}) WITH CHECK (${update})`)] : []),
    ...(typeof update === 'object' ? [policy('UPDATE', `USING (${update.from}) WITH CHECK (${update.to})`)] : []),
    ...(rules.delete ? [policy('DELETE', `USING (${rules.delete})`)] : []),
  ].join('\n');
}

/** Takes the protection of `protect` away again, with every policy that stands on these tables. */
export function unprotect(tables: readonly string[]): string {
  return `
    DO $$
    DECLARE
      found record;
    BEGIN
      FOR found IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'kuer' AND tablename = ANY ('{${tables.join(',')}}') LOOP
        EXECUTE format('DROP POLICY %I ON kuer.%I', found.policyname, found.tablename);
      END LOOP;
    END $$;
    ${tables.map((table) => `ALTER TABLE kuer.${table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;`).join('\n')}
  `;
}
