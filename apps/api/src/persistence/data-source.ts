import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { Settings } from '../settings.js';

// Calendar days stay strings (a Date would move them by the time zone); counts and figures become numbers. All of ours fit: the
// greatest are cents of a funding sum, far below 2^53.
const { DATE, INT8, NUMERIC } = pg.types.builtins;
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(NUMERIC, Number);

/**
 * How the API connects: as the application's role, which has no DDL. Nothing is ever synchronized and no migration runs from here;
 * that is for `cli/migrate` and the owner. A transaction that nobody ends is ended by Postgres.
 */
export function dataSourceOptions(settings: Pick<Settings, 'databaseUrl' | 'poolSize'>): DataSourceOptions {
  return {
    type: 'postgres',
    url: settings.databaseUrl,
    schema: 'kuer',
    poolSize: settings.poolSize,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    connectTimeoutMS: 5000,
    applicationName: 'kuer-api',
    extra: { options: '-c synchronous_commit=on -c idle_in_transaction_session_timeout=60000' },
  };
}
