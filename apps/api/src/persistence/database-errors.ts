import { Refusal } from '../http/refusal.js';

interface PostgresError {
  readonly code: string;
  readonly constraint?: string;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/** The Postgres error inside whatever TypeORM or pg threw, or undefined. */
export function postgresErrorOf(error: unknown): PostgresError | undefined {
  for (let current = error, depth = 0; current && typeof current === 'object' && depth < 4; depth += 1) {
    const { code, constraint, driverError } = current as {
      code?: unknown;
      constraint?: string;
      driverError?: unknown;
    };
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return { code, ...(constraint ? { constraint } : {}) };
    current = driverError;
  }
  return undefined;
}

/** True when the same work, done again, is expected to succeed: somebody else was quicker, nothing is wrong with the work. */
export function isWorthRetrying(error: unknown): boolean {
  const code = postgresErrorOf(error)?.code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}

/** True when `error` says that this unique constraint or index was violated; services turn it into their own refusal. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const found = postgresErrorOf(error);
  return found?.code === '23505' && (constraint === undefined || found.constraint === constraint);
}

/** True when `error` says that this rule was broken: a constraint of whatever kind, or a trigger that refuses under this name. */
export function isViolationOf(error: unknown, constraint: string): boolean {
  const found = postgresErrorOf(error);
  return found?.code.startsWith('23') === true && found.constraint === constraint;
}

/**
 * The refusal for a constraint that no service has translated. It names neither table nor value: a duplicate-key error can reveal a
 * row that the caller may not see.
 */
export function refusalForDatabaseError(error: unknown): Refusal | undefined {
  const found = postgresErrorOf(error);
  if (!found) return isPoolExhausted(error) ? unavailable() : undefined;
  switch (found.code) {
    case '23505': // unique_violation
    case '23P01': // exclusion_violation
      return Refusal.conflict('REQUEST.ALREADY_EXISTS');
    case '23503': // foreign_key_violation
      return Refusal.conflict('REQUEST.REFERENCE_MISSING');
    case '23514': // check_violation
    case '23502': // not_null_violation
    case '22001': // string_data_right_truncation
    case '22003': // numeric_value_out_of_range
      return Refusal.rule('REQUEST.RULE_VIOLATED');
    case '22021': // character_not_in_repertoire: a text with U+0000 in it
    case '22P05': // untranslatable_character: the same within JSON
      return Refusal.invalid([]);
    case SERIALIZATION_FAILURE:
    case DEADLOCK:
    case '55P03': // lock_not_available
      return new Refusal(409, 'REQUEST.BUSY', {}, [], {
        headers: { 'Retry-After': '1' },
      });
    case '57014': // query_canceled: the statement timeout
    case '53300': // too_many_connections
      return unavailable();
    default:
      return undefined;
  }
}

const unavailable = (): Refusal => new Refusal(503, 'REQUEST.UNAVAILABLE', {}, [], { headers: { 'Retry-After': '2' } });

/** All connections stayed in use for as long as a request waits for one. The pool says so in words alone. */
const isPoolExhausted = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';
