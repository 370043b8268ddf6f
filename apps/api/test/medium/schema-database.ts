import { createHash } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@kuer/testing';
import pg from 'pg';

export type Row = Record<string, unknown>;

/** The same id for the same name in every run, so that expectations can speak of names. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What Postgres answered to a refused statement: the rule's name where a rule refused, the error code otherwise. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === undefined) throw error;
    return code === '42501' ? code : (constraint ?? code);
  }
  return 'done';
}

/** A cloned database with one connection as superuser (to set the scene) and one as the application. */
export class SchemaDatabase {
  private constructor(
    readonly database: TestDatabase,
    readonly admin: pg.Client,
    readonly app: pg.Client,
  ) {}

  static async open(): Promise<SchemaDatabase> {
    const database = await testDatabase();
    const [admin, app] = await Promise.all([connect(database.superuserUrl), connect(database.appUrl)]);
    return new SchemaDatabase(database, admin, app);
  }

  async close(): Promise<void> {
    await Promise.all([this.admin.end(), this.app.end()]);
    await this.database.drop();
  }

  /** As superuser: row-level security does not hold, constraints and triggers do. */
  async scene(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.admin.query<Row>(sql, parameters)).rows;
  }

  insert(table: string, row: Row): Promise<Row[]> {
    return this.scene(...insertion(table, row));
  }

  /** As the application, in the name of a person, `system` or nobody (''); committed. */
  async as(identity: string, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.inName(identity, async (query) => query(sql, parameters));
  }

  /** The number of rows an UPDATE or DELETE touched. */
  async touchedAs(identity: string, sql: string, parameters: unknown[] = []): Promise<number> {
    return this.transaction(identity, async () => (await this.app.query(sql, parameters)).rowCount ?? 0);
  }

  insertAs(identity: string, table: string, row: Row): Promise<Row[]> {
    return this.as(identity, ...insertion(table, row));
  }

  /** Several statements in one transaction, in the name of a person. */
  async inName<T>(
    identity: string,
    work: (query: (sql: string, parameters?: unknown[]) => Promise<Row[]>) => Promise<T>,
  ): Promise<T> {
    return this.transaction(identity, () =>
      work(async (sql, parameters = []) => (await this.app.query<Row>(sql, parameters)).rows),
    );
  }

  private async transaction<T>(identity: string, work: () => Promise<T>): Promise<T> {
    await this.app.query('BEGIN');
    try {
      await this.app.query(`SELECT set_config('kuer.account_id', $1, true)`, [identity]);
      const result = await work();
      await this.app.query('COMMIT');
      return result;
    } catch (error) {
      await this.app.query('ROLLBACK');
      throw error;
    }
  }
}

export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

function insertion(table: string, row: Row): [sql: string, parameters: unknown[]] {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  return [`INSERT INTO kuer.${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row)];
}
