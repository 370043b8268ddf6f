import { Failure } from '../setup/failure.mjs';

/** The sentence for a database that cannot be used, or the error itself when it is none of these. The password stays out of it. */
export function explainDatabaseError(error, url, variable) {
  const reason = reasonOf(error, url);
  return reason ? new Failure(`The database at ${placeOf(url)} ${reason}: check ${variable}.`) : error;
}

export function placeOf(url) {
  const { hostname, port } = new URL(url);
  return `${hostname || 'localhost'}:${port || 5432}`;
}

function reasonOf(error, url) {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'cannot be reached (nothing listens there)';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'cannot be reached (no such host)';
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
      return `cannot be reached (${error.code})`;
    case '28P01':
    case '28000':
      return `refuses the sign-in of ${decodeURIComponent(new URL(url).username) || 'this user'}`;
    case '3D000':
      return 'is missing on its server, and this user may not make it';
    case '53300':
      return 'takes no more connections';
    case '57P03':
      return 'is starting up or shutting down';
  }
  if (/timeout/i.test(error.message)) return 'cannot be reached (no answer)';
  if (/SSL|certificate/i.test(error.message)) return `cannot be reached (${error.message})`;
  return null;
}

/** Refuses an address that is none, before anything connects to it. */
export function requireDatabaseUrl(url, variable) {
  try {
    if (['postgres:', 'postgresql:'].includes(new URL(url).protocol)) return;
  } catch {
    // Said below.
  }
  throw new Failure(`${variable} must look like postgres://user:password@host:5432/kuer.`);
}
