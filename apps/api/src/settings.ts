import { randomBytes } from 'node:crypto';

/** Everything that comes from the environment, read once and checked before anything starts. */
export interface Settings {
  readonly isProduction: boolean;
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly jwtSecret: string;
  /** Bearer token with which /api/metrics may be read from elsewhere than the loopback interface. */
  readonly metricsToken: string | null;
  /** Folder of the built web app; null: the API alone. */
  readonly webRoot: string | null;
  readonly secureCookies: boolean;
  /** How many proxies in front are trusted to say where a request came from. */
  readonly trustedProxies: number;
  readonly signIn: SignInLimits;
}

export interface SignInLimits {
  readonly windowSeconds: number;
  readonly failuresPerEmailAndAddress: number;
  readonly failuresPerAddress: number;
}

/** One sentence for whoever starts the server. */
export class SettingsError extends Error {}

export const DEFAULT_SIGN_IN_LIMITS: SignInLimits = {
  windowSeconds: 15 * 60,
  failuresPerEmailAndAddress: 10,
  failuresPerAddress: 100,
};

const SECRET_MIN_LENGTH = 32;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; throws a SettingsError with one sentence that says what to set. */
export function readSettings(environment: Environment): Settings {
  const isProduction = environment.NODE_ENV === 'production';
  const databaseUrl = environment.KUER_DATABASE_URL;
  if (!databaseUrl) throw new SettingsError('KUER_DATABASE_URL is not set; it says which Postgres to use.');
  return {
    isProduction,
    port: whole(environment, 'PORT', 3000, 0, 65_535),
    host: environment.KUER_HOST || '0.0.0.0',
    databaseUrl,
    poolSize: whole(environment, 'KUER_DATABASE_POOL', 10, 1, 500),
    jwtSecret: secret(environment, 'KUER_JWT_SECRET'),
    metricsToken: environment.KUER_METRICS_TOKEN ? secret(environment, 'KUER_METRICS_TOKEN') : null,
    webRoot: environment.KUER_WEB_ROOT || null,
    secureCookies: isProduction,
    trustedProxies: whole(environment, 'KUER_TRUSTED_PROXIES', 0, 0, 10),
    signIn: {
      ...DEFAULT_SIGN_IN_LIMITS,
      failuresPerAddress: whole(
        environment,
        'KUER_SIGN_IN_FAILURES_PER_ADDRESS',
        DEFAULT_SIGN_IN_LIMITS.failuresPerAddress,
        1,
        100_000,
      ),
    },
  };
}

/** Settings of a program that serves no requests: nobody signs in to it, so that its secret is made on the spot. */
export function toolSettings(databaseUrl: string): Settings {
  return readSettings({
    KUER_DATABASE_URL: databaseUrl,
    KUER_JWT_SECRET: randomBytes(32).toString('hex'),
    KUER_DATABASE_POOL: '4',
  });
}

function secret(environment: Environment, name: string): string {
  const value = environment[name] ?? '';
  if (value.length < SECRET_MIN_LENGTH) {
    const found = value.length === 0 ? 'is not set' : `has ${value.length} characters`;
    throw new SettingsError(`${name} ${found}; set it to a random text of at least ${SECRET_MIN_LENGTH} characters.`);
  }
  // "changeme" written four times is long, and no secret.
  if (new Set(value).size < 10)
    throw new SettingsError(
      `${name} repeats itself; set it to a random text of at least ${SECRET_MIN_LENGTH} characters.`,
    );
  return value;
}

function whole(environment: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new SettingsError(`${name} is "${text}"; a whole number from ${min} to ${max} is needed.`);
  }
  return value;
}
