import type { Client } from 'pg';

/** Everything that Postgres knows of the schema, one sorted line a thing: two databases are alike when these are. */
export async function catalogOf(client: Client): Promise<string[]> {
  const lines: string[] = [];
  for (const [kind, sql] of Object.entries(QUERIES)) {
    const { rows } = await client.query<{ line: string | null }>(sql);
    for (const { line } of rows) lines.push(`${kind}: ${line}`);
  }
  return lines.sort();
}

/** Privileges as a sorted text. Postgres writes the default ones as null until something was ever granted. */
const privileges = (column: string, kind: string, owner: string): string =>
  `coalesce((SELECT string_agg(x::text, ' ' ORDER BY x::text) FROM unnest(coalesce(${column}, acldefault('${kind}', ${owner}))) x), '')`;

const QUERIES: Readonly<Record<string, string>> = {
  schema: `SELECT nspname || ' ' || ${privileges('nspacl', 'n', 'nspowner')} AS line FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'`,
  relation: `SELECT n.nspname || '.' || relname || ' ' || relkind::text || ' ' || r.rolname || ' ' || relrowsecurity || relforcerowsecurity || ' ' || ${privileges('relacl', 'r', 'relowner')} AS line
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_roles r ON r.oid = relowner
    WHERE n.nspname IN ('kuer', 'public') AND relname !~ '^(migrations|PK_)' `,
  column: `SELECT attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' || attstorage::text || ' '
      || coalesce(pg_get_expr(adbin, adrelid), '') || ' ' || coalesce(nullif(attacl::text, '{}'), '') AS line
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE attnum > 0 AND NOT attisdropped AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = to_regnamespace('kuer'))`,
  constraint: `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint WHERE connamespace = to_regnamespace('kuer')`,
  index: `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'kuer'`,
  function: `SELECT pg_get_functiondef(oid) || ' ' || ${privileges('proacl', 'f', 'proowner')} AS line FROM pg_proc WHERE pronamespace = to_regnamespace('kuer')`,
  trigger: `SELECT pg_get_triggerdef(t.oid) || ' ' || tgenabled::text AS line FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = to_regnamespace('kuer')`,
  policy: `SELECT tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '') AS line
    FROM pg_policies WHERE schemaname = 'kuer'`,
  type: `SELECT typname AS line FROM pg_type WHERE typnamespace = to_regnamespace('kuer')`,
  defaults: `SELECT defaclobjtype::text || ' ' || defaclacl::text AS line FROM pg_default_acl`,
};
