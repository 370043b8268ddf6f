import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { explainFileError, Failure } from './failure.mjs';
import { paths } from './paths.mjs';

const MINIMUM_LENGTH = 32;

/** What the API asks of every password; 9 random bytes make as many characters. */
const DEMO_PASSWORD_LENGTH = 12;

export const isProduction = process.env.NODE_ENV === 'production';

/** In production every secret comes from outside: one made here would be lost with the folder, or shared with it. */
export function requireProductionSettings(env = process.env) {
  if (!env.KUER_DATABASE_URL) {
    throw new Failure('In production mode KUER_DATABASE_URL must name a Postgres: the embedded one is for demos.');
  }
  const secret = env.KUER_JWT_SECRET ?? '';
  if (secret.length >= MINIMUM_LENGTH) return;
  const wrong = secret === '' ? 'is missing' : `has ${secret.length} characters`;
  throw new Failure(
    `In production mode KUER_JWT_SECRET must come from the environment with at least ${MINIMUM_LENGTH} characters, and it ${wrong}: openssl rand -base64 48 makes one.`,
  );
}

/** Before anything is done: a password that the loader refuses would only be noticed at the end. */
export function requireUsableDemoPassword(env = process.env) {
  const password = env.KUER_DEMO_PASSWORD;
  if (!password || password.length >= DEMO_PASSWORD_LENGTH) return;
  throw new Failure(
    `KUER_DEMO_PASSWORD must have at least ${DEMO_PASSWORD_LENGTH} characters, and it has ${password.length}.`,
  );
}

// The secrets of a demo are made at random at the first start and kept in the data folder, readable for its owner alone.

/** What signs the access tokens. */
export function jwtSecret() {
  if (process.env.KUER_JWT_SECRET) return process.env.KUER_JWT_SECRET;
  return keep((kept) => {
    kept.jwtSecret ??= random(48);
    return kept.jwtSecret;
  });
}

/** The passwords of Kür's roles on a Postgres: 'embedded', or host and port. */
export function rolePasswords(server) {
  return keep((kept) => {
    kept.servers ??= {};
    kept.servers[server] ??= { owner: random(24), app: random(24), verifier: random(24), backup: random(24) };
    return kept.servers[server];
  });
}

/** The password of the demo persons in a database: the one they were made with, else the wanted one, else a random one. */
export function demoPassword(database) {
  return keep((kept) => {
    kept.demoPasswords ??= {};
    kept.demoPasswords[database] ??= process.env.KUER_DEMO_PASSWORD || random(9);
    return kept.demoPasswords[database];
  });
}

/** For demo persons that are to be made anew. */
export function forgetDemoPassword(database) {
  keep((kept) => delete kept.demoPasswords?.[database]);
}

/** What belongs to the embedded database; what was made for another Postgres stays, it is needed there. */
export function forgetEmbedded() {
  keep((kept) => {
    delete kept.jwtSecret;
    delete kept.servers?.embedded;
    delete kept.demoPasswords?.embedded;
  });
}

const random = (bytes) => randomBytes(bytes).toString('base64url');

function keep(change) {
  const kept = read();
  const before = JSON.stringify(kept);
  const result = change(kept);
  if (JSON.stringify(kept) !== before) write(kept);
  return result;
}

function read() {
  try {
    return JSON.parse(readFileSync(paths.secrets, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    if (error instanceof SyntaxError)
      throw new Failure(`${paths.secrets} cannot be read; delete it, and new ones are made.`);
    throw explainFileError(error, paths.secrets);
  }
}

function write(secrets) {
  try {
    writeFileSync(`${paths.secrets}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${paths.secrets}.new`, paths.secrets);
  } catch (error) {
    throw explainFileError(error, paths.secrets);
  }
}
