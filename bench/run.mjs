import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { withClient } from '../scripts/database/prepare-database.mjs';
import { Failure } from '../scripts/setup/failure.mjs';
import { sleep, tail } from '../scripts/setup/processes.mjs';
import { say } from '../scripts/setup/say.mjs';
import { startServer } from './api-server.mjs';
import { casesOf } from './cases.mjs';
import { callsOf, fill, idOf } from './fill.mjs';
import { HttpClient } from './http-client.mjs';
import { inTurns } from './measure.mjs';
import { Replay } from './replay.mjs';
import { openWorld } from './world.mjs';

export const CLIENTS = [1, 10, 50];
const POOL = 10;

/** `milliseconds` and `most` bound one slice; there are rounds × ways × cases × 3 of them. */
const SIZES = {
  full: { large: 10_000, rounds: 2, milliseconds: 500, most: 2_000 },
  quick: { large: 600, rounds: 1, milliseconds: 60, most: 60 },
};

/**
 * The whole bench: makes a database, fills it, records the statements of each case, measures, and takes everything away.
 * @returns {Promise<{results: object[], memory: object | null, facts: object}>}
 */
export async function runBench({ quick, only, profile }) {
  const size = quick ? SIZES.quick : SIZES.full;
  const calls = callsOf(size);
  const cases = casesOf(calls).filter(({ key }) => !only || key.startsWith(only));
  say('Making a database of its own …');
  const world = await openWorld();
  try {
    say(`Filling it: 86 and ${size.large.toLocaleString('en')} applications …`);
    await fill(world.superuserUrl, calls);
    say('Recording what the API sends to Postgres …');
    const recorded = await record(world, cases);
    say('Measuring …');
    return await measureAll(world, cases, recorded, { size, profile });
  } finally {
    await world.dispose();
  }
}

async function record(world, cases) {
  const server = await startServer({ world, poolSize: 1, records: true });
  const statements = [];
  server.onStatement((statement) => statements.push(statement));
  const recorded = new Map();
  try {
    for (const one of cases) {
      const http = signedIn(server, one, 0);
      // Once before: what is only sent the first time is no part of a request.
      await one.record(http, 0);
      await sleep(100);
      statements.length = 0;
      const recordedAt = Date.now();
      const values = await one.record(http, 0);
      // The statements come by another way than the answer.
      await sleep(100);
      http.close();
      const known = Object.entries(values).map(([name, value]) => [value, name]);
      for (const [name, form] of Object.entries(one.form ?? {})) known.push([findValue(statements, form), name]);
      recorded.set(one.key, new Replay([...statements], { recordedAt, known }));
    }
  } finally {
    await server.stop();
  }
  return recorded;
}

function findValue(statements, form) {
  return statements.flatMap(({ values }) => values).find((value) => typeof value === 'string' && form.test(value));
}

const addressOf = (client) => `198.51.100.${client + 1}`;

function signedIn(server, one, client) {
  const http = new HttpClient(server.port, addressOf(client));
  if (one.person) http.use(server.signIn(idOf('account', 0, one.person(client))));
  return http;
}

async function measureAll(world, cases, recorded, { size, profile }) {
  const facts = await withClient(world.superuserUrl, factsOf);
  const server = await startServer({ world, poolSize: POOL, profile });
  const pool = new pg.Pool({ connectionString: world.appUrl, max: POOL, options: '-c synchronous_commit=on' });
  try {
    const started = server.memory();
    const results = [];
    for (const one of cases)
      results.push(...(await measureCase({ one, server, pool, size, facts, replay: recorded.get(one.key) })));
    const highest = Math.max(...results.map(({ memory }) => memory ?? 0));
    return {
      results,
      memory: started && { started: started.now, highest },
      facts: { postgres: facts.postgres, poolSize: POOL, ...size },
    };
  } catch (error) {
    throw new Failure(`${error.message}\n${tail(readFileSync(world.apiLog, 'utf8'))}`, { cause: error });
  } finally {
    await pool.end();
    await server.stop();
  }
}

async function factsOf(client) {
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS postgres, (SELECT password_hash FROM kuer.accounts LIMIT 1) AS "passwordHash"`,
  );
  return rows[0];
}

async function measureCase({ one, server, pool, size, facts, replay }) {
  const https = Array.from({ length: Math.max(...CLIENTS) }, (_, client) => signedIn(server, one, client));
  const contextOf = (client) => ({ sessionId: https[client].sessionId, passwordHash: facts.passwordHash });
  const ways = {
    http: (client) => one.http(https[client], client),
    sql: (client) => one.sql(replay, pool, client, contextOf(client)),
    ...(one.besides ? { besides: (client) => one.besides.sql(replay, pool, client, contextOf(client)) } : {}),
  };
  resetHighest(server.pid);
  const results = [];
  // Warm on both sides, with all clients, before anything counts.
  await inTurns(ways, {
    clients: Math.max(...CLIENTS),
    rounds: 1,
    milliseconds: size.milliseconds / 2,
    most: size.most,
  });
  for (const clients of CLIENTS) {
    const before = turnedAway(https);
    const { http, sql, besides } = await inTurns(ways, { clients, ...size });
    const common = { clients, statements: replay.length, http, turnedAway: turnedAway(https) - before };
    results.push({ key: one.key, label: one.label, ...common, sql });
    if (besides) results.push({ key: `${one.key}-with-check`, label: one.besides.label, ...common, sql: besides });
  }
  const memory = server.memory()?.highest ?? null;
  for (const http of https) http.close();
  say(`${one.label}: measured.`);
  return results.map((result) => ({ ...result, memory }));
}

const turnedAway = (https) => https.reduce((sum, one) => sum + one.turnedAway, 0);

/** Lets the high-water mark of a process begin anew, where the system can do that. */
function resetHighest(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    readFileSync(`/proc/${pid}/status`);
  } catch {
    // The mark is that of the whole run then.
  }
}
